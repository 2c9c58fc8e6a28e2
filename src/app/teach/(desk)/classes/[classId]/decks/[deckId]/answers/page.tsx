import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { deckAnswers, ownGames } from "#server/queries/results/deck-answers";
import { runtime } from "#server/runtime";
import { DeckAnswerList, deckAnswersTitle, filterDeckAnswers } from "@/features/results/DeckAnswerList";
import { DeckAnswerFilter } from "@/features/results/deck-paths";
import { classReportWords } from "@/messages/en/class-reports";
import { PageHeader } from "@/ui/PageHeader";
import { pageOf, type SearchParams } from "../../../../../../search-params";
import { TeachShell } from "../../../../../../TeachShell";

export const metadata: Metadata = { title: classReportWords.deck.answersTitle };

export default async function ClassDeckAnswersPage({
  params,
  searchParams,
}: {
  params: Promise<{ classId: string; deckId: string }>;
  searchParams: SearchParams;
}) {
  const { teacherId } = await requireTeacher();
  const { classId, deckId } = await params;
  const query = await searchParams;
  const filter = { ...DeckAnswerFilter.parse(query), class: undefined };
  const db = runtime().database.prisma;
  const all = await deckAnswers(db, { teacherId, deckId, classId });
  if (!all) notFound();
  const own = await ownGames(db, teacherId, classId);
  const base = `/teach/classes/${classId}/decks/${deckId}`;
  return (
    <TeachShell current="/teach/classes">
      <PageHeader title={deckAnswersTitle(filter, all.cards)} back={{ href: base, label: all.title }} />
      <DeckAnswerList
        base={base}
        answers={filterDeckAnswers(all.answers, filter)}
        filter={filter}
        page={pageOf(query)}
        opens={(sessionId) => own.has(sessionId)}
      />
    </TeachShell>
  );
}
