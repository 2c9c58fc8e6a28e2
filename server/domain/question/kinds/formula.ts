import type { Candidate } from "#server/domain/distractors/types";
import { MAX_OPTION_CHARS } from "@/contract/question";
import type { Random } from "../../random";
import { isFormula } from "../answers";
import { isReordered, latexFault, latexOf } from "../mathematics";
import { wrongFormulas, wrongLines } from "../perturb";
import type { StudiedCard, StudiedDeck } from "../study";
import { chars, containsPhrase, words } from "../text";
import type { KindRule, Proposal } from "./kind";
import { madeFromKey } from "./made-from-key";
import { ask, fits, frontPrompt } from "./prompt";

/** A formula or a line of a program from the card, beside versions of it with a changed sign, exponent or comparison. */
export const formula: KindRule = {
  kind: "formula",
  limit: 3,
  *propose(card, deck, random) {
    const front = frontPrompt(card);
    if (front === undefined) return;
    for (const text of formulasOf(card)) {
      const isBack = card.answer?.text === text;
      const prompt =
        isBack || !deck.languages.english ? front : ask(formulaHeading(card, front), WHICH_FORMULA);
      yield* changed(card, deck, prompt, text, wrongFormulas(text, random));
    }
    const isExample = card.statement !== undefined && !isMostlyCode(card);
    const lines = card.code.flat().map((line) => line.trim());
    for (const text of telling(card.code)) {
      if (isExample && !isEquation(text)) continue;
      // A line that stands elsewhere in the program is right as well.
      const versions = lines.every(isEquation) ? wrongFormulas(text, random) : wrongLines(text, random);
      const wrong = versions.filter((line) => !lines.includes(line.trim()));
      const prompt = deck.languages.english ? linePrompt(front, text, wrong, lines) : front;
      yield* changed(card, deck, prompt, text, wrong);
    }
  },
};

const WHICH_FORMULA = "which formula is right?";

/** A front that asks for no formula is a second question beside it: then its subject heads the prompt. */
function formulaHeading(card: StudiedCard, front: string): string {
  const asksForIt =
    /\b(?:formula|equation|expression|calculate|compute|law|rule|how (?:do|can|is|are))\b/i.test(front);
  return asksForIt ? front : (card.topic.name ?? card.topic.heading ?? front);
}

/** In a longer text that answers by itself a program is an example: its lines are one way of many. */
function isMostlyCode(card: StudiedCard): boolean {
  const size = (texts: readonly string[]) => texts.reduce((sum, text) => sum + chars(text), 0);
  return size(card.code.flat()) >= size(card.lines.map((line) => line.evidence));
}

/** A line of a longer program is asked for between its neighbours, for elsewhere a changed one may be right as well; neighbours that say an option are not read out. */
function linePrompt(front: string, line: string, wrong: readonly string[], lines: readonly string[]): string {
  if (isEquation(line)) return ask(front, WHICH_FORMULA);
  const written = lines.filter((one) => one !== "");
  if (written.length === 1) return front;
  const place = written.findIndex((one) => one.startsWith(line));
  const [before, after] = [written[place - 1], written[place + 1]];
  const wordings = [
    before !== undefined &&
      after !== undefined &&
      `which line is missing between “${before}” and “${after}”?`,
    before !== undefined && `which line follows “${before}”?`,
    after !== undefined && `which line comes before “${after}”?`,
  ].flatMap((wording) => (wording === false ? [] : [ask(front, wording)]));
  const tells = (wording: string) => [line, ...wrong].some((option) => containsPhrase(wording, option));
  return (
    wordings.find((wording) => fits(wording) && !tells(wording)) ??
    ask(front, "which line belongs to the program?")
  );
}

function* changed(
  card: StudiedCard,
  deck: StudiedDeck,
  prompt: string,
  key: string,
  wrong: readonly string[],
): Generator<Proposal> {
  const inOneLine = key.trim();
  if (!fits(prompt) || containsPhrase(prompt, inOneLine)) return;
  yield {
    variant: inOneLine,
    prompt,
    key: inOneLine,
    source: card.front,
    evidence: inOneLine,
    alsoCorrect: [],
    candidates: readable(wrong, key),
    language: deck.languages.back,
    flags: [],
  };
}

function readable(wrong: readonly string[], key: string): Candidate[] {
  return wrong
    .map((text) => text.trim())
    .filter((text) => !isReordered(text, key))
    .filter((text) => latexOf(text).every((latex) => latexFault(latex) === undefined))
    .map(madeFromKey);
}

/** Wrong versions of a formula that can be set, as candidates; at most three. */
export function wrongVersionsOf(text: string, random: Random): Candidate[] {
  return readable(wrongFormulas(text, random), text);
}

/** The back where it is a formula; in a longer back the display formulas and the lines that are one. */
function formulasOf(card: StudiedCard): string[] {
  if (card.answer !== undefined) return card.answer.type === "formula" ? [card.answer.text] : [];
  const lines = card.lines.filter((line) => !line.aside).flatMap((line) => [line.text, line.evidence]);
  const found = lines.filter((text) => (isFormula(text) || isDefinedBySymbols(text)) && !isMeasure(text));
  return [...new Set([...card.formulas, ...found])].filter((text) => chars(text) <= MAX_OPTION_CHARS);
}

/** "7 +/- 2 items", "10-20 m": figures with signs between them and a unit. */
function isMeasure(text: string): boolean {
  return /^[\d\s.,+/±−–~≈-]+(?:\p{L}[\p{L}²³]*)?$/u.test(text);
}

/** "Attention(Q,K,V) = softmax(QK^T / √d_k)V": a name, an equals sign, and symbols with few words. */
function isDefinedBySymbols(text: string): boolean {
  const [left = "", right = "", ...more] = text.split(/\s=\s/);
  if (more.length > 0 || right === "" || words(left).length > 5) return false;
  return (
    words(right).filter((word) => /^\p{L}{5,}$/u.test(word)).length <= 1 &&
    /[+*/^√·×(−-]/.test(right) &&
    !/[.;]\s/.test(text)
  );
}

/** Lines of a program that decide something, each once, the longest decisions first. */
function telling(programs: readonly (readonly string[])[]): string[] {
  const all = programs.flat().map((line) => line.trim().replace(/\s*(?:#|\/\/).*$/, ""));
  const once = all.filter((line, place) => all.indexOf(line) === place && all.lastIndexOf(line) === place);
  return once
    .filter(
      (line) =>
        line.length >= 6 &&
        line.length <= 100 &&
        !/^(?:def|class|#|\/\/|\/\*|\*|import|from|@|"""|:|struct|typedef)|["'`]{3}/.test(line),
    )
    .filter((line) => !isInterchangeable(line))
    .filter((line) => !line.endsWith(",") && /(?:while|if|for|return|=|<|>|\+|-)/.test(line))
    .sort((a, b) => weight(b) - weight(a));
}

/**
 * Lines that could as well be written the other way round: one of several branches, whose conditions may change places, and
 * a start value, which may often be another.
 */
function isInterchangeable(line: string): boolean {
  return (
    /^(?:\}\s*)?(?:else\s+if|elif|elsif)\b|^(?:\}\s*)?if\b.*[<>]/.test(line) ||
    /^(?:(?:int|let|var|const|auto|char|bool|long|double|float)\s+)?[\w.]+(?:\[[^\]]*\])?\s*(?::?=|<-)\s*(?:-?\d+|true|false|null|none|[[{(][\s\d,.]*[\])}]);?$/i.test(
      line,
    )
  );
}

function weight(line: string): number {
  return (
    (/^(?:while|if|for|return|elif|else if|\} else if)\b/.test(line) ? 20 : 0) + Math.min(30, line.length / 2)
  );
}

/** "y = B0 + B1*x1" in a fence is mathematics; a program has words. */
function isEquation(line: string): boolean {
  return isFormula(line) && !/\p{L}{3,}|[=!+*/%|&^<>-]=|:$/u.test(line);
}
