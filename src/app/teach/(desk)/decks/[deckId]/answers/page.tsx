import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { deckAnswers } from "#server/queries/results/deck-answers";
import { runtime } from "#server/runtime";
import { DeckAnswerList, deckAnswersTitle, filterDeckAnswers } from "@/features/results/DeckAnswerList";
import { DeckAnswerFilter } from "@/features/results/deck-paths";
import { PageHeader } from "@/ui/PageHeader";
import { pageOf, type SearchParams } from "../../../../search-params";
import { TeachShell } from "../../../../TeachShell";

export const metadata: Metadata = { title: "Answers" };

export default async function DeckAnswersPage({
  params,
  searchParams,
}: {
  params: Promise<{ deckId: string }>;
  searchParams: SearchParams;
}) {
  const { teacherId } = await requireTeacher();
  const { deckId } = await params;
  const query = await searchParams;
  const filter = DeckAnswerFilter.parse(query);
  const all = await deckAnswers(runtime().database.prisma, { teacherId, deckId });
  if (!all) notFound();
  return (
    <TeachShell current="/teach">
      <PageHeader
        title={deckAnswersTitle(filter, all.cards)}
        back={{ href: `/teach/decks/${deckId}/health`, label: "How the questions do" }}
      />
      <DeckAnswerList
        base={`/teach/decks/${deckId}`}
        answers={filterDeckAnswers(all.answers, filter)}
        filter={filter}
        page={pageOf(query)}
        opens={() => true}
      />
    </TeachShell>
  );
}
