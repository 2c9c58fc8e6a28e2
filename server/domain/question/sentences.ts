import { HOLE } from "./outline";
import { chars, isBalanced } from "./text";

/** What ends with a full stop and ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"])(?:e\.g|i\.e|cf|vs?|etc|approx|resp|al|ca|c|no|nr|fig|eq|st|dr|mr|mrs|ms|prof|jr|sr|vol|ch|p|pp|z\.b|d\.h|bzw|usw|p\.ej|\p{Lu})\.$/iu;

/** A sentence may open with a name of mathematics or of a program: "k^2 is …", "sort() returns …", "x = 3". */
const OPENS_IN_SMALL = /^(?:\p{Ll}[\d^_]|[\w.]+\(\)|\p{Ll}\s?[=<>])/u;

/** A paragraph's sentences, each whole, in order. "e.g.", initials, decimals and brackets do not end one. */
export function sentences(paragraph: string): string[] {
  const out: string[] = [];
  let start = 0;
  for (const stop of paragraph.matchAll(/[.!?。！？…]+["”’»)\]]*(?=\s|$)|[。！？]/gu)) {
    const end = stop.index + stop[0].length;
    const soFar = paragraph.slice(start, end);
    const next = paragraph.slice(end).trimStart();
    if (ABBREVIATION.test(soFar) && next !== "") continue;
    if (/^[\p{Ll},;:)]/u.test(next) && !OPENS_IN_SMALL.test(next)) continue;
    if (!isBalanced(soFar) && next !== "" && isBalanced(paragraph.slice(start))) continue;
    out.push(soFar.trim());
    start = end;
  }
  const rest = paragraph.slice(start).trim();
  if (rest !== "") out.push(rest);
  return out.filter((one) => one !== "");
}

/** Where a sentence may end early and still say something true on its own: what follows only adds to it. */
const ADDITION =
  /;\s+|\s+[—–]\s+|\s+-\s+|,?\s+(?:such as|for example|for instance|including|e\.g\.|i\.e\.|that is,)\s*,?\s*|,\s+an?\s+(?=[^,]*\b(?:that|which|used)\b[^,]*$)|,\s+(?:which|where|who|whose|thus|thereby|so that|because|since|\p{Ll}+ing)\s+|\s+so\s+(?:that|the|we|it|they)\s+/giu;
/** A sentence that opens with a condition or a concession is not true without its second half. */
const DEPENDENT_OPENING =
  /^(?:if|when|whenever|while|although|though|because|since|unless|given|once|before|after|as|instead|rather|unlike|despite|with|without|in order|for|to|by|wenn|weil|obwohl|si|quand|lorsque|bien que|cuando|aunque)\b/i;
const MIN_CLAUSE_WORDS = 4;

export type Condensed = { text: string; shortened: boolean };

/**
 * A sentence in at most `limit` characters, or undefined where that would need a cut inside a thought. Brackets
 * and trailing additions ("…, which …", "; …", "such as …") may go, nothing else may.
 */
export function condense(sentence: string, limit: number): Condensed | undefined {
  const whole = tidyEnd(sentence);
  if (!isBalanced(whole) || whole.includes(HOLE)) return undefined;
  if (isComplete(whole) && chars(whole) <= limit) return { text: whole, shortened: false };
  const bare = tidyEnd(
    whole
      .replace(/\s+\([^()]*\)(?![\w^*/])/g, "")
      .replace(/\s{2,}/g, " ")
      .replace(/\s+([,.;:])/g, "$1"),
  );
  if (isComplete(bare) && chars(bare) <= limit) return { text: bare, shortened: true };
  const coordinate = /^[^,]*(,\s+and\s)/.exec(bare)?.[1];
  if (coordinate !== undefined && !DEPENDENT_OPENING.test(bare)) {
    // The only comma stands before "and": two sentences joined, and no list.
    const head = tidyEnd(bare.slice(0, bare.indexOf(coordinate)));
    if (chars(head) <= limit && isComplete(head) && isBalanced(head)) return { text: head, shortened: true };
  }
  const cuts = [
    ...bare.matchAll(DEPENDENT_OPENING.test(bare) ? /;\s+|\s+[—–-]\s+|,\s+because\s+/g : ADDITION),
  ];
  for (const cut of cuts.reverse()) {
    const head = tidyEnd(bare.slice(0, cut.index));
    if (chars(head) > limit || !isComplete(head) || !isBalanced(head)) continue;
    if (head.split(/\s+/).length < MIN_CLAUSE_WORDS) return undefined;
    return { text: head, shortened: true };
  }
  return undefined;
}

/** Options carry no full stop at the end, unless an abbreviation does. */
export function tidyEnd(text: string): string {
  const trimmed = text.trim().replace(/[,;\s]+$/, "");
  if (/\b(?:etc|e\.g|i\.e|[A-Z]\.[A-Z])\.$/i.test(trimmed) || /\.\.\.$/.test(trimmed)) return trimmed;
  return sentences(trimmed).length > 1 ? trimmed : trimmed.replace(/(?<=[^.\s])[.。]$/, "");
}

/** "A measure of how wide the river is" is whole. */
const ENDS_A_CLAUSE = /\b(?:how|what|where|who|that)\s(?:\S+\s){1,6}(?:is|are)\.?$/i;

/** False for a text that leaves something open: "…, e.g.", "each with:", "because of the". */
export function isComplete(text: string): boolean {
  if (ENDS_A_CLAUSE.test(text)) return true;
  return (
    text !== "" &&
    !/[:,–—-]$/.test(text) &&
    !/\b(?:and|or|of|the|a|an|to|with|by|for|in|as|is|are|that|which|because|e\.g|i\.e|such as|like)\.?$/i.test(
      text,
    )
  );
}
