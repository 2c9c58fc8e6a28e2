import { saysTheSame } from "./likeness";
import type { StudiedCard } from "./study";
import { containsPhrase, normalise, words } from "./text";

/** Fronts that ask the same of different things: what answers one of them answers no other. */

/** Fewer words that two fronts share are no frame. */
const MIN_SHARED = 3;
/** Words in which twins differ: "Class A", "the first mill". */
const MAX_APART = 2;

/**
 * True for two cards with unlike short answers or unlike rows of names, whose fronts differ in one word or two at one place: "What is the range
 * of a Class B network?", "… of a Class C network?". What praises or blames is often true of both.
 */
export function areTwins(a: StudiedCard, b: StudiedCard): boolean {
  if (isValuing(a) || !areUnlike(a, b)) return false;
  const [left, right] = [words(a.front), words(b.front)];
  let from = 0;
  while (from < left.length && left[from] === right[from]) from++;
  let behind = 0;
  while (
    behind < Math.min(left.length, right.length) - from &&
    left[left.length - 1 - behind] === right[right.length - 1 - behind]
  )
    behind++;
  const apart = [left.length, right.length].map((size) => size - from - behind);
  return from + behind >= MIN_SHARED && apart.every((size) => size > 0 && size <= MAX_APART);
}

/** A longer entry says something, and may be said of the twin as well. */
const MAX_NAME_WORDS = 2;

function areUnlike(a: StudiedCard, b: StudiedCard): boolean {
  const [one, other] = [a.answer?.text, b.answer?.text];
  if (one !== undefined && other !== undefined)
    return !saysTheSame(one, other) && !containsPhrase(one, other) && !containsPhrase(other, one);
  const [left, right] = [namesIn(a), namesIn(b)];
  return left.length > 0 && right.length > 0 && !left.some((name) => right.includes(name));
}

/** The entries of a card that is a row of names; none of any other card. */
function namesIn({ facts }: StudiedCard): string[] {
  const isRow = facts.every(({ role, text }) => role === "item" && words(text).length <= MAX_NAME_WORDS);
  return isRow ? facts.map(({ text }) => normalise(text)) : [];
}

const FRAME_WORDS = 4;

/** True for two fronts of one telling frame: "How is * formed", "What is the name of *". */
export function shareFrame(a: { frames: readonly string[] }, b: { frames: readonly string[] }): boolean {
  return a.frames.some((frame) => isTelling(frame) && b.frames.includes(frame));
}

/** A frame of four words, or of three round its place. */
export function isTelling(frame: string): boolean {
  const [before = [], behind = []] = frame.split("*").map(words);
  const size = before.length + behind.length;
  return size >= FRAME_WORDS || (size >= MIN_SHARED && before.length > 0 && behind.length > 0);
}

const VALUES = /^which:(?:advantage|disadvantage)$/;

/** True for a front that asks what is good or bad about something. */
export function isValuing({ asked }: { asked: readonly string[] }): boolean {
  return VALUES.test(asked[0] ?? "");
}
