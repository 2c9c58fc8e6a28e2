import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { classHistory } from "#server/queries/class-history";
import { classDeck } from "#server/queries/class-mastery";
import { classPage } from "#server/queries/classes";
import { deckAnswers } from "#server/queries/results/deck-answers";
import { deckConfusions } from "#server/queries/results/deck-health";
import { runtime } from "#server/runtime";
import { DeckReport } from "@/features/classes/DeckReport";
import { ConfusionMap } from "@/features/results/ConfusionMap";
import { classReportWords } from "@/messages/en/class-reports";
import { EmptyState } from "@/ui/EmptyState";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../../../TeachShell";

export const metadata: Metadata = { title: classReportWords.deck.title };

export default async function ClassDeckPage({
  params,
}: {
  params: Promise<{ classId: string; deckId: string }>;
}) {
  const { teacherId } = await requireTeacher();
  const { classId, deckId } = await params;
  const { database } = runtime();
  const now = new Date();
  const [page, deck, [history], played] = await Promise.all([
    classPage(database.prisma, teacherId, classId, now),
    classDeck(database, teacherId, classId, deckId, now),
    classHistory(database, teacherId, classId, now, deckId),
    deckAnswers(database.prisma, { teacherId, deckId, classId }),
  ]);
  if (!page || !deck) notFound();
  return (
    <TeachShell current="/teach/classes">
      <PageHeader title={deck.title} back={{ href: `/teach/classes/${classId}`, label: page.name }} />
      {deck.report ? (
        <DeckReport
          classId={classId}
          cards={deck.cards}
          students={deck.students}
          report={deck.report}
          history={history}
          confusions={
            played ? (
              <ConfusionMap
                graph={deckConfusions(played.answers)}
                cards={played.cards}
                base={`/teach/classes/${classId}/decks/${deckId}`}
              />
            ) : null
          }
        />
      ) : (
        <EmptyState title={classReportWords.deck.none}>{classReportWords.deck.noneText}</EmptyState>
      )}
    </TeachShell>
  );
}
