/** "term: definition" in one line: which separator a list uses, and the two sides of each line. */

/** In the order that decides between equals: marks nobody writes by chance come first. */
const SEPARATORS: readonly { name: string; pattern: RegExp }[] = [
  { name: "::", pattern: /\s*::+\s*/ },
  { name: "=>", pattern: /\s*(?:=>|->|→)\s*/ },
  { name: "=", pattern: /\s+=\s+/ },
  { name: "–", pattern: /\s+[–—]\s+/ },
  { name: ":", pattern: /\s?(?::\s+|：\s*)/ },
  { name: "-", pattern: /\s+-{1,2}\s+/ },
  { name: "/", pattern: /\s+\/\s+/ },
];
/** A term is a phrase, or at most a question. */
const MAX_TERM_CHARS = 200;

export type Separator = (typeof SEPARATORS)[number];

/** "term SEP definition" in two at the first separator, or null. Bold round the term is taken off. */
export function splitPair(line: string, separator: Separator): { front: string; back: string } | null {
  // `**Term:** text` has its colon inside the bold.
  const even = line.replace(/^(\*\*|__)([^*_]{1,200}):\1/, "$1$2$1: ");
  const match = separator.pattern.exec(even.slice(0, MAX_TERM_CHARS + 10));
  if (!match) return null;
  const front = even
    .slice(0, match.index)
    .trim()
    .replace(/^(\*\*|__)(.+)\1$/, "$2");
  const back = even.slice(match.index + match[0].length).trim();
  return front && back ? { front, back } : null;
}

/** As `splitPair`, with any other separator where the list's own is not in the line. */
export function splitAnyPair(line: string, preferred: Separator): { front: string; back: string } | null {
  for (const separator of [preferred, ...SEPARATORS]) {
    const pair = splitPair(line, separator);
    if (pair) return pair;
  }
  return null;
}

/** The separator that most lines have, and the share of them (0–1) that have it. */
export function bestPairSeparator(lines: readonly string[]): { separator: Separator; share: number } {
  let best = { separator: SEPARATORS[0] as Separator, share: 0 };
  for (const separator of SEPARATORS) {
    const share =
      lines.length === 0 ? 0 : lines.filter((line) => splitPair(line, separator)).length / lines.length;
    if (share > best.share) best = { separator, share };
  }
  return best;
}
