import { OTHERS, VERBS } from "./row-table";
import { gerund, past, thirdPerson } from "./verb-forms";

/** A word of a sentence that a row has, and what else could stand in its place. */
export type RowSite = {
  at: number;
  text: string;
  instead: readonly string[];
  /** Lower for rows whose words carry more of what a sentence says. */
  rank: number;
  /** No verb, and so perhaps a part of a name: "linear regression". */
  modifies: boolean;
};

/** What could stand instead of a word, and what must stand before it: a verb's participle is no adjective, its base no noun. */
type Instead = { others: readonly string[]; behind?: RegExp; modifies: boolean; rank: number };

/** Verbs say more than what modifies them. */
const LATER = 10_000;
const INSTEAD = new Map<string, Instead>();
for (const row of OTHERS) addRow(row, (member) => member, true);
for (const row of VERBS) {
  addRow(
    row,
    thirdPerson,
    false,
    /\b(?!(?:the|an?|of|and|or|these|those|new|such|other|its|their|no)\b)\p{L}+\s$/iu,
  );
  addRow(row, gerund, false, /\b(?:by|when|while|for|thus|thereby|,)\s$/i);
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
        rank: INSTEAD.size + (modifies ? LATER : 0),
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
const BOUND_BEFORE =
  /\b(?:at|as|how|so|too|per|more|most|less|least|very|whose|true|false|named|called|look|day|year|soon|shortly|long|just|ever)\s$/i;
const BOUND_AFTER =
  /^\s(?:of all|and foremost|level|quality|time|way|reason|as|place|respect|regard|known|one\b|or\b|and\b|as well\b|versus|vs\b)/i;

/** "Two subsets: a and b" counts what it lists, "the two" what is known. */
const NUMBER = /^(?:two|three|four|five)$/;
const COUNTED = /\b(?:the|these|those|between|any|other|first|last|all|of|its|their)\s$/i;
const LISTS = /^\s(?:or\b|to\b|things\b)|:|\band\b/i;
/** "Without waiting" says how something is done, and "with waiting" need not be otherwise. */
const WITHOUT = /^without$/;
/** What holds if something happens may hold if the opposite happens too. */
const CONDITION = /\b(?:if|when|whenever|as the|unless|once|suppose|assume)\s[^,;:.]*$/i;
/** A noun that looks like the verb: "releases of", "increases are". */
const BEHIND_NOUN = /^\s(?:of|are|were|is|that|which)\b/i;
/** "He had it before" and "Two years after" compare with what is not said. */
const RELATIVE = /^(?:before|after)$/;
/** "Higher than" has its own row. */
const COMPARATIVE = /^(?:higher|lower)$/;

/**
 * The places of an English sentence that one word of a row fills: none that is denied, only possible, a condition, bound to
 * the word beside it, or answered by another word of its row in the sentence.
 */
export function rowSites(sentence: string): RowSite[] {
  const said = ` ${sentence.toLowerCase().replace(/[.,;:()]/g, " ")} `;
  return [...sentence.matchAll(MEMBER)].flatMap(({ 0: text, index }) => {
    const { others: instead = [], behind, modifies = false, rank = 0 } = INSTEAD.get(text) ?? {};
    const [before, after] = [sentence.slice(0, index), sentence.slice(index + text.length)];
    if (behind?.test(before) === false || CONDITION.test(before)) return [];
    if (NUMBER.test(text) && (COUNTED.test(before) || LISTS.test(after))) return [];
    if (WITHOUT.test(text) && /^\s\p{L}+ing\b/u.test(after)) return [];
    if (RELATIVE.test(text) && /^\s*(?:[.,;:)]|$)/.test(after)) return [];
    if ((!modifies && BEHIND_NOUN.test(after)) || (COMPARATIVE.test(text) && /\bthan\b/.test(after)))
      return [];
    if (DENIED.test(before) || BOUND_BEFORE.test(before) || BOUND_AFTER.test(after)) return [];
    if (instead.some((other) => said.includes(` ${other} `))) return [];
    return said.split(` ${text} `).length === 2 ? [{ at: index, text, instead, modifies, rank }] : [];
  });
}
