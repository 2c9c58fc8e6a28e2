import { equivalence } from "../distractors/guards/equivalent";
import { type Reading, readingOf } from "../distractors/guards/reading";
import { stemmerFor } from "../distractors/stem";
import type { Languages } from "./language";
import { saysTheSame } from "./likeness";
import type { StudiedCard } from "./study";
import { isFunctionWord, normalise, words } from "./text";

/** Two cards that ask and answer nearly the same, the one that comes first in the deck first. */
export type NearDuplicate = [StudiedCard, StudiedCard];

/** What a front asks, whatever its order and its small words. */
type Asked = {
  card: StudiedCard;
  /** Stems of its telling words, each once, and the words themselves. */
  stems: ReadonlySet<string>;
  words: ReadonlySet<string>;
  /** Those of them that are names, numbers or abbreviations: one of them more is another question. */
  names: ReadonlySet<string>;
  /** The stems in the order of the front. */
  order: string;
  back: Reading;
};

/** Words by which anything is asked for: "Name the …", "Define …", "What do you call …?". */
const ASKING = new Set(
  "name give state define definition describe explain tell call called mean means meaning term word refer refers".split(
    " ",
  ),
);
/** Small words that make another question: "before the war", "after the war". */
const TELLING = new Set(
  (
    "not no without before after above below under over up down out off into onto from against until since more most many few less " +
    "first last both each all any only other who where when why how"
  ).split(" "),
);

/** Signs that words alone do not show: "2 + 3" and "2 × 3" are not one question. */
const SYMBOLIC = /[\p{Sm}\p{Sc}*/\\^_{}[\]|&#@$%°→←⇒]|\p{L}\(|\d\s*[-–:]\s*\d/u;

/** A back that more cards have does not show that two of them are one. */
const MOST_COMPANY = 2;
/** Cards with one back, or with one set of words, that are looked at for a card. */
const MOST_COMPARED = 20;

/**
 * Those of a deck's cards that are nearly the same as an earlier one, each named once: fronts of the same telling words in any order, or one
 * with a word more than the other, and backs that say the same. Linear in cards.
 */
export function nearDuplicates(cards: readonly StudiedCard[], languages: Languages): NearDuplicate[] {
  const seen = new Map<string, Asked[]>();
  const backs = countBacks(cards);
  return cards.flatMap((card): NearDuplicate[] => {
    if (card.front === "" || card.back === "") return [];
    const asked = askedBy(card, languages);
    const keys = [`front ${[...asked.stems].sort().join(" ")}`, `back ${asked.back.signature}`];
    const earlier = new Set(keys.flatMap((key) => seen.get(key)?.slice(-MOST_COMPARED) ?? []));
    for (const key of keys) {
      const list = seen.get(key);
      if (list) list.push(asked);
      else seen.set(key, [asked]);
    }
    const twin = [...earlier].find((other) => isNearDuplicate(other, asked, backs));
    return twin ? [[twin.card, card]] : [];
  });
}

function countBacks(cards: readonly StudiedCard[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { back } of cards) counts.set(normalise(back), (counts.get(normalise(back)) ?? 0) + 1);
  return counts;
}

function askedBy(card: StudiedCard, languages: Languages): Asked {
  const stem = stemmerFor(languages.front);
  const stems = new Set<string>();
  const bases = new Set<string>();
  const names = new Set<string>();
  const order: string[] = [];
  const starts = words(card.front)[0];
  for (const word of words(card.front)) {
    const base = word.replace(/['’]s?$/, "");
    if (ASKING.has(base) || (isFunctionWord(base) && !TELLING.has(base))) continue;
    const one = stem(base);
    stems.add(one);
    bases.add(base);
    order.push(one);
    if (/\d/.test(base) || (word !== starts && isCapital(card.front, base))) names.add(one);
  }
  const back = readingOf(card.back, languages.back);
  return { card, stems, words: bases, names, order: order.join(" "), back };
}

/** Written with a capital or more, as names and abbreviations are. */
function isCapital(front: string, word: string): boolean {
  const at = front.toLowerCase().indexOf(word);
  return at >= 0 && /^\p{Lu}/u.test(front.slice(at));
}

function isNearDuplicate(one: Asked, other: Asked, backs: ReadonlyMap<string, number>): boolean {
  const [a, b] = [one.card, other.card];
  if (normalise(a.front) === normalise(b.front)) return normalise(a.back) === normalise(b.back);
  if (a.hasGap || b.hasGap || SYMBOLIC.test(`${a.front}${b.front}`)) return false;
  if (one.stems.size === 0 || !answerAlike(one, other)) return false;
  const extra = differences(one, other);
  if (extra.length === 0) return a.verdict === undefined || one.order === other.order;
  const shared = Math.min(one.stems.size, other.stems.size);
  return (
    extra.length === 1 &&
    shared >= 2 &&
    one.stems.size !== other.stems.size &&
    a.verdict === undefined &&
    (backs.get(normalise(a.back)) ?? 0) <= MOST_COMPANY &&
    !extra.some((stem) => one.names.has(stem) || other.names.has(stem) || TELLING.has(stem))
  );
}

/** The stems that only one of the fronts has. */
function differences(one: Asked, other: Asked): string[] {
  return [
    ...[...one.stems].filter((stem) => !other.stems.has(stem)),
    ...[...other.stems].filter((stem) => !one.stems.has(stem)),
  ];
}

/**
 * Equal backs, or long ones of the same words. Backs that are equal in meaning only ("UK", "United Kingdom") where the fronts have the same
 * words, and not just the same stems: "sweet" and "sweets" have their own translations.
 */
function answerAlike(one: Asked, other: Asked): boolean {
  const [a, b] = [one.card.back, other.card.back];
  if (normalise(a) === normalise(b) || saysTheSame(a, b)) return true;
  const sameWords = one.words.size > 1 && haveSame(one.words, other.words);
  return sameWords && equivalence(one.back, other.back) !== undefined;
}

function haveSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every((one) => others.has(one));
}
