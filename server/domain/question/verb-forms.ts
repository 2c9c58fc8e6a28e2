/** Forms of the English verbs of rows: regular ones, and the irregular ones that are in them. */
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
/** Verbs with the stress on their last syllable double its last letter: "repelled", "splitting". */
const DOUBLES = /(?:begin|forbid|repel|split|stop)$/;

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
  return DOUBLES.test(verb) ? `${verb}${verb.slice(-1)}ed` : `${verb}ed`;
}

/** "Reducing", "splitting". */
export function gerund(verb: string): string {
  if (/[^e]e$/.test(verb)) return verb.replace(/e$/, "ing");
  return DOUBLES.test(verb) ? `${verb}${verb.slice(-1)}ing` : `${verb}ing`;
}
