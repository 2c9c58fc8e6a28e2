import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { sessionResults } from "#server/queries/results/session-results";
import { runtime } from "#server/runtime";
import { AnswerList } from "@/features/results/AnswerList";
import { AnswerFilter, filterTitle } from "@/features/results/answer-filter";
import { PageHeader } from "@/ui/PageHeader";
import { pageOf, type SearchParams } from "../../../../search-params";
import { TeachShell } from "../../../../TeachShell";

export const metadata: Metadata = { title: "Answers" };

export default async function AnswersPage({
  params,
  searchParams,
}: {
  params: Promise<{ sessionId: string }>;
  searchParams: SearchParams;
}) {
  const { teacherId } = await requireTeacher();
  const { sessionId } = await params;
  const query = await searchParams;
  const filter = AnswerFilter.parse(query);
  const page = pageOf(query);
  const results = await sessionResults(runtime().database.prisma, teacherId, sessionId);
  if (!results) notFound();
  return (
    <TeachShell current="/teach/sessions">
      <PageHeader
        title={filterTitle(results, filter)}
        back={{ href: `/teach/sessions/${sessionId}`, label: results.title }}
      />
      <AnswerList results={results} filter={filter} page={page} />
    </TeachShell>
  );
}
