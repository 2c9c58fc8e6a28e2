import { CONFIDENT, groupBy } from "#server/domain/report/answers";
import { median, sum, wilson } from "#server/domain/report/statistics";
import {
  type AnswerResult,
  GUEST_RETENTION_DAYS,
  type RoundResult,
  type SessionResults,
  type StudentResult,
} from "@/contract/results";
import { GameSettings } from "@/contract/settings";
import type { SessionRows } from "./rows";

const DAY_MS = 24 * 60 * 60 * 1000;

type RoundRow = SessionRows["rounds"][number];

/** Rows of a session → everything that its pages and files show. Every figure is counted from `answers`. */
export function shapeResults({ session, rounds, players, answers }: SessionRows): SessionResults {
  const settings = GameSettings.safeParse(session.settings);
  const roundById = new Map(rounds.map((round) => [round.id, round]));
  const nameById = new Map(players.map((player) => [player.id, player.name]));
  const given = answers
    .flatMap((answer): AnswerResult[] => {
      const round = roundById.get(answer.roundId);
      if (!round) return [];
      const { roundId, playerId, optionId, correct, takenMs, base, speed, streak, confidence, acceptedAt } =
        answer;
      return [
        {
          roundId,
          number: round.number,
          playerId,
          name: nameById.get(playerId) ?? "",
          optionId,
          optionText: round.options.find((option) => option.id === optionId)?.text ?? "",
          correct,
          takenMs,
          points: counts(round) ? answer.points : 0,
          base,
          speed,
          streak,
          multiplier: round.multiplier,
          confidence,
          acceptedAt,
          counts: counts(round),
        },
      ];
    })
    .sort((a, b) => a.number - b.number);
  const counted = given.filter((answer) => answer.counts);
  const right = counted.filter((answer) => answer.correct).length;
  const interval = wilson(right, counted.length);
  const byRound = groupBy(given, (answer) => answer.roundId);
  const byPlayer = groupBy(counted, (answer) => answer.playerId);
  return {
    id: session.id,
    title: session.title,
    className: session.class?.name ?? null,
    deckId: session.deckId,
    scoring: settings.success ? settings.data.scoring : null,
    keptUntil:
      session.endedAt &&
      new Date(session.endedAt.getTime() + (session.class?.retentionDays ?? GUEST_RETENTION_DAYS) * DAY_MS),
    createdAt: session.createdAt,
    startedAt: session.startedAt,
    endedAt: session.endedAt,
    rounds: rounds.map((round) => roundResult(round, byRound.get(round.id) ?? [], players)),
    students: placed(players.map((player) => studentResult(player, byPlayer.get(player.id) ?? []))),
    answers: given,
    totals: {
      answers: counted.length,
      right,
      accuracy: counted.length === 0 ? null : right / counted.length,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      voided: rounds.filter((round) => round.voided).length,
    },
  };
}

function counts(round: RoundRow): boolean {
  return round.closedAt !== null && !round.voided;
}

function roundResult(round: RoundRow, answers: AnswerResult[], players: SessionRows["players"]): RoundResult {
  const { id, number, kind, prompt, front, back, why, multiplier, voided } = round;
  const right = answers.filter((answer) => answer.correct).length;
  const heard = new Set(answers.map((answer) => answer.playerId));
  return {
    id,
    number,
    kind,
    cardId: round.cardId ?? id,
    prompt,
    front,
    back,
    why,
    multiplier,
    voided,
    counts: counts(round),
    options: round.options.map((option) => ({
      id: option.id,
      text: option.text,
      correct: option.correct,
      storedOptionId: option.storedOptionId,
      chosen: answers.filter((answer) => answer.optionId === option.id).length,
    })),
    answered: answers.length,
    right,
    silent: players.filter((player) => seatedDuring(player, round) && !heard.has(player.id)).length,
    share: answers.length === 0 ? null : right / answers.length,
    medianMs: median(answers.map((answer) => answer.takenMs)),
    sureAndWrong: answers.filter((answer) => !answer.correct && (answer.confidence ?? 0) >= CONFIDENT).length,
  };
}

/** Had a seat for at least the end of the round: who came later or had left before is not missing in it. */
function seatedDuring(player: SessionRows["players"][number], round: RoundRow): boolean {
  const end = round.closedAt ?? round.opensAt;
  return player.joinedAt <= end && (player.removedAt === null || player.removedAt > end);
}

function studentResult(player: SessionRows["players"][number], answers: AnswerResult[]): StudentResult {
  const right = answers.filter((answer) => answer.correct).length;
  return {
    playerId: player.id,
    name: player.name,
    removed: player.removedAt !== null,
    guest: player.studentId === null,
    shared: player.reportHash !== null,
    joinedAt: player.joinedAt,
    answered: answers.length,
    right,
    points: sum(answers.map((answer) => answer.points)),
    share: answers.length === 0 ? null : right / answers.length,
    medianMs: median(answers.map((answer) => answer.takenMs)),
    place: null,
  };
}

/** Most points first, equal points share a place; who left or was removed has none and comes last. */
function placed(students: StudentResult[]): StudentResult[] {
  const ordered = [...students].sort(
    (a, b) => +a.removed - +b.removed || b.points - a.points || +a.joinedAt - +b.joinedAt,
  );
  let place = 0;
  let before: number | null = null;
  return ordered.map((student, index) => {
    if (student.removed) return student;
    if (student.points !== before) place = index + 1;
    before = student.points;
    return { ...student, place };
  });
}
