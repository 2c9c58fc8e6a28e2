import type { StudentAnalysis } from "@/contract/analysis";
import type { MissedCard, SessionResults, StudentResult } from "@/contract/results";
import { hashSecret } from "../../room/chance";
import type { PrismaClient } from "../../store/generated/client";
import { missedBy } from "./missed-cards";
import { sessionAnalysis, sessionResults } from "./session-results";

export type SharedReport = {
  results: SessionResults;
  student: StudentResult;
  analysis: StudentAnalysis | undefined;
  missed: MissedCard[];
};

/** The report that a secret link opens; null for a link that was never made or was taken back. */
export async function sharedReport(db: PrismaClient, token: string): Promise<SharedReport | null> {
  const player = await db.player.findUnique({
    where: { reportHash: hashSecret(token) },
    select: { id: true, session: { select: { id: true, teacherId: true } } },
  });
  if (!player) return null;
  const results = await sessionResults(db, player.session.teacherId, player.session.id);
  const student = results?.students.find(({ playerId }) => playerId === player.id);
  if (!results || !student) return null;
  const analysis = await sessionAnalysis(db, results);
  return {
    results,
    student,
    analysis: analysis.students.find(({ playerId }) => playerId === player.id),
    missed: missedBy(results, analysis, player.id),
  };
}
