import { readNumberWords } from "./quantity";

/**
 * Words that are written in more than one way, brought to one: number words and Roman numerals to digits, British
 * to American spelling, short forms to long ones.
 */

const SAME: Record<string, string> = {
  mr: "mister",
  dr: "doctor",
  mt: "mount",
  ft: "fort",
  tv: "television",
  ok: "okay",
  centre: "center",
  theatre: "theater",
  metre: "meter",
  litre: "liter",
  fibre: "fiber",
  grey: "gray",
  aluminium: "aluminum",
  sulphur: "sulfur",
  cheque: "check",
  programme: "program",
  defence: "defense",
  offence: "offense",
  tyre: "tire",
  plough: "plow",
  mould: "mold",
  aeroplane: "airplane",
  catalogue: "catalog",
  dialogue: "dialog",
};

const ORDINALS = new Map(
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    .split(" ")
    .map((word, value) => [word, `${value}th`]),
);
const NUMBER_WORDS = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million"
    .split(" ")
    .map((word) => [word, String(readNumberWords([word]))]),
);

/** British spellings that differ by a rule: colour, organise, analyse, travelled, anaemia, oestrogen. */
function american(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/^(.+)our(s|ed|ing|ful|less|able|ite|ites)?$/, (whole, head: string, tail = "") =>
      OUR.has(head) ? `${head}or${tail}` : whole,
    )
    .replace(/([a-z]{3,}[bcdfglmnrtv])is(e[sdr]?|ing|ation|ations)$/, "$1iz$2")
    .replace(/ys(e[sdr]?|ing)$/, "yz$1")
    .replace(/ll(ed|ing|er|ers)$/, "l$1")
    .replace(/^(an|h|p|l)ae(?=mi|mo|di|uk)/, "$1e")
    .replace(/^oe(?=st|so|de)/, "e");
}
const OUR = new Set(
  "col fav hon hum lab neighb behavi flav harb rum vap tum sav vig arm endeav cland".split(" "),
);

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10 };

/** Roman numerals of two letters and more up to XXXIX, as they stand after a name: Louis XIV, World War II. */
function romanValue(word: string): number | undefined {
  if (!/^(?=[IVX]{2,}$)X{0,3}(IX|IV|V?I{0,3})$/.test(word)) return undefined;
  let total = 0;
  let before = 0;
  for (const letter of Array.from(word).reverse()) {
    const value = ROMAN[letter] ?? 0;
    total += value < before ? -value : value;
    before = Math.max(before, value);
  }
  return total;
}

const MONTHS = new Map(
  "january february march april may june july august september october november december"
    .split(" ")
    .flatMap((name, index) => [[name, index + 1] as const, [name.slice(0, 3), index + 1] as const]),
);

function isoDay(list: readonly string[]): string | undefined {
  const [year = "", month = 0, day = 0] = list;
  if (!/^\d{4}$/.test(year) || !/^\d\d$/.test(String(month)) || !/^\d\d$/.test(String(day))) return undefined;
  return Number(month) <= 12 && Number(day) <= 31 ? `day${year}.${Number(month)}.${Number(day)}` : undefined;
}

/** A whole text that is one day: "July 4, 1776", "4th of July 1776", "1776-07-04"; as one word, else undefined. */
export function dayOf(list: readonly string[]): string | undefined {
  const rest = list.filter((word) => word !== "of" && word !== "the" && word !== "on");
  if (rest.length !== 3) return undefined;
  const at = rest.findIndex((word) => MONTHS.has(word));
  const numbers = rest.filter((_, index) => index !== at).map((word) => Number.parseInt(word, 10));
  const [first = 0, second = 0] = numbers;
  if (at < 0) return isoDay(rest);
  const [day, year] = first > 31 ? [second, first] : [first, second];
  if (!(day >= 1 && day <= 31 && year > 31)) return undefined;
  return `day${year}.${MONTHS.get(rest[at] ?? "")}.${day}`;
}

/** The folded words of a text in their common forms; `text` is as written, because Roman numerals are capitals. */
export function canonicalWords(text: string, folded: readonly string[]): string[] {
  const romans = new Map<string, string>();
  for (const word of text.match(/\b[IVX]{2,}\b/g) ?? []) {
    const value = romanValue(word);
    if (value !== undefined) romans.set(word.toLowerCase(), String(value));
  }
  const joined = joinInitials(folded);
  const day = dayOf(joined);
  if (day) return [day];
  return joined.map((word) => {
    const digits = /^\d{1,3}(,\d{3})+$/.test(word) ? word.replaceAll(",", "") : word;
    const number = ORDINALS.get(word) ?? NUMBER_WORDS.get(word) ?? romans.get(word);
    return number ?? SAME[digits] ?? american(digits.replace(/'s?$/, ""));
  });
}

/** "u s a" and "h g wells" → "usa", "hg wells": initials are written with and without points. */
function joinInitials(list: readonly string[]): string[] {
  const joined: string[] = [];
  let run = "";
  for (const word of list) {
    if (/^\p{L}$/u.test(word) && (word !== "a" || run)) {
      run += word;
      continue;
    }
    if (run) joined.push(run);
    run = "";
    // "17th", "17 th" and ordinal suffixes in one form
    const ordinal = /^(\d+)(?:st|nd|rd)$/.exec(word);
    joined.push(ordinal ? `${ordinal[1]}th` : word);
  }
  if (run) joined.push(run);
  return joined;
}
