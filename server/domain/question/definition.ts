import { bare, contentStems, normalise, upperFirst, words } from "./text";

const COPULA =
  /^(.{1,80}?)(?:\s*,[^,]{1,60},)?\s+(?:(?:is|are) (?:defined|known) as|(?:is|are) called|is|are|was|were|refers?(?:\s\p{L}+ly)? to|means?|stands? for)\s+(.+)$/isu;

const ACTS =
  /^(.{1,80}?)\s+((?:allows?|uses?|enables?|helps?|provides?|lets?|reduces?|converts?|measures?|makes?|gives?|describes?|states?|says?|takes?|adds?|stores?|combines?|consists?|contains?|requires?|performs?|applies|apply|computes?|finds?|learns?|represents?|occurs?|happens?|involves?|works?|creates?|prevents?|removes?|penali[sz]es?|encourages?|ensures?|treats?|tries|tells?|returns?|shows?|divides?|assumes?|keeps?|maps?|produces?|receives?|defines?|separates?|controls?|carries|carry|includes?|supports?|avoids?)\s.+)$/is;

/** "Regularization is used to" is no subject: the verb behind it is an infinitive. */
const AUXILIARY_END = /\b(?:to|is|are|was|were|be|can|may|might|could|should|must|will|would|not)$/i;
/** "Bias is simply, a difference": the word adds nothing to a definition. */
const HEDGE = /^(?:simply|basically|essentially|just)\b,?\s+/i;
/** Nouns that only say what sort of thing a term is: "classification problems" are classification. */
const SORT = /\s+(?:problems?|algorithms?|models?|methods?|techniques?|functions?|systems?|process|tasks?)$/i;

/**
 * "A skip list is a data structure …" → "A data structure …", when what stands before the verb is the term itself;
 * an option that names the term would give itself away. Undefined when the text does not define the term that way.
 */
export function withoutTerm(term: string, text: string): string | undefined {
  const found = COPULA.exec(text);
  const acts = ACTS.exec(text);
  if (
    acts?.[1] !== undefined &&
    acts[2] !== undefined &&
    !AUXILIARY_END.test(acts[1]) &&
    isSubject(term, acts[1])
  )
    return upperFirst(acts[2]);
  const subject = found?.[1];
  const rest = found?.[2]?.trim();
  if (subject === undefined || rest === undefined || words(rest).length < 2) return undefined;
  if (SECOND_SUBJECT.test(rest)) return undefined;
  if (!isSubject(term, subject) && !/^(?:it|this|they|these)$/i.test(subject.trim())) return undefined;
  if (
    /^(?:not|often|also|said|very|when|where|that|to|documented|described|explained|discussed|covered|listed|mentioned|available)\b/i.test(
      rest,
    )
  )
    return undefined;
  return upperFirst(rest.replace(HEDGE, ""));
}

/** "…, and a sail is …": what follows says something of another subject, and both are needed. */
const SECOND_SUBJECT =
  /\b(?:while|whereas)\b|,\s(?:and|but)\s(?!(?:it|they|this|that|which)\b)(?:\S+\s){1,4}(?:is|are|was|were|has|have|can|may|refers?|means)\s/i;

/** True when a sentence's subject is the term and nothing more. */
function isSubject(term: string, subject: string): boolean {
  const own = new Set([...contentStems(term), ...acronym(term)]);
  // "VHF": "Very High Frequency is …", "Radio of very high frequency (VHF) is …"
  if (initialsOf(subject) === normalise(bare(term))) return true;
  if (/\(([^()]+)\)\s*$/.exec(subject)?.[1]?.toLowerCase() === bare(term).toLowerCase()) return true;
  const bareSubject = subject.replace(/\([^)]*\)/g, " ").trim();
  const said = contentStems(
    contentStems(bareSubject).length > 1 ? bareSubject.replace(SORT, "") : bareSubject,
  );
  if (said.length === 0 || !said.every((one) => own.has(one))) return false;
  // "Nutrients are taken up …" says what the nutrients of the nutrient cycle do.
  const head = contentStems(term.replace(SORT, "")).at(-1) ?? "";
  if (!said.includes(head) && !acronym(term).some((one) => said.includes(one))) return false;
  // "Bias is …" defines one half of the bias-variance trade-off.
  return (
    said.length * 2 >= new Set(contentStems(term)).size || acronym(term).some((one) => said.includes(one))
  );
}

const MODAL = /^(.{1,60}?)\s+((?:can|may|should|must)\s+be\s.+|(?:is|are|was|were)\s.+)$/is;
const COMPARES = /\b(?:difference|differ|compare|versus|vs|between|or)\b/i;
/** "Judges decide whether there" is no subject. */
const CLAUSE = /\b(?:if|whether|when|that|there)\b/i;
const MAX_SUBJECT_WORDS = 6;

/**
 * "Regularization parameters can be chosen using a grid search" → "Can be chosen …", where the front names all of the
 * subject: an option that repeats it is found without knowing. Undefined where the front compares, for there the subject tells.
 */
export function withoutAskedSubject(front: string, text: string): string | undefined {
  const [, subject = "", rest = ""] = MODAL.exec(text) ?? ACTS.exec(text) ?? [];
  const asked = new Set(contentStems(front));
  const said = contentStems(subject);
  if (
    COMPARES.test(front) ||
    AUXILIARY_END.test(subject) ||
    CLAUSE.test(subject) ||
    said.length === 0 ||
    words(subject).length > MAX_SUBJECT_WORDS
  )
    return undefined;
  if (!said.every((one) => asked.has(one)) || SECOND_SUBJECT.test(rest)) return undefined;
  const value = rest.replace(/^(?:is|are|was|were)\s+(?:(?:defined|known) as\s+)?/i, "").replace(HEDGE, "");
  return words(value).length < 4 || /^(?:not|often|also|said|very|when|where|that|to)\b/i.test(value)
    ? undefined
    : upperFirst(value);
}

/** "To solve linear regression, you need …" → "You need …", where the front has every telling word of the opening clause. */
export function withoutAskedOpening(front: string, text: string): string | undefined {
  const [, opening = "", rest = ""] = /^((?:to|in|for|when|if|with)\s[^,]{2,70}),\s+(.+)$/is.exec(text) ?? [];
  // "Solve" and "solving" part ways at their fifth letter.
  const asked = new Set(contentStems(front).map((one) => one.slice(0, 4)));
  const said = contentStems(opening);
  const isAsked = said.length > 0 && said.every((one) => asked.has(one.slice(0, 4)));
  return isAsked && words(rest).length >= 4 ? upperFirst(rest) : undefined;
}

/** What a clause opens with that says how, why, when or what: the answer proper. */
const ANSWERING =
  /\s(?=(?:by(?:\s\p{L}+ly)?\s\p{L}{3,}ing|because|if|when|whether|so that|in order to)\s)/giu;
const MIN_ANSWER_WORDS = 5;

/**
 * "A breach occurs if the seller refuses" → "If the seller refuses", where the front has every telling word of what stands before but one: a
 * verb in place of its own.
 */
export function withoutAskedClause(front: string, text: string): string | undefined {
  if (COMPARES.test(front)) return undefined;
  const asked = new Set(contentStems(front).map((one) => one.slice(0, 4)));
  const isAsked = (before: string) => {
    const said = [...new Set(contentStems(before))];
    return said.length >= 2 && said.filter((one) => !asked.has(one.slice(0, 4))).length <= 1;
  };
  const at = [...text.matchAll(ANSWERING)]
    .map(({ index }) => index)
    .filter((end) => isAsked(text.slice(0, end)));
  const answer = at.length === 0 ? "" : text.slice(at.at(-1)).trim();
  return words(answer).length >= MIN_ANSWER_WORDS ? upperFirst(answer) : undefined;
}

/** True where a short form is made of the initials of words that stand together: "ViTs" of "Vision Transformers". */
export function abbreviates(short: string, text: string): boolean {
  const capitals = (short.match(/\p{Lu}/gu) ?? []).join("").toLowerCase();
  if (capitals.length < 2 || /\s/.test(short.trim())) return false;
  return words(text)
    .map((word) => word[0] ?? "")
    .join("")
    .includes(capitals);
}

/** Letters from which a clipped word can be told: "cdecl", "malloc". */
const MIN_CLIPPED = 4;
const MAX_CLIPPED = 12;

/** True where a short word is made of the beginnings of words that stand together: "malloc" of "memory allocation". */
export function clips(short: string, text: string): boolean {
  const letters = short.toLowerCase();
  if (!/^\p{L}+$/u.test(letters) || letters.length < MIN_CLIPPED || letters.length > MAX_CLIPPED)
    return false;
  const said = words(text);
  return said.some((_, from) => isMadeOf(letters, said.slice(from, from + letters.length)));
}

/** Each word gives one letter or more, all of the letters are used, and by two words at least. */
function isMadeOf(letters: string, said: readonly string[], used = 0): boolean {
  if (letters === "") return used >= 2;
  const [word = "", ...rest] = said;
  for (let size = sharedStart(letters, word); size > 0; size--)
    if (isMadeOf(letters.slice(size), rest, used + 1)) return true;
  return false;
}

function sharedStart(a: string, b: string): number {
  let size = 0;
  while (size < a.length && a[size] === b[size]) size++;
  return size;
}

/** Letters that two words of one root share: "congestion", "uncongested". */
const SAME_ROOT = 6;

/** True when a description says its label: shortens it, spells it out, or has a word of its root inside another word. */
export function spells(label: string, description: string): boolean {
  const said = words(description);
  return label.split(/\s+/).some((part) => {
    const word = part.replace(/[^\p{L}\p{N}]/gu, "");
    const root = word.toLowerCase().slice(0, Math.max(SAME_ROOT, word.length - 4));
    return (
      abbreviates(word, description) ||
      clips(word, description) ||
      (root.length >= SAME_ROOT && said.some((other) => other.includes(root))) ||
      said.some((other) => other.length > SAME_ROOT && word.toLowerCase().includes(other.slice(0, -2)))
    );
  });
}

/** True when the text says the term, in whole or in part, so that it cannot be asked for by the text. */
export function names(term: string, text: string): boolean {
  const said = new Set([...contentStems(text)]);
  return [...contentStems(term), ...acronym(term)].some((one) => said.has(one));
}

function initialsOf(text: string): string {
  return acronym(bare(text))[0] ?? "";
}

/** The initials of a longer term, as a reader would abbreviate it. */
function acronym(term: string): string[] {
  const initials = words(term.replace(/\([^)]*\)/g, " "))
    .map((word) => word[0] ?? "")
    .join("");
  return initials.length >= 2 ? [initials] : [];
}
