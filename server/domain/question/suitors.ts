import { areAlikeInForm } from "./answer-form";
import { askAlike } from "./asked";
import { growAlike, isOrder } from "./growth";
import { lookOf } from "./look";
import type { Entry } from "./pool";
import type { StudiedCard } from "./study";

/** Fewer options that could follow the question leave the key to be told by its kind alone. */
export const ENOUGH_SUITORS = 2;

/**
 * Tells what could follow a card's front beside its key, as far as form shows: answers to fronts that ask alike, built as
 * the key is, whole, and not naming another card's subject. What they say is for other rules.
 */
export function suitorsOf(key: string, card: StudiedCard): (entry: Entry) => boolean {
  const own = lookOf(key, card);
  const isOwnOrder = isOrder(key);
  return ({ text, look, asked }) => {
    if (card.asked.length > 0 && asked.length > 0 && !askAlike(card.asked, asked)) return false;
    if (!areAlikeInForm(own.form, look.form) || isFarFrom(own.words, look.words)) return false;
    if ((own.isWhole && !look.isWhole) || (!own.isLabelled && look.isLabelled)) return false;
    if (own.goesOn && !look.goesOn) return false;
    if (isOwnOrder && !growAlike(key, text)) return false;
    return own.namesItself || !look.namesItself;
  };
}

/**
 * Tells what could follow the front at a pinch: what answers a front that asks alike, or is built alike. Beside such options
 * the key can be told, but does not shout.
 */
export function halfSuitorsOf(key: string, card: StudiedCard): (entry: Entry) => boolean {
  const own = lookOf(key, card);
  const kind = card.asked.at(-1);
  return ({ look, asked }) => {
    if (own.isWhole && !look.isWhole) return false;
    // Where a number of something is asked for every name is seen to be none.
    if (kind === "measure") return asked.at(-1) === kind || look.form === "measure";
    return areAlikeInForm(own.form, look.form) || (card.asked.length > 0 && askAlike(card.asked, asked));
  };
}

/** A name beside a sentence is told by its length alone. */
function isFarFrom(key: number, other: number): boolean {
  return Math.max(key, other) > 3 * Math.min(key, other) + 3;
}
