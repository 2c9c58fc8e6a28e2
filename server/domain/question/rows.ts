import { THINGS } from "./rows-of-things";
import { PLAIN_VERBS, VERBS } from "./rows-of-verbs";
import { PLAIN_WORDS, WORDS } from "./rows-of-words";
import { words } from "./text";
import { gerund, past, thirdPerson } from "./verb-forms";

/** A word of a sentence that a row has, and what else could stand in its place. */
export type RowSite = {
  at: number;
  text: string;
  instead: readonly string[];
  /** Lower for rows whose words carry more of what a sentence says. */
  rank: number;
  /** One that says little of its subject. */
  plain: boolean;
  /** No verb, and so perhaps a part of a name: "linear regression". */
  modifies: boolean;
};

/** The form of a row's words, and what must stand before it: a verb's participle is no adjective, its base no noun. */
type Form = { spell: (member: string) => string; behind?: RegExp; ahead?: RegExp };

/** The others of a row want an object, so that the one asked for has one too. */
const HAS_OBJECT =
  /^\s(?!(?:in|with|by|as|when|if|for|from|to|over|during|on|at|and|or|until|because|of|are|were|is|that|which|up|down|can|could|may|might|must|will|would|should|has|have|had|was|be|between|among|against|than|under|without|within)\b)[\p{L}\p{N}“"(]/iu;

const AS_WRITTEN: readonly Form[] = [{ spell: (member) => member }];
const OF_VERBS: readonly Form[] = [
  {
    spell: thirdPerson,
    behind: /\b(?!(?:the|an?|of|and|or|these|those|new|such|other|its|their|no)\b)\p{L}+\s$/iu,
    ahead: HAS_OBJECT,
  },
  { spell: gerund, behind: /\b(?:by|when|while|for|thus|thereby|,)\s$/i, ahead: HAS_OBJECT },
  { spell: past, behind: /\b(?:is|are|was|were|be|been|being)\s(?:\p{L}+ly\s)?$/iu },
  {
    spell: (verb) => verb,
    behind: /\b(?:to|can|will|would|should|must|they|we|you|which|that)\s$/i,
    ahead: HAS_OBJECT,
  },
];

type Instead = Omit<RowSite, "at" | "text"> & Pick<Form, "behind" | "ahead">;
const INSTEAD = new Map<string, Instead>();
for (const row of VERBS) addRow(row, OF_VERBS, { modifies: false, plain: false });
for (const row of WORDS) addRow(row, AS_WRITTEN, { modifies: true, plain: false });
for (const row of THINGS) addRow(row, AS_WRITTEN, { modifies: true, plain: false });
for (const row of PLAIN_WORDS) addRow(row, AS_WRITTEN, { modifies: true, plain: true });
for (const row of PLAIN_VERBS) addRow(row, OF_VERBS, { modifies: false, plain: true });

function addRow(row: string, forms: readonly Form[], sort: { modifies: boolean; plain: boolean }): void {
  const [asked = "", besides = ""] = row.split(" / ");
  for (const { spell, ...places } of forms) {
    const spelled = (members: string) =>
      members.split(" ").flatMap((one) => (one === "" ? [] : spell(one).replaceAll("_", " ")));
    const all = [...spelled(asked), ...spelled(besides)];
    for (const member of spelled(asked)) {
      const instead = all.filter((other) => other !== member);
      if (!INSTEAD.has(member)) INSTEAD.set(member, { instead, ...places, rank: INSTEAD.size, ...sort });
    }
  }
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
  /\b(?:at|as|how|so|too|per|more|most|less|least|very|whose|true|false|named|called|look|day|year|soon|shortly|long|just|ever|nearly|almost|even)\s$/i;
const BOUND_AFTER =
  /^\s(?:of all|and foremost|level|quality|time|way|reason|as|place|respect|regard|known|one\b|or\b|and\b|as well\b|versus|vs\b|to (?:moderate|medium|high|low|large|small)\b)/i;

/** What holds if something happens may hold if the opposite happens too. */
const CONDITION = /\b(?:if|when|whenever|as the|unless|once|suppose|assume)\s[^,;:.]*$/i;
/** Words that some places turn into something else. */
const UNLESS: readonly { words: RegExp; before?: RegExp; after?: RegExp }[] = [
  // "Two subsets: a and b" counts what it lists, "the two" what is known.
  { words: /^(?:two|three|four|five)$/, after: /^\s(?:or\b|to\b|things\b)|:|\band\b/i },
  {
    words: /^(?:two|three|four|five)$/,
    before: /\b(?:the|these|those|between|any|other|first|last|all|of|its|their)\s$/i,
  },
  { words: /^(?:exactly|up to)$/, after: /^\s(?!\d|(?:one|two|three|four|five)\b)/ },
  // "Exactly two modes: a and b" is as true as "at least two".
  { words: /^(?:at (?:least|most)|no more than|exactly|up to)$/, after: /:/ },
  // "Causing the mill to turn": nothing is prevented to turn.
  { words: /^caus(?:e[sd]?|ing)$/, after: /^(?:\s[\p{L}-]+){1,6}\sto\s\p{L}/u },
  // "Without waiting" says how something is done, and "with waiting" need not be otherwise.
  { words: /^without$/, after: /^\s\p{L}+ing\b/u },
  // "He had it before" and "Two years after" compare with what is not said.
  { words: /^(?:before|after|above|below|inside|outside)$/, after: /^\s*(?:[.,;:)]|$)/ },
  { words: /^(?:inside|outside)$/, before: /\bthe\s$/i },
  {
    words: /^(?:all of|required|possible)$/,
    after: /^\s(?:this|that|these|it|them|which|whom|my|our|the time)\b/i,
  },
  { words: /^(?:im)?possible$/, before: /\b(?!(?:is|are|was|were|be|becomes)\s$)\p{L}+\s$/iu },
  { words: /^must$/, after: /^\s?[^\s\p{L}]|^$/u },
  { words: /^stack$/, before: /\bto\s$/ },
  // "A stack overflow", "their demand to leave": not the things.
  { words: /^(?:mass|stack|demand)$/, after: /^\s(?:to\b|\p{L}{5,})/u },
  // "Higher than" has its own row.
  { words: /^(?:higher|lower)$/, after: /\bthan\b|^,?\sthe\b/ },
];

/**
 * The places of an English sentence that one word of a row fills: none that is denied, only possible, a condition, bound to
 * the word beside it, or answered by another word of its row in the sentence.
 */
export function rowSites(sentence: string): RowSite[] {
  const said = ` ${sentence.toLowerCase().replace(/[.,;:()]/g, " ")} `;
  return [...sentence.matchAll(MEMBER)].flatMap(({ 0: text, index }) => {
    const found = INSTEAD.get(text);
    const [before, after] = [sentence.slice(0, index), sentence.slice(index + text.length)];
    if (found === undefined || found.behind?.test(before) === false || CONDITION.test(before)) return [];
    if (found.ahead?.test(after) === false) return [];
    const turned = UNLESS.some(
      (one) => one.words.test(text) && (one.before?.test(before) === true || one.after?.test(after) === true),
    );
    if (turned || DENIED.test(before) || BOUND_BEFORE.test(before) || BOUND_AFTER.test(after)) return [];
    // "Copy" is told wrong by "copying" in the sentence, "minimizes" right by "the minimum".
    const spoken = words(`${before} ${after}`);
    if (!text.includes(" ") && spoken.some((one) => one.startsWith(text.slice(0, OWN_ROOT)))) return [];
    if (found.instead.some((other) => spoken.some((one) => one.startsWith(rootOf(other))))) return [];
    if (found.instead.some((other) => said.includes(` ${other} `))) return [];
    const { instead, rank, plain, modifies } = found;
    return said.split(` ${text} `).length === 2 ? [{ at: index, text, instead, rank, plain, modifies }] : [];
  });
}

/** What a row sets against a word in lower case: "receiver" against "sender"; nothing for a word of no row. */
export function againstIt(word: string): readonly string[] {
  return INSTEAD.get(word)?.instead ?? [];
}

/** Letters at the beginning from which a word of the sentence tells the one that is asked for; a shorter one is only itself. */
const OWN_ROOT = 5;

/** What the forms of a word have in common at their beginning, of a phrase the whole. */
function rootOf(phrase: string): string {
  return phrase.includes(" ") ? phrase : phrase.slice(0, Math.max(4, phrase.length - 3));
}
