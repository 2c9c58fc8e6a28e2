import type { AnswerResult } from "@/contract/results";
import type { PrismaClient } from "../../store/generated/client";
import type { AnalysedAnswer } from "./analyse";
import { correctionTrace } from "./correction-trace";
import type { SessionReading } from "./session-reading";
import { sessionAnalysis } from "./session-results";

/**
 * All that is known of a session as JSON text, piece by piece: the answers as they are read, one to a line, and after them
 * what they add up to. Of an answer that has left, only what the analysis needs is kept.
 */
export async function* everythingAsJson(db: PrismaClient, session: SessionReading): AsyncGenerator<string> {
  const kept: AnalysedAnswer[] = [];
  yield '{"answers":[';
  let separator = "\n";
  for await (const answers of session.answers()) {
    let lines = "";
    for (const answer of answers) {
      lines += separator + JSON.stringify(answer);
      separator = ",\n";
      kept.push(analysed(answer));
    }
    if (lines !== "") yield lines;
  }
  const counted = await session.counted();
  const [analysis, corrections] = await Promise.all([
    sessionAnalysis(db, { ...counted, answers: kept }),
    correctionTrace(db, counted),
  ]);
  yield "\n]";
  for (const [name, value] of Object.entries({ ...counted, analysis, corrections }))
    yield `,\n${JSON.stringify(name)}:${JSON.stringify(value)}`;
  yield "\n}\n";
}

const analysed = ({
  playerId,
  roundId,
  optionId,
  correct,
  confidence,
  acceptedAt,
  counts,
}: AnswerResult): AnalysedAnswer => ({
  ...{ playerId, roundId, optionId, correct, confidence, acceptedAt, counts },
});
