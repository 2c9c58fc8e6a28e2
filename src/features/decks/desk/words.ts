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
