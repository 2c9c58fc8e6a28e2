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
  everyday: "It asks about everyday words, so that the right answer can be guessed.",
  guessable: "The right answer can be told from its form alone.",
  "only-fit": "The right answer is the only word that goes with its sentence.",
  abbreviation: "It asks for an abbreviation among others that stand for other sorts of things.",
  hinted: "A word of the question points to the right answer.",
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

/** Every other word of what the desk says of a question, of its options, and of what a model proposed for it. */
export const questionWords = {
  from: (origin: string) => `From ${origin}`,
  fromScored: (from: string, score: string) => `${from}, ${score}`,
  turnedDown: "Turned down",
  phone: {
    pinned: "pinned",
    yours: "yours",
    fromModel: "from a model",
    off: "off",
    right: "the right answer",
    ban: "Never again as a wrong answer of this card",
    banOne: (letter: string, text: string) =>
      `Never use option ${letter}, “${text}”, as a wrong answer of this card`,
    cardChanged: "The card has changed since this question was made.",
    edit: "Edit",
    redraw: "Other wrong answers",
    anew: "Make it anew",
    giveUp: "Give it up",
    pin: "Pin",
    turnOff: "Turn off",
    turnOn: "Turn on",
    askModel: "Ask the model",
  },
  notes: {
    retired: (text: string, chosen: number, shown: number) =>
      `No longer shown, because hardly anybody takes it: “${text}” (${chosen} of ${shown}).`,
    showAgain: "Show it again",
    replaced: (options: readonly { text: string; chosen: number; shown: number }[]) =>
      `Shown before: ${options.map(({ text, chosen, shown }) => `“${text}” (${chosen} of ${shown})`).join(", ")}.`,
    mayBeRight: (letter: string) =>
      `${letter} may also be right: the best students take it more often than the weakest.`,
    accept: "Accept it as well",
    accepted: (letter: string) => `${letter} counts as right too, by your word.`,
    takeBack: "Take that back",
    proposed: (letter: string, source: string, score: string) =>
      `${letter} was proposed by a model: ${source}, ${score}.`,
    counted: (letter: string, chosen: number, shown: number) => `${letter} ${chosen} of ${shown}`,
    chosen: (options: readonly string[]) => `Chosen so far: ${options.join(", ")}`,
  },
  proposals: {
    title: (count: number, model: string) =>
      count === 0 ? `Nothing new from ${model}` : `${count} proposed by ${model}`,
    text: "A language model proposed this. It is not asked before you use it. A higher score is more plausible.",
    wordings: "Other wordings",
    takeWording: (text: string) => `Ask it like this: “${text}”`,
    use: "Use",
    before: "The wording before",
    takeBefore: "Ask it in the wording before",
    back: "Back",
    wrong: "Wrong answers",
    where: "Where it goes",
    beside: "Beside the others",
    inPlaceOf: (letter: string, text: string) => `In place of ${letter}: ${text}`,
    takeWrong: (text: string) => `Use “${text}” as a wrong answer`,
    dismiss: "Do not propose this again",
    dismissOne: (text: string) => `Do not propose “${text}” again`,
    by: (model: string) => `Proposed by ${model}`,
    offers: (model: string) => `${model} proposes wrong answers`,
    tooFew: (model: string) => `${model} found too few wrong answers`,
    right: (text: string) => `Right: ${text}`,
    make: "Make the question",
  },
  editor: {
    write: "Write a question",
    edit: "Edit the question",
    lookAgain: "Look at the fields again.",
    save: "Save the question",
    question: "Question",
    options: "Options: tick every right one",
    option: (letter: string) => `Option ${letter}`,
    isRight: (letter: string) => `Option ${letter} is right`,
    removeOption: (letter: string) => `Remove option ${letter}`,
    addOption: "Add an option",
    stays: "Your wording stays when the questions are made again, also when the card changes.",
    turnedDown: "Turned down as wrong answers",
    evidence: "Where the card says it",
  },
};
