import type { ModelTrouble } from "@/contract/desk";
import type { QuestionKind } from "@/contract/question";

/** How the desk names the kinds of question. */
export const KIND_NAMES: Record<QuestionKind, string> = {
  "front-to-back": "Front → back",
  "front-to-statement": "Front → statement",
  "back-to-front": "Back → front",
  "label-to-description": "Label → description",
  "description-to-label": "Description → label",
  "true-of": "Which is true",
  "not-true-of": "Which is not true",
  matrix: "Comparison",
  contrast: "Contrast",
  number: "Number",
  date: "Date",
  "term-swap": "Swapped term",
  cloze: "Gap",
  formula: "Formula",
};

const FLAGS: Record<string, string> = {
  condensed: "The back was shortened to fit a phone.",
  "restates-front": "The answer repeats words of the question.",
  "two-distractors": "Only two plausible wrong answers were found.",
  negative: "Asks for what is not true: read it aloud.",
  echo: "The right answer shares words with the question.",
  guessable: "The right answer can be told from its form alone.",
  "key-longest": "The right answer is much longer than the others.",
  "key-odd-format": "The right answer is the only one of its form.",
  "may-also-be-right": "A wrong answer may also be right.",
};

/** What a flag of the generator means, in a sentence; an unknown one is shown as it is. */
export const flagSentence = (flag: string): string => FLAGS[flag] ?? `${flag.replaceAll("-", " ")}.`;

const ORIGINS: Record<string, string> = {
  key: "the card itself",
  "same-section": "the same section",
  "sibling-subject": "a neighbouring subject",
  "same-frame": "a card that asks alike",
  "same-tag": "a card with the same tag",
  deck: "the deck",
  perturbation: "made from the right answer",
  teacher: "written by you",
  model: "proposed by a language model",
};

/** Where an option came from, to be read after "from". */
export const originWords = (origin: string, source: string): string => {
  const words = ORIGINS[origin] ?? origin;
  return source && origin !== "teacher" && origin !== "perturbation" ? `${words}: ${source}` : words;
};

/** How plausible the ranker finds a wrong answer, in words. */
export const scoreWords = (score: number): string => `score ${score.toFixed(1)}`;

/** Why a model has proposed nothing, to be read after "The language model at …". */
export const TROUBLES: Record<ModelTrouble, string> = {
  unreachable: "could not be reached",
  "too-slow": "took too long to answer",
  busy: "is busy",
  "not-allowed": "does not accept this server’s key",
  failed: "answered with an error",
  redirected: "named another address, where no text is sent",
  "too-large": "gave an answer that was too long to be one",
  unreadable: "gave an answer that could not be read",
  resting: "has failed several times and is left alone for a while",
};
