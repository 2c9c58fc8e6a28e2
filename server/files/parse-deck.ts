import { DECK_LIMITS, type DeckFormat, type ParsedDeck } from "@/contract/deck";
import { isCollection, readAnkiPackage } from "./anki-package";
import type { Draft, FileProblem } from "./draft";
import { finishDeck, refusedDeck } from "./finish";
import { recognise } from "./recognise";
import { cleanDraft, cleanText, decodeText } from "./text";
import { TooLargeError, zipHas } from "./unpack";
import { isWorkbook, readWorkbook } from "./xlsx";

/** A deck from outside: pasted text, or the bytes of a file. `name` is the file's name, if it has one. */
export type DeckInput = { name?: string; text: string } | { name?: string; bytes: Uint8Array };

const mebibytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

function refuseUnknown(name: string | undefined): ParsedDeck {
  return refusedDeck(
    {
      code: "unknown-format",
      message:
        "This does not look like flashcards. Paste a Brainscape page, a Quizlet or Anki export, a table with two columns, or a list of “term: definition” lines.",
      line: null,
    },
    name,
  );
}

function parseText(text: string, name: string | undefined, noticed: readonly FileProblem[]): ParsedDeck {
  if (!text.trim())
    return refusedDeck(
      { code: "no-cards", message: "There is no text here. Paste or choose a deck.", line: null },
      name,
    );
  if (text.length > DECK_LIMITS.textChars)
    return refusedDeck(
      {
        code: "file-too-large",
        message: `This text has ${text.length.toLocaleString("en")} characters; up to ${DECK_LIMITS.textChars.toLocaleString("en")} can be read. Split the deck.`,
        line: null,
      },
      name,
    );
  const best = recognise(text, name ?? "")[0];
  if (!best) return refuseUnknown(name);
  const draft = best.format.read(text);
  return finishDeck(
    { ...draft, problems: [...noticed, ...draft.problems] },
    { format: best.format.format, reason: best.reason, name },
  );
}

type PackedFormat = {
  format: DeckFormat;
  reason: string;
  /** Tells the format by the name of an entry. */
  has: (name: string) => boolean;
  read: (bytes: Uint8Array) => Promise<Draft>;
};

const PACKED: readonly PackedFormat[] = [
  { format: "apkg", reason: "an Anki package", has: isCollection, read: readAnkiPackage },
  { format: "xlsx", reason: "an Excel workbook", has: isWorkbook, read: readWorkbook },
];

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Packed files come from strangers and go through other people's readers: whatever those throw is an answer here. */
async function parsePacked(bytes: Uint8Array, name: string | undefined): Promise<ParsedDeck> {
  const packed = PACKED.find((each) => zipHas(bytes, each.has));
  if (!packed) return refuseUnknown(name);
  try {
    return finishDeck(cleanDraft(await packed.read(bytes)), {
      format: packed.format,
      reason: packed.reason,
      name,
    });
  } catch (error) {
    if (error instanceof TooLargeError)
      return refusedDeck(
        {
          code: "file-too-large",
          message: `Unpacked, this file is larger than can be read (${mebibytes(DECK_LIMITS.unpackedBytes)}). Export a smaller deck.`,
          line: null,
        },
        name,
      );
    return refusedDeck(
      {
        code: "damaged-file",
        message: `This is ${packed.reason}, but it is damaged or incomplete. Export it again, or export it as text.`,
        line: null,
      },
      name,
    );
  }
}

/**
 * The one door for decks: recognises the format, reads the cards, and says what is wrong where. Never throws on
 * any text or bytes: what cannot be read comes back without cards and with the problem that says why. Time is
 * linear in the input.
 */
export async function parseDeck(input: DeckInput): Promise<ParsedDeck> {
  if ("text" in input) return parseText(cleanText(input.text), input.name, []);
  const { bytes, name } = input;
  if (bytes.length > DECK_LIMITS.fileBytes)
    return refusedDeck(
      {
        code: "file-too-large",
        message: `This file has ${mebibytes(bytes.length)}; up to ${mebibytes(DECK_LIMITS.fileBytes)} can be read. Export it without pictures or split it.`,
        line: null,
      },
      name,
    );
  if (isZip(bytes)) return parsePacked(bytes, name);
  const decoded = decodeText(bytes);
  if (!decoded) return refuseUnknown(name);
  return parseText(decoded.text, name, decoded.problems);
}
