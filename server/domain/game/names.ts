import type { RejectionCode } from "@/contract/errors";
import { LIMITS } from "@/contract/limits";

// Format characters (zero-width, bidi overrides, tags) can hide or reorder text; a joiner is kept only inside an
// emoji, where it draws one picture out of two.
const FORMAT = /(?<!\p{Extended_Pictographic}\uFE0F?)\u200D|(?!\u200D)\p{Cf}/gu;
const CONTROL = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu;
// A tower of combining marks climbs over the neighbours' names on the projector.
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;
// What most names are made of: each character is a grapheme, and nothing can hide among them.
const PLAIN = /^(?=.*[A-Za-z0-9])[!-~]+(?: [!-~]+)*$/;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Cleans a nickname: NFKC, no control, format or unassigned characters, single spaces.
 * Rejects `name-empty` (no letter, digit or picture left) and `name-too-long` (over 20 graphemes).
 */
export function cleanName(raw: string): { ok: true; name: string } | { ok: false; code: RejectionCode } {
  if (PLAIN.test(raw))
    return raw.length > LIMITS.nameMaxGraphemes
      ? { ok: false, code: "name-too-long" }
      : { ok: true, name: raw };
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

/**
 * A student's name as a game shows it: cleaned as above, cut to what fits (a point says so), and with a number where
 * `taken` says that somebody is called that already. Rejects `name-empty` alone.
 */
export function studentName(
  raw: string,
  taken: (key: string) => boolean,
): { ok: true; name: string } | { ok: false; code: RejectionCode } {
  const letters = [...graphemes.segment(raw.normalize("NFKC"))].map(({ segment }) => segment);
  for (let number = 1; ; number++) {
    const mark = number === 1 ? "" : ` ${number}`;
    const room = LIMITS.nameMaxGraphemes - mark.length;
    const short =
      letters.length > room
        ? `${letters
            .slice(0, room - 1)
            .join("")
            .trimEnd()}.`
        : letters.join("");
    const cleaned = cleanName(short + mark);
    if (!cleaned.ok || !taken(nameKey(cleaned.name))) return cleaned;
  }
}

/** Two names with the same key look the same to a class: case, accents and spaces do not tell them apart. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\s]/gu, "")
    .toLowerCase();
}
