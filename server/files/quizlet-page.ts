import { missingCards } from "./count";
import type { Draft, DraftCard, Recognition, TextFormat } from "./draft";
import { toMarkdown } from "./structure";

/**
 * A Quizlet page as a person copies it: `Terms in this set (25)`, then a term and its definition on lines of their
 * own, in turn. The count tells where the list ends and the page's own footer begins.
 */

const DECLARED =
  /^(?:terms in this set|begriffe in diesem lernset|termes de cet ensemble|t[ée]rminos en este conjunto) ?\((\d{1,5})\)$/i;

type Line = { text: string; line: number };

function splitPage(
  text: string,
): { title: string | null; declared: number; at: number; lines: Line[] } | null {
  const all = text.split("\n").map((raw, at) => ({ text: raw.trim(), line: at + 1 }));
  const at = all.findIndex((line) => DECLARED.test(line.text));
  const declared = Number(DECLARED.exec(all[at]?.text ?? "")?.[1]);
  if (at < 0) return null;
  const above = all.slice(0, at).filter((line) => line.text);
  return {
    title: above[0]?.text ?? null,
    declared,
    at: at + 1,
    lines: all.slice(at + 1).filter((line) => line.text),
  };
}

function recognise(text: string): Recognition {
  const page = splitPage(text);
  const whole = page !== null && page.lines.length >= 2;
  return whole ? { score: 0.92, reason: "a copied Quizlet page" } : { score: 0, reason: "no Quizlet page" };
}

function read(text: string): Draft {
  const page = splitPage(text);
  if (!page) return { title: null, declaredCount: null, cards: [], problems: [] };
  const cards: DraftCard[] = [];
  for (let at = 0; at + 1 < page.lines.length && cards.length < page.declared; at += 2) {
    const [term, definition] = [page.lines[at], page.lines[at + 1]];
    if (term && definition)
      cards.push({ front: toMarkdown(term.text), back: toMarkdown(definition.text), line: term.line });
  }
  const count = missingCards(page.declared, cards.length, [], page.at);
  return { title: page.title, declaredCount: page.declared, cards, problems: count ? [count] : [] };
}

export const quizletPage: TextFormat = { format: "quizlet", recognise, read };
