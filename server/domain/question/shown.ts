import type { Shares } from "#server/domain/distractors/shares";
import type { Question } from "@/contract/question";
import type { StudiedCard } from "./study";

/** Which of the questions that were made of a card are asked: told ones only where there is no other. */

/** A question and the chance with which each blind guess finds its key. */
export type Made = { question: Question; hits: Shares };

/**
 * Flags of questions whose key can be told without knowing, the surest last: strangers found two thirds of the first kind valid
 * all the same, and none of the last (`docs/engineering/judged`).
 */
const GIVES_AWAY = ["only-fit", "guessable", "echo"];
/** Flags of questions that many answer without knowing, but not surely. */
const LESS_WORTHY: ReadonlySet<string> = new Set(["everyday", "hinted", "abbreviation"]);
/** A key that stands out by its form is asked only of cards without an even question, and never as the one that does not belong. */
const STANDS_OUT: ReadonlySet<string> = new Set(["key-longest", "key-odd-format"]);

/** True where nothing but knowledge tells the key. */
export function isOpen(one: Made): boolean {
  return waysTold(one) === 0;
}

/** True for an open question that is about more than everyday words, and that no word of its own tells. */
export function isWorthy(one: Made): boolean {
  return isOpen(one) && !one.question.flags.some((flag) => LESS_WORTHY.has(flag));
}

export function standsOut({ flags }: { flags: readonly string[] }): boolean {
  return flags.some((flag) => STANDS_OUT.has(flag));
}

/** The questions to ask, in the order in which they were made. */
export function shownOf(made: readonly Made[], card: StudiedCard): Made[] {
  const open = made.filter(isOpen);
  const even = open.filter(({ question }) => !standsOut(question));
  const shown = even.length > 0 ? even : open.length > 0 ? open : leastTold(made, card);
  const worthy = shown.filter(isWorthy);
  return worthy.length > 0 ? worthy : shown.slice(0, 1);
}

function waysTold({ question }: Made): number {
  return question.flags.filter((flag) => GIVES_AWAY.includes(flag)).length;
}

/**
 * A card that can only be asked so that the key is told is asked once; a longer answer not where it is told in two ways at a
 * time. A term or a formula is worth practising even so.
 */
function leastTold(made: readonly Made[], card: StudiedCard): Made[] {
  const isTerse = card.answer !== undefined && !["clause", "phrase"].includes(card.answer.type);
  const once = made.filter((one) => waysTold(one) === 1);
  const least = GIVES_AWAY.map((flag) => once.filter(({ question }) => question.flags.includes(flag))).find(
    (told) => told.length > 0,
  );
  // Among whole questions a key hides better than among sentences that answer others.
  const turned = isTerse ? undefined : least?.find(({ question }) => question.kind === "back-to-front");
  const best = turned ?? least?.[0] ?? (isTerse ? made[0] : undefined);
  return best === undefined ? [] : [best];
}
