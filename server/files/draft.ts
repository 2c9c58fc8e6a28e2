import type { DeckFormat, DeckMend, DeckProblemCode } from "@/contract/deck";

/** A problem about the file or one of its lines. */
export type FileProblem = {
  code: DeckProblemCode;
  message: string;
  line: number | null;
  mend?: Extract<DeckMend, { kind: "add-card" }>;
};

/**
 * Something that a format's reader noticed about one card and has mended; `before` is the card as pasted,
 * so that the teacher can have it back.
 */
type MendedCard = { code: DeckProblemCode; message: string; before: { front: string; back: string } };

export type DraftCard = {
  front: string;
  back: string;
  /** 1-based line of the source where the card begins. */
  line: number;
  tags?: string[];
  mended?: MendedCard;
};

/** What a format's reader hands on: cards in source order, still unchecked and unnumbered. */
export type Draft = {
  title: string | null;
  declaredCount: number | null;
  cards: DraftCard[];
  problems: FileProblem[];
};

/** How sure a format is that a text is its own: 0 (not at all) to 1, with a clause that says why. */
export type Recognition = { score: number; reason: string };

/** A format that is plain text. `read` must not throw on any text. */
export type TextFormat = {
  format: DeckFormat;
  recognise: (text: string, fileName: string) => Recognition;
  read: (text: string) => Draft;
};
