import type { OptionOrigin, RejectedOption } from "@/contract/question";
import type { Shares } from "./shares";

/** A text that might stand beside the key. */
export type Candidate = {
  text: string;
  origin: OptionOrigin;
  /** For a person to read: where it was found. */
  source: string;
};

/**
 * What a question kind asks the distractors for. `alsoCorrect` are texts known to be right (other answers of
 * cards with an equal front, a label's other values): they and their equivalents are never shown as wrong.
 */
export type DistractorRequest = {
  prompt: string;
  key: string;
  alsoCorrect: readonly string[];
  candidates: readonly Candidate[];
  /** ISO 639-3 code of the key's language as far as it could be told, else "und". */
  language: string;
  /** Uniform in [0, 1); seeded by the caller, so that equal input gives equal output. */
  random: () => number;
  /** 2 or 3 distractors are wanted; the default is 3. */
  want?: number;
  /** Turns away what is too like the key in meaning: in a gap it would be right as well. */
  apart?: boolean;
  /** Key and candidates are a row of words that exclude each other, of which a word of the prompt may tell one. */
  row?: boolean;
  /** What the prompt names or asks for by a name, where everyday words would tell the rest. */
  label?: string;
  /** There is little to choose from: what is less plausible than usual is better than no question. */
  few?: boolean;
  /** With what chance each blind guess shall find the key; the default is one in four for each. */
  shares?: Shares;
};

export type ChosenDistractor = Candidate & {
  /** Higher is more plausible. */
  score: number;
};

export type DistractorChoice = {
  /** Three where three good ones exist, two where only two do, otherwise fewer: the caller then skips the question. */
  chosen: ChosenDistractor[];
  rejected: RejectedOption[];
  flags: string[];
  /** The chance with which each blind guess finds the key in the chosen set. */
  hits: Shares;
};

/** Word vectors, where the language has them. A port: the table itself is loaded outside the domain. */
export type Vectors = {
  readonly dimensions: number;
  /** Unit-length vector of a lower-case word, or undefined when it is not in the table. */
  vector(word: string): Float32Array | undefined;
  /** Rank of the word by frequency (0 = most frequent), or undefined. */
  rank(word: string): number | undefined;
};

/** The door of this folder: `chooseDistractors` in `choose.ts` has this type once its vectors are bound. */
export type ChooseDistractors = (request: DistractorRequest) => DistractorChoice;
