import { OTHERS, VERBS } from "./row-table";
import { gerund, past, thirdPerson } from "./verb-forms";

/** A word of a sentence that a row has, and what else could stand in its place. */
export type RowSite = {
  at: number;
  text: string;
  instead: readonly string[];
  /** No verb, and so perhaps a part of a name: "linear regression". */
  modifies: boolean;
};

/** What could stand instead of a word, and what must stand before it: a verb's participle is no adjective, its base no noun. */
type Instead = { others: readonly string[]; behind?: RegExp; modifies: boolean };

const INSTEAD = new Map<string, Instead>();
for (const row of OTHERS) addRow(row, (member) => member, true);
for (const row of VERBS) {
  addRow(row, thirdPerson, false);
  addRow(row, gerund, false, /\b(?:by|when|while|for|of|thus|thereby|in|,)\s$/i);
  addRow(row, past, false, /\b(?:is|are|was|were|be|been|being)\s(?:\p{L}+ly\s)?$/iu);
  addRow(row, (verb) => verb, false, /\b(?:to|can|will|would|should|must|they|we|you|which|that)\s$/i);
}

function addRow(row: string, form: (member: string) => string, modifies: boolean, behind?: RegExp): void {
  const [asked = "", besides = ""] = row.split(" / ");
  const spelled = (members: string) =>
    members
      .split(" ")
      .filter((one) => one !== "")
      .map((one) => form(one).replaceAll("_", " "));
  const members = spelled(asked);
  const all = [...members, ...spelled(besides)];
  for (const member of members)
    if (!INSTEAD.has(member))
      INSTEAD.set(member, {
        others: all.filter((other) => other !== member),
        modifies,
        ...(behind && { behind }),
      });
}

const MEMBER = new RegExp(
  `(?<=\\s)(?:${[...INSTEAD.keys()].sort((a, b) => b.length - a.length).join("|")})(?=\\s|[.,;]?$|[.,;]\\s)`,
  "gu",
);

/** What is denied or only possible is not surely otherwise when its word is exchanged. */
const DENIED =
  /(?:\b(?:not|never|no|nor|neither|without|hardly|rarely|cannot|unless|than|could|may|might|whether|either|both)|n['’]t)\s(?:\p{L}+\s){0,2}$/iu;
/** "At first", "no longer", "as high as", "how low": the word belongs to the one beside it. */
const BOUND_BEFORE = /\b(?:at|as|how|so|too|per|more|most|less|least|very|whose|true|false)\s$/i;
const BOUND_AFTER =
  /^\s(?:of all|and foremost|time|place|respect|regard|known|one\b|or\b|and\b|as well\b|versus|vs\b)/i;

/**
 * The places of an English sentence that one word of a row fills: none that is denied, only possible, bound to the word
 * beside it, or answered by another word of its row in the sentence.
 */
export function rowSites(sentence: string): RowSite[] {
  const said = ` ${sentence.toLowerCase().replace(/[.,;:()]/g, " ")} `;
  return [...sentence.matchAll(MEMBER)].flatMap(({ 0: text, index }) => {
    const { others: instead = [], behind, modifies = false } = INSTEAD.get(text) ?? {};
    const [before, after] = [sentence.slice(0, index), sentence.slice(index + text.length)];
    if (behind?.test(before) === false) return [];
    if (DENIED.test(before) || BOUND_BEFORE.test(before) || BOUND_AFTER.test(after)) return [];
    if (instead.some((other) => said.includes(` ${other} `))) return [];
    return said.split(` ${text} `).length === 2 ? [{ at: index, text, instead, modifies }] : [];
  });
}
