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
import type { AnswerRow, SessionFrame } from "./rows";

const DAY_MS = 24 * 60 * 60 * 1000;

type RoundRow = SessionFrame["rounds"][number];

/** Everything of a session but the answers themselves: it stays small, however many they are. */
export type CountedSession = Omit<SessionResults, "answers">;

/** Rows of a session → everything that its pages show. Every figure is counted from `answers`. */
export function shapeResults(frame: SessionFrame, answers: readonly AnswerRow[]): SessionResults {
  const tally = new Tally(frame);
  const byRound = groupBy(answers, ({ roundId }) => roundId);
  const shown = frame.rounds.flatMap((round) => tally.count(round, byRound.get(round.id) ?? []));
  return { ...tally.counted(), answers: shown };
}

type Own = { answered: number; right: number; points: number; times: number[] };

/** Counts the answers of a session round by round, and keeps none of them. */
export class Tally {
  private readonly nameById: Map<string, string>;
  private readonly rounds: RoundResult[] = [];
  private readonly byPlayer = new Map<string, Own>();

  constructor(private readonly frame: SessionFrame) {
    this.nameById = new Map(frame.players.map(({ id, name }) => [id, name]));
  }

  /** Counts one round. @param answers all of the round's. @returns them as they are shown */
  count(round: RoundRow, answers: readonly AnswerRow[]): AnswerResult[] {
    const counting = counts(round);
    const texts = new Map(round.options.map(({ id, text }) => [id, text]));
    const given = answers.map(
      ({ points, ...answer }): AnswerResult => ({
        ...answer,
        number: round.number,
        name: this.nameById.get(answer.playerId) ?? "",
        optionText: texts.get(answer.optionId) ?? "",
        points: counting ? points : 0,
        multiplier: round.multiplier,
        counts: counting,
      }),
    );
    this.rounds.push(roundResult(round, given, this.frame.players));
    if (counting) for (const answer of given) this.credit(answer);
    return given;
  }

  /** What has been counted so far. */
  counted(): CountedSession {
    const { session, players } = this.frame;
    const settings = GameSettings.safeParse(session.settings);
    const counted = this.rounds.filter((round) => round.counts);
    const answers = sum(counted.map((round) => round.answered));
    const right = sum(counted.map((round) => round.right));
    const interval = wilson(right, answers);
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
      rounds: this.rounds,
      students: placed(players.map((player) => studentResult(player, this.byPlayer.get(player.id)))),
      totals: {
        answers,
        right,
        accuracy: answers === 0 ? null : right / answers,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        voided: this.rounds.filter((round) => round.voided).length,
      },
    };
  }

  private credit({ playerId, correct, points, takenMs }: AnswerResult) {
    const own = this.byPlayer.get(playerId) ?? { answered: 0, right: 0, points: 0, times: [] };
    this.byPlayer.set(playerId, own);
    own.answered += 1;
    own.right += correct ? 1 : 0;
    own.points += points;
    own.times.push(takenMs);
  }
}

function counts(round: RoundRow): boolean {
  return round.closedAt !== null && !round.voided;
}

function roundResult(
  round: RoundRow,
  answers: AnswerResult[],
  players: SessionFrame["players"],
): RoundResult {
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
function seatedDuring(player: SessionFrame["players"][number], round: RoundRow): boolean {
  const end = round.closedAt ?? round.opensAt;
  return player.joinedAt <= end && (player.removedAt === null || player.removedAt > end);
}

function studentResult(player: SessionFrame["players"][number], own: Own | undefined): StudentResult {
  const { answered, right, points, times } = own ?? { answered: 0, right: 0, points: 0, times: [] };
  return {
    playerId: player.id,
    name: player.name,
    removed: player.removedAt !== null,
    guest: player.studentId === null,
    shared: player.reportHash !== null,
    joinedAt: player.joinedAt,
    answered,
    right,
    points,
    share: answered === 0 ? null : right / answered,
    medianMs: median(times),
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
