import type { SkippedCard } from "./generate";
import { saysTheSame } from "./likeness";
import { latexFault, latexOf } from "./mathematics";
import type { StudiedCard, StudiedDeck } from "./study";
import { chars, containsPhrase, contentStems, normalise } from "./text";

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
/** A stem in more cards than this does not tell near duplicates. */
const MAX_SHARED = 40;

/**
 * What will play badly before a class sees it. `skipped` is what `generate` said of the same deck; nothing is asked
 * again. Linear in cards, the list is in the order of the deck within each code.
 */
export function examine(deck: StudiedDeck, skipped: readonly SkippedCard[]): Ailment[] {
  return [
    ...equalFronts(deck),
    ...nearDuplicates(deck),
    ...deck.cards.flatMap((card) => [...brokenFormulas(card), ...restatesFront(card)]),
    ...unasked(deck, skipped),
    ...unbalanced(deck),
  ];
}

function equalFronts(deck: StudiedDeck): Ailment[] {
  return [...deck.byFront.values()]
    .filter((cards) => cards.length > 1 && new Set(cards.map((card) => normalise(card.back))).size > 1)
    .map((cards) => ({
      code: "equal-fronts",
      message: `${cards.length} cards ask “${shortened(cards[0]?.front ?? "")}” and answer it differently.`,
      cards: cards.map((card) => card.card.id),
      mend: "Say in each front which answer is meant, or join the cards into one.",
    }));
}

function nearDuplicates(deck: StudiedDeck): Ailment[] {
  const seen = new Map<string, StudiedCard[]>();
  const out: Ailment[] = [];
  for (const card of deck.cards) {
    const keys = rareStems(card, deck);
    const near = new Set(keys.flatMap((key) => (seen.get(key) ?? []).slice(-MAX_SHARED)));
    for (const other of near) {
      if (!isNearDuplicate(card, other)) continue;
      out.push({
        code: "near-duplicate",
        message: `“${shortened(other.front)}” and “${shortened(card.front)}” are nearly the same card.`,
        cards: [other.card.id, card.card.id],
        mend: "Keep one of them, or make clear how they differ.",
      });
      break;
    }
    for (const key of keys) seen.set(key, [...(seen.get(key) ?? []), card]);
  }
  return out;
}

/** The three stems of a card's front that the fewest fronts have; two near duplicates share at least one. */
function rareStems(card: StudiedCard, deck: StudiedDeck): string[] {
  const uses = (one: string) => deck.frontStems.get(one) ?? 0;
  return [...new Set(contentStems(card.front))].sort((a, b) => uses(a) - uses(b)).slice(0, 3);
}

function isNearDuplicate(a: StudiedCard, b: StudiedCard): boolean {
  const sameFront = normalise(a.front) === normalise(b.front);
  const sameBack = normalise(a.back) === normalise(b.back);
  if (sameFront) return sameBack;
  if (a.hasGap || b.hasGap) return false;
  return saysTheSame(a.front, b.front) && (sameBack || saysTheSame(a.back, b.back));
}

function brokenFormulas(card: StudiedCard): Ailment[] {
  for (const latex of latexOf(`${card.card.front}\n${card.card.back}`)) {
    const fault = latexFault(latex);
    if (fault === undefined) continue;
    return [
      {
        code: "broken-formula",
        message: `The formula ${shortened(latex)} of “${shortened(card.front)}” cannot be shown: ${fault}.`,
        cards: [card.card.id],
        mend: "Mend its LaTeX, or write it as plain text without dollar signs.",
      },
    ];
  }
  return [];
}

function restatesFront(card: StudiedCard): Ailment[] {
  const text = card.answer?.text;
  if (text === undefined || card.hasGap) return [];
  if (!containsPhrase(card.front, text) && normalise(card.front) !== normalise(card.back)) return [];
  return [
    {
      code: "restates-front",
      message: `The answer of “${shortened(card.front)}” stands in its own front.`,
      cards: [card.card.id],
      mend: "Ask it without the answer's words, or leave the card out of the game.",
    },
  ];
}

function unasked(deck: StudiedDeck, skipped: readonly SkippedCard[]): Ailment[] {
  const byId = new Map(deck.cards.map((card) => [card.card.id, card]));
  return skipped.flatMap(({ card: id, reason }): Ailment[] => {
    const card = byId.get(id);
    if (card === undefined) return [];
    const isTooLong = card.answer === undefined && card.statement === undefined && card.back !== "";
    return [
      isTooLong
        ? {
            code: "too-long",
            message: `No fact of “${shortened(card.front)}” fits an answer button (its back has ${chars(card.back)} characters). ${reason}`,
            cards: [id],
            mend: "Begin the back with one short sentence that answers the front.",
          }
        : {
            code: "too-few-distractors",
            message: `“${shortened(card.front)}” gives no question. ${reason}`,
            cards: [id],
            mend: "Add two wrong answers of your own, or more cards of the same sort.",
          },
    ];
  });
}

/** Few answers of one kind among many of another give themselves away, or find no company. */
function unbalanced(deck: StudiedDeck): Ailment[] {
  const kinds = new Map<string, string[]>();
  for (const card of deck.cards) {
    const kind = card.answer === undefined ? "longer texts" : KIND_NAMES[card.answer.type];
    kinds.set(kind, [...(kinds.get(kind) ?? []), card.card.id]);
  }
  if (deck.cards.length < MIN_BALANCED || kinds.size < 2) return [];
  return [...kinds]
    .filter(([, ids]) => ids.length < 3 && ids.length / deck.cards.length < ODD_SHARE)
    .map(([kind, ids]) => ({
      code: "unbalanced",
      message: `Only ${ids.length} of ${deck.cards.length} cards answer with ${kind}: wrong answers of that kind are scarce.`,
      cards: ids,
      mend: "Add cards of that kind, write wrong answers for them, or move them to another deck.",
    }));
}

const KIND_NAMES: Record<NonNullable<StudiedCard["answer"]>["type"], string> = {
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

function shortened(text: string): string {
  return chars(text) <= 60 ? text : `${[...text].slice(0, 57).join("").trimEnd()}…`;
}
