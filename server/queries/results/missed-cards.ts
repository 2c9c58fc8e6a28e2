import type { SessionAnalysis } from "@/contract/analysis";
import type { MissedCard, SessionResults } from "@/contract/results";

/** The cards that a student missed last time they were asked, the latest first. */
export function missedBy(results: SessionResults, analysis: SessionAnalysis, playerId: string): MissedCard[] {
  const missed = analysis.students.find((student) => student.playerId === playerId)?.missed ?? [];
  const rounds = new Map(results.rounds.map((round) => [round.id, round]));
  const chosen = new Map(
    results.answers.flatMap((answer) =>
      answer.playerId === playerId ? [[answer.roundId, answer.optionText] as const] : [],
    ),
  );
  return missed.flatMap((roundId) => {
    const round = rounds.get(roundId);
    if (!round) return [];
    return [{ roundId, front: round.front, back: round.back, answered: chosen.get(roundId) ?? "" }];
  });
}

/** The cards that anybody missed last time they were asked, those that most missed first. */
export function missedByClass(results: SessionResults, analysis: SessionAnalysis): MissedCard[] {
  const times = new Map<string, { card: MissedCard; times: number }>();
  const cards = new Map(results.rounds.map((round) => [round.id, round.cardId]));
  for (const { playerId } of results.students)
    for (const card of missedBy(results, analysis, playerId)) {
      const key = cards.get(card.roundId) ?? card.roundId;
      const known = times.get(key);
      if (known) known.times += 1;
      else times.set(key, { card, times: 1 });
    }
  return [...times.values()].sort((a, b) => b.times - a.times).map(({ card }) => card);
}
