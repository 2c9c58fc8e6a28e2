import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { sessionMap } from "#server/queries/results/map";
import { sessionResults } from "#server/queries/results/session-results";
import { runtime } from "#server/runtime";
import { HeatMap } from "@/features/results/HeatMap";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../../TeachShell";

export const metadata: Metadata = { title: "Students and questions" };

export default async function MapPage({ params }: { params: Promise<{ sessionId: string }> }) {
  const { teacherId } = await requireTeacher();
  const results = await sessionResults(runtime().database.prisma, teacherId, (await params).sessionId);
  if (!results) notFound();
  return (
    <TeachShell current="/teach/sessions">
      <PageHeader
        title="Students and questions"
        back={{ href: `/teach/sessions/${results.id}`, label: results.title }}
      />
      <HeatMap map={sessionMap(results)} />
    </TeachShell>
  );
}
