import { z } from "zod";

/**
 * A deck as it came in: what was understood (cards), and what a person should look at (problems).
 * Both sides share this file: the server parses, the browser shows the preview and applies mends.
 *
 * The language of `front` and `back` is Markdown, with one convention that later readers rely on:
 * - a heading line of the source ("How It Works:") is `### How It Works`;
 * - a `label: value` line is a list item `- **Label**: value`; nested items are indented below their parent;
 * - a numbered heading with lines of its own is `1. **Title**` with those lines nested below it;
 * - other lines are paragraphs, and a single newline inside a paragraph is a line break;
 * - mathematics that was clearly LaTeX stands in `$…$` or `$$…$$`; program text stands in a fenced block;
 * - no HTML. Characters that Markdown would swallow are escaped with a backslash (`plainText` takes all of it off).
 */

/** What a deck may hold. Beyond these the parser says so; it does not cut silently. */
export const DECK_LIMITS = {
  /** A file as uploaded. An Anki package with pictures is large; only its card table is unpacked. */
  fileBytes: 32 * 1024 * 1024,
  /** What may come out of a compressed file: a zip of a few kilobytes can claim gigabytes. */
  unpackedBytes: 96 * 1024 * 1024,
  /** Text that is parsed, in UTF-16 units: about 5,000 long cards. */
  textChars: 8_000_000,
  cards: 5_000,
  frontChars: 1_000,
  backChars: 10_000,
  titleChars: 200,
  tagsPerCard: 20,
  tagChars: 60,
  /** Rows that break the same rule are listed one by one up to here, then counted. */
  problemsPerCode: 100,
} as const;

const DECK_FORMATS = [
  "brainscape",
  "quizlet",
  "csv",
  "tsv",
  "list",
  "anki-text",
  "apkg",
  "markdown",
  "xlsx",
  "json",
  "unknown",
] as const;
export const DeckFormat = z.enum(DECK_FORMATS);
export type DeckFormat = z.infer<typeof DeckFormat>;

const DECK_PROBLEM_CODES = [
  "missing-cards",
  "more-cards",
  "front-cut-off",
  "empty-front",
  "empty-back",
  "back-restates-front",
  "duplicate-card",
  "equal-fronts",
  "too-long",
  "wrong-columns",
  "extra-columns",
  "unclosed-quote",
  "unread-text",
  "no-cards",
  "encoding",
  "unknown-format",
  "damaged-file",
  "too-many-cards",
  "file-too-large",
  "more-like-this",
] as const;
export const DeckProblemCode = z.enum(DECK_PROBLEM_CODES);
export type DeckProblemCode = z.infer<typeof DeckProblemCode>;

const cardNumber = z.int().positive();
/** `label` is the text of the button. Cards are named by their `number`. */
export const DeckMend = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("set-card"),
    label: z.string(),
    card: cardNumber,
    front: z.string(),
    back: z.string(),
  }),
  z.object({ kind: z.literal("remove-card"), label: z.string(), card: cardNumber }),
  /** Something the parser was not sure of becomes a card of its own. */
  z.object({
    kind: z.literal("add-card"),
    label: z.string(),
    front: z.string(),
    back: z.string(),
    line: z.int().positive(),
  }),
  /** The back of `card` joins the back of `into`, and `card` goes. */
  z.object({ kind: z.literal("join-cards"), label: z.string(), card: cardNumber, into: cardNumber }),
]);
export type DeckMend = z.infer<typeof DeckMend>;

export const DeckProblem = z.object({
  code: DeckProblemCode,
  /** One or two sentences for the teacher: what, and what was done about it. */
  message: z.string(),
  /** 1-based line of the source (row of a spreadsheet, card's place in a package); null for the whole file. */
  line: z.int().positive().nullable(),
  /** `number` of the card it is about, if it is about one that was taken. */
  card: cardNumber.nullable(),
  /** The parser has mended it already; `mend` then puts it back as it was. */
  mended: z.boolean(),
  mend: DeckMend.nullable(),
});
export type DeckProblem = z.infer<typeof DeckProblem>;

export const DeckCard = z.object({
  /** 1-based place in the source as read; it stays when other cards are removed. */
  number: cardNumber,
  front: z.string(),
  back: z.string(),
  line: z.int().positive(),
  tags: z.array(z.string()).optional(),
});
export type DeckCard = z.infer<typeof DeckCard>;

export const ParsedDeck = z.object({
  format: DeckFormat,
  /** Why this format: a short clause for the preview. */
  reason: z.string(),
  title: z.string().nullable(),
  /** How many cards the source itself says it holds, if it says so. */
  declaredCount: z.int().nonnegative().nullable(),
  cards: z.array(DeckCard),
  problems: z.array(DeckProblem),
});
export type ParsedDeck = z.infer<typeof ParsedDeck>;

/** Two backs in one: "a / b" when both are short phrases, otherwise one below the other. */
export function joinBacks(first: string, second: string): string {
  if (first === second) return first;
  const short = (text: string) => text.length <= 60 && !text.includes("\n");
  return short(first) && short(second) ? `${first} / ${second}` : `${first}\n\n${second}`;
}

/**
 * The deck with the problem's one-click mend applied. Pure: the deck given is not changed.
 * A problem without a mend, or whose cards are gone, leaves the cards as they are. Problems that named a card
 * which the mend removed go with it.
 */
export function applyMend(deck: ParsedDeck, problem: DeckProblem): ParsedDeck {
  const mend = problem.mend;
  if (!mend) return deck;
  const cards = mendedCards(deck.cards, mend);
  const left = new Set(cards.map((card) => card.number));
  const stands = (other: DeckProblem) =>
    !sameProblem(other, problem) &&
    (other.card === null || left.has(other.card)) &&
    (other.mend?.kind !== "join-cards" || left.has(other.mend.into));
  return { ...deck, cards, problems: deck.problems.filter(stands) };
}

function mendedCards(cards: DeckCard[], mend: DeckMend): DeckCard[] {
  switch (mend.kind) {
    case "set-card":
      return cards.map((card) =>
        card.number === mend.card ? { ...card, front: mend.front, back: mend.back } : card,
      );
    case "remove-card":
      return cards.filter((card) => card.number !== mend.card);
    case "add-card": {
      const number = cards.reduce((highest, card) => Math.max(highest, card.number), 0) + 1;
      const added = { number, front: mend.front, back: mend.back, line: mend.line };
      const at = cards.findIndex((card) => card.line > mend.line);
      return cards.toSpliced(at < 0 ? cards.length : at, 0, added);
    }
    case "join-cards": {
      const joining = cards.find((card) => card.number === mend.card);
      const host = cards.find((card) => card.number === mend.into);
      if (!joining || !host || joining === host) return cards;
      return cards
        .filter((card) => card !== joining)
        .map((card) => (card === host ? { ...host, back: joinBacks(host.back, joining.back) } : card));
    }
  }
}

function sameProblem(a: DeckProblem, b: DeckProblem): boolean {
  return a.code === b.code && a.line === b.line && a.card === b.card && a.message === b.message;
}

/** Markdown of a card as a person would read it aloud: no marks, no escapes, fences and list marks gone. */
export function plainText(markdown: string): string {
  return markdown
    .split("\n")
    .filter((line) => !/^ {0,8}(```|~~~)/.test(line))
    .map((line) =>
      line
        .replace(/^ {0,12}(#{1,6} |[-*+] |\d{1,9}[.)] |> )/, "")
        .replace(/\*\*([^*]+)\*\*/g, "$1")
        .replace(/\\([\\`*_{}[\]()#+\-.!|<>~$])/g, "$1"),
    )
    .join("\n")
    .trim();
}
