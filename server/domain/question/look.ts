import { type AnswerForm, answerForm } from "./answer-form";
import { ABOUT_IT } from "./grammar";
import { contentStems, isBalanced, words } from "./text";
import type { Topic } from "./topic";

/** What a reader sees of a text before understanding it, read once for each text of a deck. */
export type Look = {
  form: AnswerForm;
  words: number;
  /** Its brackets and quotation marks are closed. */
  isWhole: boolean;
  /** It says itself what it is about: "TCP: a protocol", "cdecl - C declaration". */
  isLabelled: boolean;
  /** "It occurs when …": it goes on from its front. */
  goesOn: boolean;
  /** It opens with the subject of its own card, and so answers no other front. */
  namesItself: boolean;
};

const LABELLED = /^(?:\S+\s){0,3}\S+(?::\s|\s[-–—]\s)\S/;

/** What of a card tells how its texts look. */
type ReadCard = { front: string; topic: Topic; isEnglish: boolean };

export function lookOf(text: string, card: ReadCard): Look {
  return {
    form: answerForm(text, card.isEnglish),
    words: words(text).length,
    isWhole: isBalanced(text),
    isLabelled: LABELLED.test(text),
    goesOn: ABOUT_IT.test(text),
    namesItself: opensWithSubject(text, card),
  };
}

/** Words at the beginning of a sentence in which its subject stands. */
const OPENING_WORDS = 5;

/** "A pointer is a memory address …" answers "What is a pointer?" and no other front. */
function opensWithSubject(text: string, card: ReadCard): boolean {
  const all = words(text);
  if (all.length <= OPENING_WORDS) return false;
  const opening = contentStems(all.slice(0, OPENING_WORDS).join(" "));
  const subject = contentStems(card.topic.term ?? card.topic.name ?? "");
  if (subject.length > 0 && subject.every((one) => opening.includes(one))) return true;
  // "Recall measures …" where the front asks what recall measures.
  const asked = contentStems(card.front);
  return opening.length >= 2 && opening.slice(0, 2).every((one) => asked.includes(one));
}
