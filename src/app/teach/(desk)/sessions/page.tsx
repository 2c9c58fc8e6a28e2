import type { Metadata } from "next";
import { requireTeacher } from "#server/auth/require-teacher";
import { listSessions } from "#server/queries/results/session-results";
import { runtime } from "#server/runtime";
import { SessionList } from "@/features/results/SessionList";
import { PageHeader } from "@/ui/PageHeader";
import { pageOf, type SearchParams } from "../../search-params";
import { TeachShell } from "../../TeachShell";

export const metadata: Metadata = { title: "Results" };

export default async function SessionsPage({ searchParams }: { searchParams: SearchParams }) {
  const { teacherId } = await requireTeacher();
  const page = pageOf(await searchParams);
  const { sessions, pages } = await listSessions(runtime().database.prisma, teacherId, page);
  return (
    <TeachShell current="/teach/sessions">
      <PageHeader title="Results" detail="Every game you have hosted, the latest first." />
      <SessionList sessions={sessions} page={page} pages={pages} />
    </TeachShell>
  );
}
