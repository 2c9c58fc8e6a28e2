import { createHmac } from "node:crypto";

/** A word stays on the projector this long, and the one before it is good for as long again. */
const WORD_MS = 30_000;
// Letters that are not mistaken for one another across a room, in syllables that any language can say.
const CONSONANTS = "bdfgklmnprstvz";
const VOWELS = "aeiou";

/** Four letters drawn for a stretch of time, for example "tiko". */
function wordFor(secret: string, stretch: number): string {
  const bytes = createHmac("sha256", secret).update(String(stretch)).digest();
  const letter = (letters: string, i: number) => letters.charAt(bytes.readUInt16BE(i * 2) % letters.length);
  const first = letter(CONSONANTS, 0) + letter(VOWELS, 1);
  const second = letter(CONSONANTS, 2) + letter(VOWELS, 3);
  // Doubled syllables are nursery words, some of them rude.
  return first === second ? `${first}no` : first + second;
}

/** The word on the projector at `now` (server epoch ms). */
export function factorAt(secret: string, now: number): string {
  return wordFor(secret, Math.floor(now / WORD_MS));
}

/** Whether what a phone typed is the word of now or the one just gone. */
export function factorFits(secret: string, typed: string | undefined, now: number): boolean {
  const word = typed?.trim().toLowerCase();
  const stretch = Math.floor(now / WORD_MS);
  return word === wordFor(secret, stretch) || word === wordFor(secret, stretch - 1);
}

/** Milliseconds until the word changes. */
export function factorChangesIn(now: number): number {
  return WORD_MS - (now % WORD_MS);
}
