import { sentences } from "./sentences";
import type { Topic } from "./topic";

/**
 * What kind of thing a front asks for. An option of another kind cannot follow the question, and leaves the key alone.
 * open: the front does not say.
 */
export type Asked = {
  kind:
    | "definition"
    | "how"
    | "why"
    | "when"
    | "where"
    | "who"
    | "which"
    | "name"
    | "measure"
    | "effect"
    | "comparison"
    | "yes-no"
    | "gap"
    | "open";
  /** The noun that is asked for, in the singular, where the front names one: "command", "benefit". */
  noun?: string;
};

/** "Python: …", "In statistics, …", "Given a list, …": where the question is asked, and not what. */
const LEAD =
  /^(?:[^:?]{1,40}:\s+|(?:in|for|with|during|under|given|using|on|if|when)\s[^,?]{1,80},\s+)(?=\p{L})/iu;
const FACETS: readonly (readonly [Asked["kind"], RegExp])[] = [
  ["name", /\bstands? for\b|\b(?:short|acronym|abbreviation) (?:for|of)\b/i],
  ["comparison", /\b(?:differences?|differ|versus|vs\.?)\b|^compare\b/i],
  [
    "how",
    /^(?:(?:can|could) you )?(?:(?:explain|describe|show) )?how\b|^(?:in|by) (?:what|which) (?:way|means|method)\b|^what(?:’s|'s| is| are) (?:the|an?|one|some) (?:\S+ )?ways?\b/i,
  ],
  [
    "why",
    /^why\b|^for what (?:reason|purpose)\b|^what (?:causes?|makes)\b|^what(?:’s|'s| is| are| was| were) (?:the )?(?:\S+ )?(?:reasons?|purposes?|points?|motivations?|rationale|causes?|goals?|aims?)\b/i,
  ],
  [
    "when",
    /^when\b|^(?:in|under|for|at|on) (?:what|which) (?:cases?|conditions?|circumstances?|situations?|times?|year|century)\b/i,
  ],
  ["where", /^where\b|^in (?:what|which) (?:place|country|city|layer|part)\b/i],
  ["who", /^who(?:m|se)?\b|^by whom\b/i],
  [
    "effect",
    /^what (?:happens|will|would|did|can|could|do|does)\b.*\b(?:do|does|did|done|happen|happens|measure|mean|expect|cause)\b|^what happens\b|^what(?:’s|'s| is| are| was| were) (?:the )?(?:\S+ )?(?:effects?|impacts?|results?|consequences?|outcomes?|roles?|functions?)\b/i,
  ],
  ["yes-no", /^(?:is|are|was|were|do|does|did|can|could|will|would|should|must|has|have|may|might)\b/i],
];
/** "How many" is no "how often": what only one of them calls for is told by that. */
const COUNTED = /^how\s+(many|much|long|often|far|large|big|fast|tall|deep|old|high|wide|heavy)\b/i;
/** What grows with the size of a task is measured by a formula, and how many there are by a number. */
const ORDER_OF_GROWTH = /\bcomplexit(?:y|ies)\b|\bbig[- ]o\b|\brunning time\b/i;
/** "A stack gives what kind of traversal?" */
const WHAT_SORT = /\s(?:what|which) (?:kind|type|sort)s? of (\p{L}+)\?$/iu;
const SEVERAL = /^(?:name|list|give|enumerate|state)\b|^(?:what|which)\s+(?:are|were)\b/i;
const NOUN_AFTER_BE =
  /^(?:what|which)(?:’s|'s|\s+(?:is|are|was|were))\s+(?:an?\s|the\s)?([^?]{1,60}?)\s+(?:of|for|to|in|with|about|between|behind|that|which|you|we|used|when|on|from|at|by)\b/iu;
/** "What is the size of …" asks for a size, "What is the heap?" for what a heap is. */
const OF_ANOTHER =
  /^(?:what|which)(?:’s|'s|\s+(?:is|are|was|were))\s+(?:the|another|one|some)\s([^?]{1,60}?)\s(?:of|for|to|in|on|at|between|behind)\s/iu;
const NOUN_AFTER_WH =
  /^(?:which|what)\s+((?:\p{L}[\p{L}\d-]*\s+){1,3}?)(?:is|are|was|were|do|does|did|can|could|will|would|should|must|has|have|\p{L}+s|of|for|to|in|with)\b/iu;
/** "Write a function that …", "Output a file with line numbers.": what to do, and how is the answer. */
const TASK =
  /^(?:write|implement|output|print|convert|create|calculate|compute|solve|determine|count|remove|insert|delete|sort|reverse|set|turn|swap|get|add|find|show|draw|make|design|run|start|stop|open|close|copy|move|rename|return|check|test)\s+\S+\s+\S+/i;

/** Reads what a front asks for; "open" where that cannot be told. Never throws. */
export function askedFor(front: string, topic: Topic): Asked {
  if (/_{2,}|\[\.\.\.\]|\[…\]/.test(front)) return { kind: "gap" };
  const text = askedLast(front).replace(LEAD, "").trim();
  if (ORDER_OF_GROWTH.test(text)) return { kind: "measure", noun: "growth" };
  const counted = COUNTED.exec(text)?.[1]?.toLowerCase();
  if (counted !== undefined) return { kind: "measure", noun: counted };
  const sort = WHAT_SORT.exec(text)?.[1];
  if (sort !== undefined) return { kind: "which", noun: lastWord(sort) ?? sort };
  for (const [kind, shape] of FACETS) if (shape.test(text)) return { kind };
  if (SEVERAL.test(text)) {
    const noun = lastWord(
      /^\S+(?:\s+are)?\s+(.+?)(?:\s+(?:of|for|to|in|with|that|which|you|we|used|when|on|from|by)\b.*)?[?.]?$/i.exec(
        text,
      )?.[1],
    );
    const isPlural =
      /^(?:name|list|give|enumerate|state)\b/i.test(text) || (topic.term === undefined && noun !== undefined);
    if (isPlural) return { kind: "which", ...(noun !== undefined && { noun }) };
  }
  const facet = OF_ANOTHER.exec(text)?.[1];
  if (facet !== undefined) {
    const noun = lastWord(facet);
    return { kind: "which", ...(noun !== undefined && { noun }) };
  }
  const isNamed = topic.term !== undefined && /^(?:what|who|so what)\b/i.test(text);
  if (isNamed || /^(?:define|describe|explain)\b/i.test(text)) return { kind: "definition" };
  if (TASK.test(text) && !/\?$/.test(text)) return { kind: "how" };
  const noun = lastWord(NOUN_AFTER_BE.exec(text)?.[1] ?? NOUN_AFTER_WH.exec(text)?.[1]);
  if (noun !== undefined) return { kind: "which", noun };
  if (/^(?:what|which)\b/i.test(text)) return { kind: "which" };
  return { kind: "open" };
}

/** "A miller has two stones. Which one turns?": the question stands last; of several the first is asked. */
function askedLast(front: string): string {
  const parts = sentences(front);
  const isLedTo = parts.length > 1 && !/[?:]$/.test(parts[0] ?? "") && /\?$/.test(parts.at(-1) ?? "");
  return isLedTo ? (parts.find((part) => part.endsWith("?")) ?? front) : front;
}

/** True when both fronts ask for the same kind of thing; where they ask for a thing by its noun, the same noun. */
export function askAlike(a: readonly string[], b: readonly string[]): boolean {
  return a[0] === b[0];
}

/** The names under which answers to alike fronts are found, the closest likeness first: "which:command", "which". */
export function namesOfAsked({ kind, noun }: Asked): string[] {
  if (kind === "open" || kind === "gap") return [];
  return noun === undefined ? [kind] : [`${kind}:${noun}`, kind];
}

/** Nouns that ask for one and the same, as far as an answer's form goes. */
const SYNONYMS: readonly string[] = [
  "advantage benefit pro strength upside merit",
  "disadvantage drawback con downside limitation weakness problem issue caveat challenge",
  "use application usage",
  "step stage phase",
  "name term word synonym",
  "type kind class sort category form variety",
  "example instance",
  "component part element piece",
  "property characteristic feature attribute quality trait",
  "way method technique approach strategy mean",
  "formula equation expression",
  "rule principle law",
  "tool program software",
];
const CANONICAL = new Map(
  SYNONYMS.flatMap((line) => {
    const group = line.split(" ");
    return group.map((word): [string, string] => [word, group[0] ?? word]);
  }),
);

/** Nouns that mean something else behind a word that says which. */
const MEANS_ANOTHER = /^(?:problem|issue|challenge|application|program|class|form)$/;
const PLAIN_BEFORE =
  /^(?:the|an?|some|any|all|other|your|main|major|key|common|typical|potential|possible|biggest|important|several|\d+|two|three|four|five)$/i;

function lastWord(phrase: string | undefined): string | undefined {
  const noun = phrase?.trim().replace(/\s(?:involved|used|needed|required|associated|available|known)$/i, "");
  const last = noun?.split(/\s+/).at(-1)?.toLowerCase();
  const singular = last?.replace(/[^\p{L}\d-]/gu, "").replace(/(?<=\p{L}{2}[^s])s$/u, "");
  if (singular === undefined || singular === "") return undefined;
  // "Algebra problems" are no drawbacks, "main problems" are.
  const before = noun?.split(/\s+/).at(-2) ?? "the";
  if (MEANS_ANOTHER.test(singular) && !PLAIN_BEFORE.test(before))
    return `${before.toLowerCase()} ${singular}`;
  return CANONICAL.get(singular) ?? singular;
}
