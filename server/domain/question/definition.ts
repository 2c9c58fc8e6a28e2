import { contentStems, upperFirst, words } from "./text";

const COPULA =
  /^(.{1,80}?)(?:\s*,[^,]{1,60},)?\s+(?:is|are|was|were|refers? to|means?|stands? for|(?:is|are) (?:defined|known) as|(?:is|are) called)\s+(.+)$/is;

const ACTS =
  /^(.{1,80}?)\s+((?:allows?|uses?|enables?|helps?|provides?|lets?|reduces?|converts?|measures?|makes?|gives?|describes?|states?|says?|takes?|adds?|stores?|combines?|consists?|contains?|requires?|performs?|applies|apply|computes?|finds?|learns?|represents?|occurs?|happens?|involves?|works?|creates?|prevents?|removes?|penali[sz]es?|encourages?|ensures?|treats?|tries|tells?|returns?|shows?|divides?|assumes?|keeps?|maps?|produces?|receives?|defines?|separates?|controls?|carries|carry|includes?|supports?|avoids?)\s.+)$/is;

/**
 * "A skip list is a data structure …" → "A data structure …", when what stands before the verb is the term itself;
 * an option that names the term would give itself away. Undefined when the text does not define the term that way.
 */
export function withoutTerm(term: string, text: string): string | undefined {
  const found = COPULA.exec(text);
  const acts = ACTS.exec(text);
  if (acts?.[1] !== undefined && acts[2] !== undefined && isSubject(term, acts[1]))
    return upperFirst(acts[2]);
  const subject = found?.[1];
  const rest = found?.[2]?.trim();
  if (subject === undefined || rest === undefined || words(rest).length < 2) return undefined;
  if (/\b(?:while|whereas)\b/i.test(rest)) return undefined;
  if (!isSubject(term, subject) && !/^(?:it|this|they|these)$/i.test(subject.trim())) return undefined;
  if (/^(?:not|often|also|said|very|when|where|that|used|to)\b/i.test(rest)) return undefined;
  return upperFirst(rest);
}

/** True when a sentence's subject is the term and nothing more. */
function isSubject(term: string, subject: string): boolean {
  const own = new Set([...contentStems(term), ...acronym(term)]);
  const said = contentStems(subject.replace(/\([^)]*\)/g, " "));
  if (said.length === 0 || !said.every((one) => own.has(one))) return false;
  // "Bias is …" defines one half of the bias-variance trade-off.
  return (
    said.length * 2 >= new Set(contentStems(term)).size || acronym(term).some((one) => said.includes(one))
  );
}

/** True when the text says the term, in whole or in part, so that it cannot be asked for by the text. */
export function names(term: string, text: string): boolean {
  const said = new Set([...contentStems(text)]);
  return [...contentStems(term), ...acronym(term)].some((one) => said.has(one));
}

/** The initials of a longer term, as a reader would abbreviate it. */
function acronym(term: string): string[] {
  const initials = words(term.replace(/\([^)]*\)/g, " "))
    .map((word) => word[0] ?? "")
    .join("");
  return initials.length >= 2 ? [initials] : [];
}
