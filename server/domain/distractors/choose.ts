import { MAX_OPTION_CHARS, type RejectedOption } from "@/contract/question";
import { equivalence } from "./guards/equivalent";
import { readingOf } from "./guards/reading";
import { fold, lengthOf, trigrams } from "./text";
import type { ChooseDistractors, ChosenDistractor, Vectors } from "./types";

function cosine(one: Map<string, number>, other: Map<string, number>): number {
  let dot = 0;
  let size = 0;
  let otherSize = 0;
  for (const [gram, count] of one) {
    dot += count * (other.get(gram) ?? 0);
    size += count * count;
  }
  for (const count of other.values()) otherSize += count * count;
  return dot / (Math.sqrt(size * otherSize) || 1);
}

/** Binds the word vectors, where there are any, and gives the chooser that question kinds call. */
export function createDistractors(_vectors?: Vectors): ChooseDistractors {
  return ({ key, alsoCorrect, candidates, language, want = 3 }) => {
    const right = [key, ...alsoCorrect].map((text) => readingOf(text, language));
    const keyGrams = trigrams(fold(key));
    const rejected: RejectedOption[] = [];
    const scored: ChosenDistractor[] = [];
    for (const candidate of candidates) {
      const reading = readingOf(candidate.text, language);
      const reason =
        lengthOf(candidate.text) > MAX_OPTION_CHARS
          ? "too long for a phone"
          : right.map((item) => equivalence(item, reading)).find((found) => found !== undefined);
      if (reason) rejected.push({ text: candidate.text, reason });
      else {
        const likeness = cosine(keyGrams, trigrams(fold(candidate.text)));
        const length = Math.abs(Math.log((1 + candidate.text.length) / (1 + key.length)));
        scored.push({ ...candidate, score: likeness - length });
      }
    }
    scored.sort((one, other) => other.score - one.score || (one.text < other.text ? -1 : 1));
    const chosen: ChosenDistractor[] = [];
    for (const candidate of scored) {
      if (chosen.length >= want) break;
      const reading = readingOf(candidate.text, language);
      const twin = chosen.some((item) => equivalence(readingOf(item.text, language), reading));
      if (twin) rejected.push({ text: candidate.text, reason: "the same as another option" });
      else chosen.push(candidate);
    }
    return { chosen, rejected, flags: chosen.length === 2 ? ["two-distractors"] : [] };
  };
}
