import type { Draft } from "./draft";

/** Text as it arrived, made safe to work on: well-formed, `\n` only, and with what was noticed on the way. */
export type CleanText = { text: string; problems: Draft["problems"] };

// Postgres text cannot hold NUL, screens cannot show the rest; tab and newline carry structure and stay.
const CONTROL = /(?![\n\t])[\p{Cc}\ufeff]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Normalises newlines, drops control characters and a byte order mark, replaces broken surrogates by U+FFFD. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(CONTROL, "").replace(LONE_SURROGATE, "\ufffd");
}

/** The same for the texts of a draft that did not come from one text: cells of a workbook, fields of a database. */
export function cleanDraft(draft: Draft): Draft {
  const cards = draft.cards.map((card) => ({
    ...card,
    front: cleanText(card.front),
    back: cleanText(card.back),
    ...(card.tags ? { tags: card.tags.map(cleanText) } : {}),
  }));
  const problems = draft.problems.map((problem) => ({ ...problem, message: cleanText(problem.message) }));
  return { ...draft, title: draft.title === null ? null : cleanText(draft.title), cards, problems };
}

/** How many bytes of a file are looked at to tell text from other things. */
const SAMPLE = 4096;

function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let odd = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++;
  return odd > sample.length / 20;
}

/** UTF-16 without a mark: Latin text then has a zero in every second byte. */
function utf16Guess(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return "utf-16le";
  if (even > half * 0.6 && odd < half * 0.1) return "utf-16be";
  return null;
}

/**
 * Bytes of a text file → text. A byte order mark decides; then UTF-16 by its zero bytes; then UTF-8 when it is
 * valid; then Windows-1252, the usual encoding of older spreadsheets, with a problem that says so.
 * Returns null for bytes that are no text at all.
 */
export function decodeText(bytes: Uint8Array): CleanText | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : null;
  const wide = marked ?? utf16Guess(bytes);
  if (wide) return { text: cleanText(new TextDecoder(wide).decode(bytes)), problems: [] };
  if (looksBinary(bytes)) return null;
  try {
    return { text: cleanText(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), problems: [] };
  } catch {
    const message =
      "This file is not saved as UTF-8. It was read as Windows-1252: look at the accented letters, and save it again as UTF-8 if they are wrong.";
    return {
      text: cleanText(new TextDecoder("windows-1252").decode(bytes)),
      problems: [{ code: "encoding", message, line: null }],
    };
  }
}

/** A quotation for a message: one line, at most `max` characters. */
export function quote(text: string, max = 60): string {
  const line = text
    .slice(0, max * 4)
    .replace(/\s+/g, " ")
    .trim();
  const chars = [...line];
  return `“${chars.length > max ? `${chars.slice(0, max - 1).join("")}…` : line}”`;
}
