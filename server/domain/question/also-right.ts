import type { Entry } from "./pool";
import type { StudiedCard } from "./study";
import { containsPhrase, contentStems, words } from "./text";

/** Whether what one card says may be right for another card's front as well, as far as words tell. */

/** Share of the shorter front's telling words from which two fronts ask nearly the same. */
const NEARLY_THE_SAME = 0.8;

/**
 * True when what a card says may answer another card's front as well: the fronts ask nearly the same or one asks more widely,
 * the other's term is named, or what is said beyond the words of its own front stands on the other card too.
 */
export function mayAnswerToo(reply: string, card: StudiedCard, other: StudiedCard): boolean {
  const asked = new Set(contentStems(card.front));
  const theirs = new Set(contentStems(other.front));
  const both = [...asked].filter((one) => theirs.has(one)).length;
  if (both >= NEARLY_THE_SAME * Math.min(asked.size, theirs.size)) return true;
  const reached = new Set(contentStems(reply));
  const isGeneral = [...theirs].filter((one) => !reached.has(one)).length <= 1;
  const isNoNearer = [...asked].every((one) => !reached.has(one) || theirs.has(one));
  // "Hay is dried on racks" says no more to "How does the drying of hay work?" than to "How to dry hay?".
  if (both > 0 && isGeneral && isNoNearer) return true;
  if (other.named !== undefined && contentStems(other.named).length > 0 && containsPhrase(reply, other.named))
    return true;
  const news = [...reached].filter((one) => !asked.has(one));
  const said = new Set([...theirs, ...contentStems(other.back)]);
  const shared = news.filter((one) => said.has(one)).length;
  return (shared >= 2 && shared * 2 >= news.length) || news.some((one) => theirs.has(one));
}

/** Words at the beginning of a statement in which its subject stands. */
const OPENING_WORDS = 3;

/** A statement that names this card's term, or opens with a word of a front without one, may be true of it. */
export function isAbout(card: StudiedCard, entry: Entry): boolean {
  const stems = new Set(contentStems(card.topic.name ?? ""));
  if (stems.size === 0) {
    const asked = new Set(contentStems(card.front));
    return contentStems(words(entry.text).slice(0, OPENING_WORDS).join(" ")).some((one) => asked.has(one));
  }
  const said = new Set(contentStems(entry.text));
  return [...stems].every((one) => said.has(one));
}
