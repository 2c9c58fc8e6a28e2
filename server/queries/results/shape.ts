import { CONFIDENT, groupBy } from "#server/domain/report/answers";
import { median, sum, wilson } from "#server/domain/report/statistics";
import {
  type AnswerResult,
  GUEST_RETENTION_DAYS,
  keptUntil,
  type RoundResult,
  type SessionResults,
  type StudentResult,
} from "@/contract/results";
import { GameSettings } from "@/contract/settings";
import type { AnswerRow, SessionFrame } from "./rows";

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

/** When a player was there, server epoch ms. */
type Seat = { id: string; from: number; to: number };
type Own = { answered: number; right: number; points: number; times: number[] };

/** Counts the answers of a session round by round, and keeps none of them. */
export class Tally {
  private readonly nameById: Map<string, string>;
  private readonly seats: readonly Seat[];
  private readonly rounds: RoundResult[] = [];
  private readonly byPlayer = new Map<string, Own>();

  constructor(private readonly frame: SessionFrame) {
    this.nameById = new Map(frame.players.map(({ id, name }) => [id, name]));
    this.seats = frame.players.map(({ id, joinedAt, removedAt }) => ({
      id,
      from: joinedAt.getTime(),
      to: removedAt?.getTime() ?? Number.POSITIVE_INFINITY,
    }));
  }

  /** Counts one round. @param answers all of the round's. @returns them as they are shown */
  count(round: RoundRow, answers: readonly AnswerRow[]): AnswerResult[] {
    const counting = counts(round);
    const texts = new Map(round.options.map(({ id, text }) => [id, text]));
    const { number, multiplier } = round;
    // Field by field: copying the rest of each object would take longer than all the rest of the work.
    const given = answers.map(
      (answer): AnswerResult => ({
        roundId: answer.roundId,
        number,
        playerId: answer.playerId,
        name: this.nameById.get(answer.playerId) ?? "",
        optionId: answer.optionId,
        optionText: texts.get(answer.optionId) ?? "",
        correct: answer.correct,
        takenMs: answer.takenMs,
        points: counting ? answer.points : 0,
        base: answer.base,
        speed: answer.speed,
        streak: answer.streak,
        multiplier,
        confidence: answer.confidence,
        acceptedAt: answer.acceptedAt,
        counts: counting,
      }),
    );
    this.rounds.push(roundResult(round, given, this.seats));
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
        session.endedAt && keptUntil(session.endedAt, session.class?.retentionDays ?? GUEST_RETENTION_DAYS),
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

function roundResult(round: RoundRow, answers: readonly AnswerResult[], seats: readonly Seat[]): RoundResult {
  const { id, number, kind, prompt, front, back, why, multiplier, voided } = round;
  const heard = new Set<string>();
  const chosen = new Map<string, number>();
  let right = 0;
  let sureAndWrong = 0;
  for (const { playerId, optionId, correct, confidence } of answers) {
    heard.add(playerId);
    chosen.set(optionId, (chosen.get(optionId) ?? 0) + 1);
    if (correct) right += 1;
    else if ((confidence ?? 0) >= CONFIDENT) sureAndWrong += 1;
  }
  const end = (round.closedAt ?? round.opensAt).getTime();
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
      chosen: chosen.get(option.id) ?? 0,
    })),
    answered: answers.length,
    right,
    // Had a seat for at least the end of the round: who came later or had left before is not missing in it.
    silent: seats.filter(({ id, from, to }) => from <= end && to > end && !heard.has(id)).length,
    share: answers.length === 0 ? null : right / answers.length,
    medianMs: median(answers.map((answer) => answer.takenMs)),
    sureAndWrong,
  };
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
