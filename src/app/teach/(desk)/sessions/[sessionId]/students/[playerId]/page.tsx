import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { missedBy } from "#server/queries/results/missed-cards";
import { sessionAnalysis, sessionResults } from "#server/queries/results/session-results";
import { runtime } from "#server/runtime";
import { StudentDownloads } from "@/features/results/Downloads";
import { ShareReport } from "@/features/results/ShareReport";
import { StudentReport } from "@/features/results/StudentReport";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../../../TeachShell";
import { revokeReport, shareReport } from "../../actions";

export const metadata: Metadata = { title: "A student’s answers" };

export default async function StudentPage({
  params,
}: {
  params: Promise<{ sessionId: string; playerId: string }>;
}) {
  const { teacherId } = await requireTeacher();
  const { sessionId, playerId } = await params;
  const { database, env } = runtime();
  const results = await sessionResults(database.prisma, teacherId, sessionId);
  const student = results?.students.find((row) => row.playerId === playerId);
  if (!results || !student) notFound();
  const analysis = await sessionAnalysis(database.prisma, results);
  return (
    <TeachShell current="/teach/sessions">
      <PageHeader
        title={student.name}
        back={{ href: `/teach/sessions/${sessionId}`, label: results.title }}
        actions={<StudentDownloads api={`${env.basePath}/api`} sessionId={sessionId} playerId={playerId} />}
      />
      <div className="grid grid-cols-1 gap-10">
        <StudentReport
          results={results}
          student={student}
          analysis={analysis.students.find((row) => row.playerId === playerId)}
          missed={missedBy(results, analysis, playerId)}
        />
        <ShareReport
          shared={student.shared}
          share={shareReport.bind(null, sessionId, playerId)}
          revoke={revokeReport.bind(null, sessionId, playerId)}
        />
      </div>
    </TeachShell>
  );
}
