import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { deckAnswers } from "#server/queries/results/deck-answers";
import { deckConfusions, deckHealth } from "#server/queries/results/deck-health";
import { runtime } from "#server/runtime";
import { DeckHealthReport } from "@/features/results/DeckHealthReport";
import { DeckAnswerFilter } from "@/features/results/deck-paths";
import { PageHeader } from "@/ui/PageHeader";
import type { SearchParams } from "../../../../search-params";
import { TeachShell } from "../../../../TeachShell";

export const metadata: Metadata = { title: "How the questions do" };

export default async function DeckHealthPage({
  params,
  searchParams,
}: {
  params: Promise<{ deckId: string }>;
  searchParams: SearchParams;
}) {
  const { teacherId } = await requireTeacher();
  const { deckId } = await params;
  const { class: classId } = DeckAnswerFilter.parse(await searchParams);
  const db = runtime().database.prisma;
  const all = await deckAnswers(db, { teacherId, deckId });
  if (!all) notFound();
  const answers = classId ? all.answers.filter((answer) => answer.classId === classId) : all.answers;
  const health = await deckHealth(db, deckId, answers);
  const classes = new Map(
    all.answers.flatMap((row) => (row.classId ? [[row.classId, row.className ?? ""]] : [])),
  );
  return (
    <TeachShell current="/teach">
      <PageHeader
        title="How the questions do"
        back={{ href: `/teach/decks/${deckId}`, label: all.title }}
        detail="Every question over all your games, on each student’s first answer to it."
      />
      <DeckHealthReport
        deckPath={`/teach/decks/${deckId}`}
        cards={all.cards}
        health={health}
        graph={deckConfusions(answers)}
        classes={[...classes].map(([id, name]) => ({ id, name }))}
        classId={classId}
      />
    </TeachShell>
  );
}
