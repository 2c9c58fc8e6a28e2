import type { GameEvent } from "@/contract/events";
import type { PlayerId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import { evolve, start } from "../domain/game/evolve";
import type { SessionState } from "../domain/game/state";
import { ownDeadline } from "../domain/game/timing";
import type { StoredSession } from "../room/ports";

/** The invariants of a live game (docs/live-rules.md), checked on what was stored and on what was sent. */

function must(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Error(rule);
}

/** What one frame to a phone or a host screen may not hold: somebody's token, or the key of an open question. */
export function checkFrame(frame: string, state: SessionState, tokens: readonly string[]) {
  for (const token of tokens) must(!frame.includes(token), "7: a frame holds another's token");
  if (state.phase.name !== "question") return;
  const { question } = state.phase.round;
  must(!frame.includes('"keys"') || !frame.includes(state.phase.round.id), "8: a frame tells the key");
  must(!/"correct":(true|false)/.test(frame), "8: a frame tells who is right");
  must(!frame.includes(JSON.stringify(question.back)), "8: a frame tells the card's back before the reveal");
  for (const hidden of [
    question.questionId,
    question.cardId,
    ...question.options.map((o) => o.storedOptionId),
  ])
    must(
      hidden === null || !frame.includes(hidden),
      "8: a frame names a question, card or option of the bank",
    );
}

const LEGAL: Record<string, readonly string[]> = {
  lobby: ["question", "podium"],
  question: ["reveal"],
  reveal: ["standings", "question", "podium"],
  standings: ["question", "podium"],
  podium: [],
};

/** Checks the log of one session. Returns the state it folds to. */
export function checkLog({ events }: Pick<StoredSession, "events">): SessionState {
  const causes = new Set<string>();
  events.forEach(({ seq, cause }, i) => {
    must(seq === i + 1, `4: event ${seq} stands at ${i + 1}`);
    must(cause === null || !causes.has(cause), `9: ${cause} has happened twice`);
    if (cause) causes.add(cause);
  });
  const state = walk(events.map(({ event }) => event));
  for (const player of state.players.values()) {
    let sum = 0;
    for (const round of state.rounds)
      if (round.closed && !round.voided) sum += round.answers.get(player.id)?.points ?? 0;
    must(sum === player.score, `6: ${player.id} has ${player.score} points and awards of ${sum}`);
  }
  return state;
}

/** Walks through the events as they happened: phases in order, every answer once, and in its time. */
function walk(events: readonly GameEvent[]): SessionState {
  const answered = new Set<string>();
  const [first, ...rest] = structuredClone(events);
  must(first?.type === "session-created", "4: the log does not begin with the session");
  let state = start(first);
  for (const event of rest) {
    if (event.type === "answer-accepted") {
      const key = `${event.roundId}/${event.playerId}`;
      must(!answered.has(key), `2: ${key} was accepted twice`);
      answered.add(key);
      const { correct, points, award } = event;
      must(
        points === (award.base + award.speed + award.streak) * award.multiplier,
        `6: ${key} got ${points} points for ${JSON.stringify(award)}`,
      );
      must(correct || points === 0, `6: ${key} is wrong and got points`);
      checkInTime(event, state);
    }
    const { name } = state.phase;
    state = evolve(state, event);
    const now = state.phase.name;
    must(now === name || LEGAL[name]?.includes(now) === true, `5: ${name} was followed by ${now}`);
  }
  return state;
}

function checkInTime(answer: Extract<GameEvent, { type: "answer-accepted" }>, before: SessionState) {
  must(before.phase.name === "question", "3: an answer was accepted outside a question");
  const { round, pausedAt } = before.phase;
  must(round.id === answer.roundId && !round.closed, "3: an answer was accepted for a closed round");
  must(pausedAt === null, "3: an answer was accepted in a pause");
  must(answer.at >= round.opensAt, "3: an answer was accepted before its question opened");
  const player = before.players.get(answer.playerId);
  must(player !== undefined && player.removed === null, "3: an answer was accepted without a seat");
  const deadline = ownDeadline(round, player);
  must(
    deadline === null || answer.at <= deadline + LIMITS.answerGraceMs,
    "3: an answer was accepted after its time and the grace",
  );
}

/** What one client was told about its answers: command by command. */
export type ToldAnswer = { playerId: PlayerId; roundId: string; commandId: string; ok: boolean };

/** Whatever was acknowledged is stored, exactly once, and nothing was stored that was refused for good. */
export function checkTold(told: readonly ToldAnswer[], { events }: Pick<StoredSession, "events">) {
  const stored = new Map<string, number>();
  for (const { event } of events)
    if (event.type === "answer-accepted") stored.set(event.commandId, (stored.get(event.commandId) ?? 0) + 1);
  for (const { commandId, ok } of told)
    must(
      (stored.get(commandId) ?? 0) === (ok ? 1 : 0),
      `1: ${commandId} was told ${ok}, stored ${stored.get(commandId)}`,
    );
}
