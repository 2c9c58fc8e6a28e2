import { answerType, isCode, isFormula } from "./answers";
import { grammaticalForm } from "./grammar";
import { words } from "./text";

/** How an answer is built, as far as a reader sees it before understanding it. */
export type AnswerForm =
  | "order"
  | "formula"
  | "command"
  | "code"
  | "measure"
  | "date"
  | "verdict"
  | "list"
  | "means"
  | "instruction"
  | "reason"
  | "condition"
  | "predicate"
  | "sentence"
  | "definition"
  | "clause"
  | "phrase"
  | "identifier"
  | "infinitive"
  | "name"
  | "term";

/** "true_pos / (true_pos + false_pos)": values with signs between them, and no two words of a sentence. */
const ARITHMETIC = /[\p{L}\d)]\s[+*/^=−-]\s[\p{L}\d(]/u;
const PROSE = /\p{Ll}{3,}\s+\p{Ll}{3,}/u;
const MAX_MEASURE_WORDS = 12;
/** A name as programs have it: `max_depth`, `minSamples`. */
const IDENTIFIER = /^[a-z\d]+(?:_[a-z\d]+)+$|^[a-z]+(?:[A-Z][a-z\d]+)+$/;
/** A longer text without a verb that can be seen may be a sentence or none. */
const MAX_PHRASE_WORDS = 6;
const ORDER = /^[OΘΩ]\s?\(/;
const CODE_SIGNS =
  /`|[;{}]$|\w\(.*\)|\w\[[^\]]*\]|=>|->|::|&&|\|\||[=!<>]=|<<|>>|[|&^~]\s?[\w(]|\b\w+\.\w+\(|\s=\s/;
/** A program's name in small letters, and what a shell would read behind it: an option, a file, a pipe. */
const COMMAND =
  /^(?:\$\s*|sudo\s+)?[\p{Ll}][\p{Ll}\d_.+-]*\s+(?:[^.?!]*\s)?(?:-{1,2}[\p{L}\d]|[|>]\s|['"]?\/\w|\S+\.\p{Ll}{1,4}\b)/iu;
/** "Recurring, reusable solutions" are things and no way to do one. */
const MEANS = /^(?:by|using|use of|with|via|through|by means of|\p{L}{3,}ing(?!,))\b/iu;
const REASON =
  /^(?:because|since|due to|so that|so|as it|in order to|it (?:allows|prevents|helps|avoids|enables))\b/i;
const CONDITION =
  /^(?:when|whenever|whether|if|once|while|unless|until|during|only (?:if|when)|in case|where)\b/i;
/** An instruction opens with the bare form of a verb, and its object follows. */
const INSTRUCTION =
  /^(?:use|put|start|store|sort|find|add|remove|create|make|take|set|check|run|call|return|keep|split|divide|compute|calculate|apply|choose|select|replace|move|insert|delete|update|iterate|loop|count|multiply|subtract|swap|do|give|get|let|send|write|read|turn|draw|try|ensure|avoid|begin|build|change|compare|convert|copy|combine|define|detect|follow|go|hold|limit|look|maintain|merge|open|pick|place|plot|press|reduce|repeat|save|search|show|skip|stop|test|train|transform|treat|wait)\s+(?!of\b|is\b|are\b|was\b|can\b)\S/i;
/** "Defines a family", "Tells how long": a verb whose subject the front names. */
const THIRD_PERSON = /^\p{L}{3,}[^s\W]s\s+(?:an?|the|its|their|each|all|any|how|what|whether)\s/iu;

/**
 * Tells an answer's form. Never fails: what it cannot place is a phrase or a term. The grammar of a text that is not
 * English is not read: there only signs and length count.
 */
export function answerForm(text: string, isEnglish = true): AnswerForm {
  const bare = text.trim();
  if (ORDER.test(bare)) return "order";
  const type = answerType(bare);
  if (type === "number" || type === "quantity") return "measure";
  if (type === "year" || type === "date") return "date";
  if (type === "yes-no") return "verdict";
  const count = words(bare).length;
  const prose = (bare.match(/\b\p{Ll}{3,}\b/gu) ?? []).length;
  if (COMMAND.test(bare) && prose <= count / 2 + 1 && !/^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(bare)) return "command";
  if (isCode(bare) || (CODE_SIGNS.test(bare) && prose * 2 <= count && /[=(){}[\]|&<>]/.test(bare)))
    return isFormula(bare) ? "formula" : "code";
  if (isFormula(bare) || (ARITHMETIC.test(bare) && !PROSE.test(bare))) return "formula";
  if (/^[~≈<>]?\s?[$€£]?\d/.test(bare) && count <= MAX_MEASURE_WORDS) return "measure";
  if (!isEnglish) return count <= 3 ? "term" : count <= MAX_PHRASE_WORDS ? "phrase" : "sentence";
  if (/^to\s+\p{Ll}/u.test(bare)) return "infinitive";
  if (CONDITION.test(bare) && count > 2) return "condition";
  if (REASON.test(bare) && count > 2) return "reason";
  if (isList(bare)) return "list";
  if (MEANS.test(bare) && count > 1) return "means";
  if (INSTRUCTION.test(bare)) return "instruction";
  if (count > 3 && THIRD_PERSON.test(bare)) return "predicate";
  if (count <= 3) return IDENTIFIER.test(bare) ? "identifier" : type === "name" ? "name" : "term";
  const form = grammaticalForm(bare);
  return form === "phrase" && words(bare.replace(/\([^)]*\)/g, "")).length > MAX_PHRASE_WORDS
    ? "clause"
    : form;
}

/** Three or more short entries between commas. */
function isList(text: string): boolean {
  const entries = text.split(/,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+/).filter((entry) => entry !== "");
  return (
    entries.length >= 3 &&
    /,.*,|,.*\b(?:and|or)\b/.test(text) &&
    entries.every((entry) => words(entry).length <= 4)
  );
}

const ALIKE: readonly (readonly AnswerForm[])[] = [
  ["name", "term", "phrase"],
  ["term", "phrase", "definition"],
  ["reason", "infinitive", "sentence"],
  // Without a dictionary a sentence's verb may go unseen.
  ["sentence", "clause"],
];

/** True when answers of these forms are built so much alike that neither stands out beside the other. */
export function areAlikeInForm(one: AnswerForm, other: AnswerForm): boolean {
  return one === other || ALIKE.some((group) => group.includes(one) && group.includes(other));
}

/** Commands and code, in which every letter counts. */
export function isWrittenForMachines(form: AnswerForm): boolean {
  return form === "command" || form === "code" || form === "formula" || form === "order";
}
