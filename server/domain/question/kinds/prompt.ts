import { MAX_PROMPT_CHARS } from "@/contract/question";
import type { Fact } from "../facts";
import { sentences } from "../sentences";
import type { StudiedCard } from "../study";
import { chars, normalise } from "../text";

/** The front as a prompt, or the sentence of it that asks; undefined where none fits a phone. */
export function frontPrompt(card: StudiedCard): string | undefined {
  if (card.front === "") return undefined;
  if (chars(card.front) <= MAX_PROMPT_CHARS) return card.front;
  const parts = sentences(card.front).filter((part) => chars(part) <= MAX_PROMPT_CHARS);
  return parts.find((part) => (card.hasGap ? /_{2,}|\[\.\.\.\]|\[…\]/.test(part) : part.endsWith("?")));
}

/** "Multi-head attention · Benefits": where in the deck the question is, for the head of a prompt. */
export function heading(card: StudiedCard, fact: Pick<Fact, "section" | "subject">): string {
  const name = card.topic.name ?? card.front;
  const section = fact.subject ?? fact.section;
  return section === "" || normalise(section) === normalise(name) ? name : `${name} · ${section}`;
}

export function fits(prompt: string): boolean {
  return chars(prompt) <= MAX_PROMPT_CHARS;
}

/** `“text”`, unless the text has quotation marks of its own. */
export function quoted(text: string): string {
  return /[“”"]/.test(text) ? text : `“${text}”`;
}
