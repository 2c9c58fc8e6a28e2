import type { FileProblem } from "./draft";

/** More numbers than these are no help in a sentence. */
const MOST_NAMED = 10;

const cardsWord = (count: number) => (count === 1 ? "card" : "cards");

/**
 * Compares the count that a page declares with the cards that were found; null when they agree. `numbers` are the
 * numbers printed beside the cards, where the page prints them: then the missing ones are named.
 */
export function missingCards(
  declared: number,
  found: number,
  numbers: readonly number[],
  line: number,
): FileProblem | null {
  if (found === declared) return null;
  const counts = `The page says ${declared} ${cardsWord(declared)}, and ${found} ${found === 1 ? "was" : "were"} found`;
  if (found > declared) return { code: "more-cards", message: `${counts}. All of them were taken.`, line };
  const there = new Set(numbers);
  const missing: number[] = [];
  for (let number = 1; number <= declared && missing.length <= MOST_NAMED; number++)
    if (!there.has(number)) missing.push(number);
  const known = numbers.length > 0 && missing.length === declared - found && missing.length <= MOST_NAMED;
  const named = known
    ? `: ${cardsWord(missing.length)} ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`
    : "";
  return {
    code: "missing-cards",
    message: `${counts}${named}. Copy the page again to its end, or add what is missing by hand.`,
    line,
  };
}
