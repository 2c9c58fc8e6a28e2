/** Forms of English verbs: regular ones, and of the past those irregular ones that are in the rows. */
const IRREGULAR: Record<string, string> = {
  begin: "begun",
  forbid: "forbidden",
  freeze: "frozen",
  hide: "hidden",
  keep: "kept",
  lose: "lost",
  read: "read",
  send: "sent",
  split: "split",
  write: "written",
};
/** Verbs of more than one syllable that double their last letter. */
const DOUBLES =
  /(?:begin|occur|refer|prefer|submit|commit|permit|admit|omit|control|transfer|forget|forbid|repel|compel|reset|input|output)$/;

/** "Get", "split", "repel": the last letter stands twice before an ending. */
function doubles(verb: string): boolean {
  return /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) || DOUBLES.test(verb);
}

/** "Reduces", "carries", "suppresses". */
export function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return verb.replace(/y$/, "ies");
  return /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

/** The participle of the past: "reduced", "hidden". */
export function past(verb: string): string {
  const irregular = IRREGULAR[verb];
  if (irregular !== undefined) return irregular;
  if (/e$/.test(verb)) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return verb.replace(/y$/, "ied");
  return `${verb}${doubles(verb) ? verb.slice(-1) : ""}ed`;
}

/** "Choosing", "getting", "tying", "splitting". */
export function gerund(verb: string): string {
  if (/ie$/.test(verb)) return verb.replace(/ie$/, "ying");
  if (/[^eoy]e$/.test(verb)) return verb.replace(/e$/, "ing");
  return `${verb}${doubles(verb) ? verb.slice(-1) : ""}ing`;
}
