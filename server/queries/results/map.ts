import type { SessionMap, SessionResults } from "@/contract/results";

/** The map of a session's students and the questions that count. */
export function sessionMap({ id, rounds, students, answers }: SessionResults): SessionMap {
  const counting = rounds.filter((round) => round.counts);
  const place = new Map(counting.map((round, index) => [round.id, index]));
  const cells = new Map<string, SessionMap["students"][number]["cells"]>(
    students.map(({ playerId }) => [playerId, counting.map(() => null)]),
  );
  for (const { playerId, roundId, correct } of answers) {
    const at = place.get(roundId);
    const row = cells.get(playerId);
    if (at !== undefined && row) row[at] = correct ? 1 : 0;
  }
  return {
    sessionId: id,
    questions: counting.map(({ number, prompt, share }) => ({ number, prompt, share })),
    students: students.map(({ playerId, name, guest, points, share }) => ({
      ...{ playerId, name, guest, points, share },
      cells: cells.get(playerId) ?? [],
    })),
  };
}
