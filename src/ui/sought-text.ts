/** A text as it is compared: without markup, in lower case, with single spaces and plain quotation marks. */
const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[*_`$\\]/g, "")
    .replace(/[“”„]/g, '"')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** The index of the shortest piece that contains the text sought; null when none does, or nothing is sought. */
export const findSought = (pieces: readonly string[], sought: string): number | null => {
  const wanted = bare(sought).replace(/\.$/, "");
  if (wanted.length < 2) return null;
  let best: number | null = null;
  let length = Number.POSITIVE_INFINITY;
  for (const [index, piece] of pieces.entries()) {
    const text = bare(piece);
    if (text.length >= length || !text.includes(wanted)) continue;
    best = index;
    length = text.length;
  }
  return best;
};
