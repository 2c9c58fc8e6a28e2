import type { Candidate } from "#server/domain/distractors/types";
import { MAX_OPTION_CHARS } from "@/contract/question";
import { condense, sentences } from "../sentences";
import { type StudiedCard, type StudiedDeck, sourceOf } from "../study";
import { chars, containsPhrase, normalise, upperFirst, words } from "../text";
import type { Proposal } from "./kind";
import { ask, fits, frontPrompt } from "./prompt";

const BETWEEN = /\bbetween\s+(?:an?\s|the\s)?(.+?)\s+and\s+(?:an?\s|the\s)?(.+?)\s*\??$/i;
const VERSUS =
  /^(?:compare\s+|what is\s+)?(?:an?\s|the\s)?(.+?)\s+(?:vs\.?|versus)\s+(?:an?\s|the\s)?(.+?)\s*\??$/i;
/** Words that set one subject against the other, so that the sentence is wrong when the two change places. */
const OPPOSES = /\b(?:while|whereas|unlike|than|instead of|rather than)\b|,\s(?:but|not)\b/i;
const JOINS = /\bboth\b|\balike\b|\bsame\b|\bsimilar\b/i;

/**
 * Of a card that asks how two subjects differ: a sentence that sets one against the other, beside such sentences of
 * the card with the subjects exchanged. Every option names both subjects, so that none gives itself away.
 */
export function* subjectSwap(card: StudiedCard, deck: StudiedDeck): Generator<Proposal> {
  const pair = comparedSubjects(card.front);
  const front = frontPrompt(card);
  if (pair === undefined || front === undefined) return;
  const prompt = ask(front, "which statement is true?");
  const statements = opposingStatements(card, pair);
  if (!fits(prompt)) return;
  for (const statement of statements) {
    const wrong = statements
      .flatMap((one) => exchanged(one.text, pair) ?? [])
      .filter((text) => statements.every((one) => normalise(one.text) !== normalise(text)));
    if (wrong.length < 2) continue;
    yield {
      variant: `${normalise(statement.text)}/exchanged`,
      prompt,
      key: statement.text,
      source: sourceOf(card, { section: "" }),
      evidence: statement.evidence,
      alsoCorrect: statements.filter((one) => one !== statement).map((one) => one.text),
      candidates: wrong.map(
        (text): Candidate => ({ text, origin: "perturbation", source: "made from the card" }),
      ),
      language: deck.languages.back,
      flags: [],
    };
  }
}

type Pair = readonly [string, string];

/** "What is the difference between L2 and L1 regularization?" compares L2 and L1: what both share is left out. */
export function comparedSubjects(front: string): Pair | undefined {
  const [, one = "", other = ""] = BETWEEN.exec(front) ?? VERSUS.exec(front) ?? [];
  const count = one.split(/\s+/).length;
  const second = other.split(/\s+/).slice(0, count).join(" ");
  const isName = (text: string) => words(text).length > 0 && words(text).length <= 4 && !/[,;:]/.test(text);
  if (!isName(one) || !isName(second)) return undefined;
  // "Tree" stands in "decision tree": exchanging them would tear the longer name.
  return containsPhrase(other, one) || containsPhrase(one, second) ? undefined : [one, second];
}

function opposingStatements(card: StudiedCard, pair: Pair): { text: string; evidence: string }[] {
  return card.lines
    .filter((line) => !line.aside)
    .flatMap((line) =>
      sentences(line.text).flatMap((sentence) => {
        const text = condense(sentence, MAX_OPTION_CHARS)?.text ?? "";
        const isOpposing = OPPOSES.test(text) && !JOINS.test(text);
        const namesBoth = pair.every((name) => shapeOf(name).test(text));
        return isOpposing && namesBoth ? [{ text: upperFirst(text), evidence: line.evidence }] : [];
      }),
    )
    .filter(({ text }) => chars(exchanged(text, pair) ?? "") <= MAX_OPTION_CHARS);
}

/**
 * The text with the two names in each other's places, each as the text writes it, and with the verb that agrees with it
 * ("forests combine", "boosting combines"); undefined where one is plural, the other not, and the verbs would tell.
 */
function exchanged(text: string, [one, other]: Pair): string | undefined {
  const [first = one] = shapeOf(one).exec(text) ?? [];
  const [second = other] = shapeOf(other).exec(text) ?? [];
  const [verb, otherVerb] = [verbBehind(first, text), verbBehind(second, text)];
  const agrees = verb !== otherVerb && (isThirdPerson(verb, otherVerb) || isThirdPerson(otherVerb, verb));
  const isPlural = (name: string) => /[^s]s$/.test(name);
  const hasArticle =
    /\ban?\s$/i.test(text.slice(0, text.indexOf(first))) ||
    /\ban?\s$/i.test(text.slice(0, text.indexOf(second)));
  if (isPlural(first) !== isPlural(second) && (hasArticle || (verb !== otherVerb && !agrees)))
    return undefined;
  const behind = (found: string) => (agrees ? ` ${found}` : "");
  const [left, right] = [first + behind(verb), second + behind(otherVerb)];
  const either = new RegExp(
    [left, right, ...(agrees ? [] : [one, other])].map((name) => shapeOf(name).source).join("|"),
    "giu",
  );
  const isOne = new RegExp(`^(?:${shapeOf(left).source}|${shapeOf(one).source})$`, "iu");
  // "Canals" opens a sentence with a capital, and has none inside.
  const inside = (name: string, asked: string) =>
    /^\p{Ll}/u.test(asked) && !/\s\p{Lu}/u.test(name)
      ? name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
      : name;
  return upperFirst(
    text.replace(either, (found) => (isOne.test(found) ? inside(right, other) : inside(left, one))),
  );
}

/** "Combines" of "combine", "carries" of "carry". */
function isThirdPerson(verb: string, base: string): boolean {
  return base !== "" && (verb === `${base}s` || verb === `${base}es` || verb === base.replace(/y$/, "ies"));
}

function verbBehind(name: string, text: string): string {
  const at = text.indexOf(name);
  return at < 0 ? "" : (/^\s+(\p{Ll}+)/u.exec(text.slice(at + name.length))?.[1] ?? "");
}

function shapeOf(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/s$/, "");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}s?(?![\\p{L}\\p{N}])`, "iu");
}
