import type { Fact } from "./facts";
import type { StudiedCard, StudiedDeck } from "./study";
import { contentStems, isFunctionWord, normalise, shareContent, words } from "./text";

/** A label that so many sections use names an attribute ("Result"), not a thing. */
const GENERIC_USES = 2;
const GENERIC =
  /^(?:(?:why|how|what|when|where|who|each|every|which)\b.*|(?:core|key|main|big|basic)\s+\p{L}+|related(?: to)?|(?:various|other|some|many|different|common)\s+\p{L}+|similar(?:ly)?|also|first|second|third|finally|result|results|effect|purpose|why|how|what|when|where|who|input|output|goal|aim|problem|solution|advantage|disadvantage|benefit|limitation|definition|meaning|note|example|type|use|use case|key insight|trend|cause|reason|summary|overview|formula|answer|step \d+|part \d+|.*\b\d+)$/iu;

/** True for a label that names one thing of its card, so that it can be asked for and asked about. */
export function isTelling(label: string, deck: StudiedDeck): boolean {
  if (GENERIC.test(label.trim()) || words(label).every(isFunctionWord)) return false;
  return (deck.labelUse.get(normalise(label)) ?? 0) < GENERIC_USES;
}

/** Labelled facts that teach something: no asides, no label that gives its value away. */
export function askableFacts(card: StudiedCard): Fact[] {
  return card.facts.filter(
    (fact) =>
      fact.role === "labelled" &&
      !fact.aside &&
      fact.label !== undefined &&
      !/^(?:like|such as|e\.g)\b/i.test(fact.text) &&
      !shareContent(fact.label, fact.text),
  );
}

/** Share of common words from which two answers are taken for one. */
const SAME_WORDS = 0.7;

/** True when two descriptions say much the same: half of the shorter one's telling words, or two of them, are in both. */
export function areClose(a: string, b: string): boolean {
  const stemsA = new Set(contentStems(a));
  const stemsB = new Set(contentStems(b));
  const shared = [...stemsB].filter((one) => stemsA.has(one)).length;
  return shared >= 2 || shared * 2 >= Math.max(1, Math.min(stemsA.size, stemsB.size));
}

/** True when two longer answers are made of nearly the same words, so that one may be the other said again. */
export function saysTheSame(a: string, b: string): boolean {
  const stemsA = new Set(contentStems(a));
  const stemsB = new Set(contentStems(b));
  if (Math.min(stemsA.size, stemsB.size) < 3) return false;
  const shared = [...stemsB].filter((one) => stemsA.has(one)).length;
  return shared / (stemsA.size + stemsB.size - shared) >= SAME_WORDS;
}

/** Words of fronts that more than this share of the deck's cards use tell no subject. */
const COMMON_SHARE = 0.25;

/** Cards whose subject shares a telling word with this one's: what is said of one may be true of the other. */
export function areRelated(a: StudiedCard, b: StudiedCard, deck: StudiedDeck): boolean {
  if (a.index === b.index) return true;
  const limit = Math.max(2, deck.cards.length * COMMON_SHARE);
  const stemsA = new Set(contentStems(a.topic.name ?? a.front));
  return contentStems(b.topic.name ?? b.front).some(
    (one) => stemsA.has(one) && (deck.frontStems.get(one) ?? 0) <= limit,
  );
}
