import type { RejectionCode } from "@/contract/errors";
import { LIMITS } from "@/contract/limits";

// Format characters (zero-width, bidi overrides, tags) can hide or reorder text; a joiner is kept only inside an
// emoji, where it draws one picture out of two.
const FORMAT = /(?<!\p{Extended_Pictographic}\uFE0F?)\u200D|(?!\u200D)\p{Cf}/gu;
const CONTROL = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu;
// A tower of combining marks climbs over the neighbours' names on the projector.
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Cleans a nickname: NFKC, no control, format or unassigned characters, single spaces.
 * Rejects `name-empty` (no letter, digit or picture left) and `name-too-long` (over 20 graphemes).
 */
export function cleanName(raw: string): { ok: true; name: string } | { ok: false; code: RejectionCode } {
  const name = raw
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .replace(CONTROL, "")
    .replace(FORMAT, "")
    .replace(STACKED_MARKS, "$1")
    .replace(/ {2,}/g, " ")
    .trim();
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name)) return { ok: false, code: "name-empty" };
  if ([...graphemes.segment(name)].length > LIMITS.nameMaxGraphemes)
    return { ok: false, code: "name-too-long" };
  return { ok: true, name };
}

/** Two names with the same key look the same to a class: case, accents and spaces do not tell them apart. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\s]/gu, "")
    .toLowerCase();
}
