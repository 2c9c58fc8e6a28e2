import { type Random, shuffled } from "../random";
import { oppositeOf } from "./opposites";
import { type RowSite, rowSites } from "./rows";
import { words } from "./text";

/** A place of an expression or a line of code, and what could wrongly stand there instead. */
export type Site = { at: number; length: number; instead: readonly string[] };
type Rule = { shape: RegExp; instead: (found: RegExpMatchArray) => readonly string[] };

const swap = (...pairs: readonly (readonly [string, ...string[]])[]): Rule[] =>
  pairs.map(([from, ...instead]) => ({ shape: new RegExp(from, "gu"), instead: () => instead }));

/** A coefficient by its number ("B1", "w_{2}") or a constant of integration: free, so that its sign may be either. */
const FREE = "(?!\\s*(?:(?:C|c|K)\\b|\\\\?\\p{L}+_?\\{?\\d+\\}?\\s?(?:\\*|\\\\cdot|·)?\\s?\\\\?\\p{L}))";

function signBefore(sign: string): RegExp {
  return new RegExp(`(?<=[\\w)}\\]!²³]\\s?)${sign}${FREE}(?=\\s?[\\w\\\\({])`, "gu");
}

/** Every change makes the value another one, so that a changed formula is surely wrong: no sign of a constant of integration, no sign inside a function's bracket, no order of factors. */
const FORMULA_RULES: readonly Rule[] = [
  { shape: signBefore("\\+"), instead: () => ["-"] },
  { shape: signBefore("[-−]"), instead: () => ["+"] },
  { shape: /\^\{?2\}?(?![\d\w])/gu, instead: () => ["^3"] },
  { shape: /\^\{?3\}?(?![\d\w])/gu, instead: () => ["^2"] },
  { shape: /²/gu, instead: () => ["³"] },
  { shape: /³/gu, instead: () => ["²"] },
  { shape: /\^T\b/gu, instead: () => [""] },
  { shape: /√(?=[\p{L}\d(])/gu, instead: () => [""] },
  { shape: /\\sqrt(?=\{)/gu, instead: () => ["\\sqrt[3]"] },
  { shape: /(?<![\w.^_{\\-])([2-9])(?![\d.!])/gu, instead: ([digit]) => [`${Number(digit) + 1}`] },
  { shape: /(?<=\})\{([2-9])\}/gu, instead: ([, digit]) => [`{${Number(digit) + 1}}`] },
  {
    shape: /\\frac\{([^{}]+)\}\{([^{}]+)\}/gu,
    instead: ([, over, under]) => (over === under || over === "1" ? [] : [`\\frac{${under}}{${over}}`]),
  },
  { shape: /\\sum(?![a-z])/gu, instead: () => ["\\prod"] },
  { shape: /\s\/\s/gu, instead: () => [" · "] },
  ...swap(
    ["\\\\sin(?![a-z])", "\\cos"],
    ["\\\\cos(?![a-z])", "\\sin"],
    ["\\\\tan(?![a-z])", "\\cot"],
    ["\\\\sec(?![a-z])", "\\csc"],
  ),
  ...swap(
    ["\\\\sinh(?![a-z])", "\\cosh"],
    ["\\\\cosh(?![a-z])", "\\sinh"],
    ["(?<![a-z\\\\])sin(?![a-z])", "cos"],
    ["(?<![a-z\\\\])cos(?![a-z])", "sin"],
  ),
];

const CODE_RULES: readonly Rule[] = [
  ...swap(
    ["<=", ">", "<", ">="],
    [">=", "<", ">", "<="],
    // Not the brackets of a type: `vector<int>`.
    ["(?<![<\\-=])<(?![<=-]|[\\w\\s,*]*>)", "<=", ">", ">="],
    ["(?<![>\\-=]|<[\\w\\s,*]*)>(?![>=])", ">=", "<", "<="],
  ),
  ...swap(
    ["==", "!="],
    ["!=", "=="],
    ["&&", "||"],
    ["\\|\\|", "&&"],
    ["\\+\\+", "--"],
    ["--", "++"],
    ["\\+=", "-="],
    ["-=", "+="],
    [">>", "<<"],
    ["<<", ">>"],
  ),
  ...swap(
    [" \\+ ", " - ", " * "],
    ["(?<![=<>!]) - ", " + ", " * "],
    [" % ", " / ", " * "],
    ["\\^=", "&=", "|="],
    ["&=", "|=", "^="],
    ["<<=", ">>="],
    ["≠", "=", "≥"],
    ["∪", "∩", "\\"],
    [" \\* ", " + "],
    [" / ", " * "],
    [" & ", " | "],
    [" \\^ ", " & "],
    [" and ", " or "],
    [" or ", " and "],
  ),
  ...swap(
    ["\\bleft", "right"],
    ["\\bright", "left"],
    ["\\bmin\\b", "max"],
    ["\\bmax\\b", "min"],
    ["\\bTrue\\b", "False"],
    ["\\bFalse\\b", "True"],
  ),
  ...swap(
    ["\\btrue\\b", "false"],
    ["\\bfalse\\b", "true"],
    ["\\blow\\b", "high"],
    ["\\bhigh\\b", "low"],
    ["->next\\b", "->prev"],
    ["\\bnot in\\b", "in"],
  ),
  // Where a loop starts ("i = 0") another start is often right as well.
  {
    shape: /(?<![\w.'"]|\bfor\s?\([^;]{0,20}=\s?)([0-9])(?![\w.'"])/gu,
    instead: ([digit]) => [`${Number(digit) + 1}`],
  },
];

/** Wrong versions of a formula, at most three; empty where nothing in it can be changed safely. */
export function wrongFormulas(formula: string, random: Random): string[] {
  const open = /^(\$\$?|\\\(|\\\[)/.exec(formula)?.[0] ?? "";
  const close = /(\$\$?|\\\)|\\\])$/.exec(formula)?.[0] ?? "";
  const body = formula.slice(open.length, formula.length - (open === "" ? 0 : close.length));
  // The left side of a definition names what is defined.
  const start = body.indexOf("=") + 1;
  const right = body.slice(start);
  return wrongVersions(right, FORMULA_RULES, random).map(
    (text) => `${open}${body.slice(0, start)}${text}${open === "" ? "" : close}`,
  );
}

/** Wrong versions of a line of a program, at most three. */
export function wrongLines(line: string, random: Random): string[] {
  return wrongVersions(line, CODE_RULES, random);
}

/** "Two sets: a and b" counts what it lists. */
const COUNTED = /^(?:two|three|four|five|six)$/;
const LISTED = /:|\band\b/i;

/** "All of", "with respect to", "no longer": the word belongs to the one beside it. */
const BOUND_AFTER = /^\s(?:of|respect|regard|as|which)\b/i;
const BOUND_BEFORE = /\b(?:no|at|as|per|how)\s$/i;

/**
 * Wrong versions of an English sentence, at most three: words exchanged for their opposites, but not `fixed` ones, which a question
 * names. Two changes that turn a relation round may make it true again, so at most one is made.
 */
export function wrongStatements(text: string, isFixed: (word: string) => boolean, random: Random): string[] {
  const { turned, directions } = oppositeSites(text, isFixed, random);
  return versionsOf(text, [...turned, ...directions], random);
}

/** What says no or demands: two such changes may leave a sentence true. */
const DENIES = /\b(?:not|never|cannot|must|without|only)\b/i;

/**
 * The same with words of the telling rows ("reduces", "increases", "preserves") exchanged too, but one place at most that a row or a direction
 * changes.
 */
export function wrongByRows(text: string, isFixed: (word: string) => boolean, random: Random): string[] {
  const { turned, directions } = oppositeSites(text, isFixed, random);
  const rows = rowSites(text).filter((site) => !site.plain && !words(site.text).some(isFixed));
  const isFree = (site: RowSite) => oppositeOf(site.text)?.isDirection === false;
  const turning = rows.filter((site) => !isFree(site)).map((site) => withArticle(text, site));
  const free = rows.filter(isFree).map((site) => withArticle(text, site));
  const one = [...turning, ...directions].slice(0, 1);
  const denies = one.some(({ at, length }) => DENIES.test(text.slice(at, at + length)));
  return versionsOf(text, apart([...one, ...(denies ? [] : [...free, ...turned])]), random);
}

/** "A node", "an edge": the article goes with the word. */
function withArticle(text: string, { at, text: { length }, instead }: RowSite): Site {
  const [article = ""] = /\ban?\s$/.exec(text.slice(0, at)) ?? [];
  if (article === "") return { at, length, instead };
  const written = instead.map((other) => `${/^[aeiou]/.test(other) ? "an" : "a"} ${other}`);
  return { at: at - article.length, length: length + article.length, instead: written };
}

function oppositeSites(
  text: string,
  isFixed: (word: string) => boolean,
  random: Random,
): { turned: Site[]; directions: Site[] } {
  // "Local or global", "from top to bottom": nothing to exchange where both are said.
  const said = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const found = [...text.matchAll(/(?<=^|[\s(“"])(?:(an?)\s)?(\p{Ll}+)(?![\p{L}’'])/gu)].flatMap((match) => {
    const [whole, article, word = ""] = match;
    const opposite = isFixed(word) ? undefined : oppositeOf(word);
    const before = text.slice(0, match.index);
    if (
      opposite === undefined ||
      (COUNTED.test(word) && LISTED.test(text.slice(match.index))) ||
      BOUND_AFTER.test(text.slice(match.index + whole.length)) ||
      BOUND_BEFORE.test(before)
    )
      return [];
    if (opposite.instead.some((other) => said.has(other))) return [];
    const instead = opposite.instead.map((other) =>
      article === undefined ? other : `${/^[aeiou]/.test(other) ? "an" : "a"} ${other}`,
    );
    return [{ at: match.index, length: whole.length, instead, isDirection: opposite.isDirection }];
  });
  const directions = shuffled(
    found.filter((site) => site.isDirection),
    random,
  );
  return { turned: found.filter((site) => !site.isDirection), directions: directions.slice(0, 1) };
}

/**
 * Two places changed, each alone and both together: every version differs from two others in one place and from the
 * third in both, so that the right one is in no way the middle. With one place only, its alternatives.
 */
function wrongVersions(text: string, rules: readonly Rule[], random: Random): string[] {
  return versionsOf(text, apart(sitesOf(text, rules)), random);
}

/** The same for sites that were found, none of which overlap. */
export function versionsOf(text: string, sites: readonly Site[], random: Random): string[] {
  const [first, second] = shuffled(sites, random);
  if (first === undefined) return [];
  const one = first.instead[Math.floor(random() * first.instead.length)] ?? "";
  if (second === undefined)
    return first.instead.slice(0, 3).map((instead) => changed(text, [[first, instead]]));
  const other = second.instead[Math.floor(random() * second.instead.length)] ?? "";
  return [
    changed(text, [[first, one]]),
    changed(text, [[second, other]]),
    changed(text, [
      [first, one],
      [second, other],
    ]),
  ];
}

function sitesOf(text: string, rules: readonly Rule[]): Site[] {
  return rules.flatMap(({ shape, instead }) =>
    [...text.matchAll(shape)].flatMap((found) => {
      const choices = instead(found);
      return choices.length === 0 ? [] : [{ at: found.index, length: found[0].length, instead: choices }];
    }),
  );
}

/** Sites that do not overlap, from the left. */
function apart(sites: readonly Site[]): Site[] {
  const out: Site[] = [];
  for (const site of [...sites].sort((a, b) => a.at - b.at || b.length - a.length)) {
    const last = out.at(-1);
    if (last === undefined || site.at >= last.at + last.length) out.push(site);
  }
  return out;
}

function changed(text: string, edits: readonly (readonly [Site, string])[]): string {
  return [...edits]
    .sort(([a], [b]) => b.at - a.at)
    .reduce((so, [site, instead]) => so.slice(0, site.at) + instead + so.slice(site.at + site.length), text);
}
