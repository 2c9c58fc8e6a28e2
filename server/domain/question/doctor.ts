import { MAX_OPTION_CHARS } from "@/contract/question";
import { areCompatible } from "./answers";
import type { SkippedCard } from "./generate";
import { latexFault, latexOf } from "./mathematics";
import { nearDuplicates } from "./near-duplicates";
import type { ShortAnswer, StudiedCard, StudiedDeck } from "./study";
import { chars, containsPhrase, normalise } from "./text";

export type AilmentCode =
  | "equal-fronts"
  | "near-duplicate"
  | "too-long"
  | "restates-front"
  | "too-few-distractors"
  | "unbalanced"
  | "broken-formula";

/** Something that will play badly: what, on which cards (ids), and what a teacher can do about it. */
export type Ailment = { code: AilmentCode; message: string; cards: string[]; mend: string };

/** A deck with fewer cards than this is too small to judge its balance. */
const MIN_BALANCED = 8;
/** One kind of answer below this share of the deck stands out whenever it is asked. */
const ODD_SHARE = 0.15;
/** So many cards with the same trouble are told in one sentence: a list of fifty is not read. */
const TOLD_TOGETHER = 4;
/** So many of them are named. */
const NAMED = 3;

/**
 * What will play badly before a class sees it. `skipped` is what `generate` said of the same deck; nothing is asked
 * again. Of cards that are `off`, which no class is asked, nothing is said. Linear in cards, the list is in the order of the deck
 * within each code; a card is named for its first trouble only.
 */
export function examine(
  deck: StudiedDeck,
  skipped: readonly SkippedCard[],
  off: ReadonlySet<string> = new Set(),
): Ailment[] {
  const cards = deck.cards.filter(({ card }) => !off.has(card.id));
  const reasons = new Map(skipped.map(({ card, reason }) => [card, reason]));
  const troubles = cards.flatMap((card) => troubleOf(card, reasons.get(card.card.id)) ?? []);
  const told = new Set(troubles.map(({ card }) => card));
  return [
    ...equalFronts(deck, off),
    ...twins(deck, cards),
    ...together(troubles),
    ...unbalanced(cards.filter((card) => !told.has(card))),
  ];
}

function equalFronts(deck: StudiedDeck, off: ReadonlySet<string>): Ailment[] {
  return [...deck.byFront.values()]
    .map((cards) => cards.filter(({ card }) => !off.has(card.id)))
    .filter((cards) => new Set(cards.map((card) => normalise(card.back))).size > 1)
    .map((cards) => ({
      code: "equal-fronts",
      message: `${cards.length} cards ask “${shortened(cards[0]?.front ?? "")}” and answer it differently.`,
      cards: cards.map((card) => card.card.id),
      mend: "Say in each front which answer is meant, or join the cards into one.",
    }));
}

function twins(deck: StudiedDeck, cards: readonly StudiedCard[]): Ailment[] {
  return nearDuplicates(cards, deck.languages).map(([first, second]) => ({
    code: "near-duplicate",
    message: `“${shortened(first.front)}” and “${shortened(second.front)}” are nearly the same card.`,
    cards: [first.card.id, second.card.id],
    mend: "Keep one of them, or make clear how they differ.",
  }));
}

/** What is wrong with one card. */
type Trouble = {
  card: StudiedCard;
  code: (typeof CODES)[number];
  /** Why; cards with the same code and the same cause can be told together. */
  cause: string;
  /** Of this card alone, and of several like it: `fronts` names some. */
  alone: string;
  together: (count: number, fronts: string) => string;
  mend: string;
};

function troubleOf(card: StudiedCard, reason: string | undefined): Trouble | undefined {
  return (
    brokenFormula(card) ?? restatesFront(card, reason) ?? ((reason && unasked(card, reason)) || undefined)
  );
}

function brokenFormula(card: StudiedCard): Trouble | undefined {
  for (const latex of latexOf(`${card.card.front}\n${card.card.back}`)) {
    const fault = latexFault(latex);
    if (fault === undefined) continue;
    return {
      card,
      code: "broken-formula",
      cause: "",
      alone: `The formula ${shortened(latex)} of “${shortened(card.front)}” cannot be shown: ${fault}.`,
      together: (count, fronts) => `${count} cards have a formula that cannot be shown: ${fronts}.`,
      mend: "Mend its LaTeX, or write it as plain text without dollar signs.",
    };
  }
  return undefined;
}

function restatesFront(card: StudiedCard, reason: string | undefined): Trouble | undefined {
  const text = card.answer?.text;
  if (text === undefined || card.hasGap) return undefined;
  if (!containsPhrase(card.front, text) && normalise(card.front) !== normalise(card.back)) return undefined;
  if (reason === undefined && isOneOfNumbers(card.front, text)) return undefined;
  return {
    card,
    code: "restates-front",
    cause: "",
    alone: `The answer of “${shortened(card.front)}” stands in its own front.`,
    together: (count, fronts) => `The answers of ${count} cards stand in their own fronts: ${fronts}.`,
    mend: "Ask it without the answer's words, or leave the card out of the game.",
  };
}

/** "How many rows are in a 12 x 16 matrix?": the answer is one of several numbers, and which one is the question. */
function isOneOfNumbers(front: string, answer: string): boolean {
  const numbers = new Set(front.match(/\d+(?:[.,]\d+)*/g));
  return numbers.size > 1 && numbers.has(answer.trim());
}

function unasked(card: StudiedCard, reason: string): Trouble {
  const hasAnswer = card.answer !== undefined || card.statement !== undefined || card.back === "";
  if (!hasAnswer && chars(card.back) > MAX_OPTION_CHARS) {
    return {
      card,
      code: "too-long",
      cause: reason,
      alone: `No fact of “${shortened(card.front)}” fits an answer button (its back has ${chars(card.back)} characters). ${reason}`,
      together: (count, fronts) => `No fact of ${count} cards fits an answer button: ${fronts}. ${reason}`,
      mend: "Begin the back with one short sentence that answers the front.",
    };
  }
  return {
    card,
    code: "too-few-distractors",
    cause: `${reason} ${hasAnswer}`,
    alone: `“${shortened(card.front)}” gives no question. ${reason}`,
    together: (count, fronts) => `${count} cards give no question: ${fronts}. ${reason}`,
    mend: hasAnswer
      ? "Write a question with wrong answers of your own, or add more cards of the same sort."
      : "Begin the back with one short sentence that answers the front.",
  };
}

/** What can be wrong with one card, in the order in which it is told. */
const CODES = ["broken-formula", "restates-front", "too-long", "too-few-distractors"] as const;

/** One ailment for each trouble, or for many of a kind. */
function together(troubles: readonly Trouble[]): Ailment[] {
  const sorted = CODES.flatMap((code) => troubles.filter((trouble) => trouble.code === code));
  return [...grouped(sorted, ({ code, cause }) => `${code} ${cause}`).values()].flatMap((same): Ailment[] => {
    const [first] = same;
    if (first === undefined || same.length < TOLD_TOGETHER)
      return same.map(({ code, alone, card, mend }) => ({
        code,
        message: alone,
        cards: [card.card.id],
        mend,
      }));
    const fronts = same.slice(0, NAMED).map(({ card }) => `“${shortened(card.front)}”`);
    const message = first.together(same.length, `${fronts.join(", ")} and ${same.length - NAMED} more`);
    return [{ code: first.code, message, cards: same.map(({ card }) => card.card.id), mend: first.mend }];
  });
}

/** Few answers of one kind among many of another give themselves away, or find no company. */
function unbalanced(cards: readonly StudiedCard[]): Ailment[] {
  if (cards.length < MIN_BALANCED) return [];
  // A longer text is condensed to a clause.
  const kinds = grouped(cards, ({ answer }) => answer?.type ?? "clause");
  return [...kinds].flatMap(([kind, of]): Ailment[] => {
    const company = [...kinds].filter(([other]) => other === kind || areCompatible(kind, other));
    const size = company.reduce((sum, [, members]) => sum + members.length, 0);
    if (size >= 3 || size / cards.length >= ODD_SHARE) return [];
    return [
      {
        code: "unbalanced",
        message: `Only ${size} of ${cards.length} cards answer with ${KIND_NAMES[kind]}: wrong answers of that kind are scarce.`,
        cards: of.map(({ card }) => card.id),
        mend: "Add cards of that kind, write wrong answers for them, or move them to another deck.",
      },
    ];
  });
}

type AnswerKind = ShortAnswer["type"];

const KIND_NAMES: Record<AnswerKind, string> = {
  "yes-no": "yes or no",
  year: "a year",
  date: "a date",
  number: "a number",
  quantity: "a quantity",
  formula: "a formula",
  code: "code",
  name: "a word or a name",
  term: "a word or a name",
  phrase: "a phrase",
  clause: "a phrase",
};

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function shortened(text: string): string {
  return chars(text) <= 60 ? text : `${[...text].slice(0, 57).join("").trimEnd()}…`;
}
