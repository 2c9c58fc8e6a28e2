import { DECK_LIMITS, type ParsedDeck } from "@/contract/deck";
import type { FileProblem } from "./draft";
import { finishDeck, refusedDeck } from "./finish";
import { recognise } from "./recognise";
import { cleanText, decodeText } from "./text";

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
  const decoded = decodeText(bytes);
  if (!decoded) return refuseUnknown(name);
  return parseText(decoded.text, name, decoded.problems);
}
