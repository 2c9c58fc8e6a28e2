import type { GameEvent } from "@/contract/events";
import type { OptionId } from "@/contract/ids";
import { score } from "./scoring";
import type { Round } from "./state";

type OptionAccepted = Extract<GameEvent, { type: "option-accepted" }>;

/**
 * The answers that chose an option, with the points that the formula gives them when it is right (`accepted`) or wrong:
 * from the time, the timer and the streak they had when they were given.
 */
export function rescored(round: Round, optionId: OptionId, accepted: boolean): OptionAccepted["rescored"] {
  const { multiplier } = round;
  return [...round.answers].flatMap(([playerId, { optionId: chosen, takenMs, scoredBy }]) =>
    chosen === optionId
      ? [{ playerId, correct: accepted, ...score({ ...scoredBy, correct: accepted, takenMs, multiplier }) }]
      : [],
  );
}

/** Changes a round's keys, and the answers that the event names. */
export function acceptOption(round: Round, event: OptionAccepted): void {
  const { optionId, accepted } = event;
  const others = round.question.keys.filter((key) => key !== optionId);
  // A new question: the one that was asked belongs to the event that opened the round.
  round.question = { ...round.question, keys: accepted ? [...others, optionId] : others };
  if (accepted) round.acceptedLater.add(optionId);
  else round.acceptedLater.delete(optionId);
  for (const { playerId, ...scored } of event.rescored) {
    const given = round.answers.get(playerId);
    if (!given) throw new Error(`The log rescores an answer of ${playerId}, who gave none.`);
    Object.assign(given, scored);
  }
}
