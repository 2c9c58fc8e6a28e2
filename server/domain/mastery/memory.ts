import { MASTERY } from "./constants";

/**
 * What is remembered. `m` is a mean and `v` a variance, both in logits. Everything here is plain data: a row
 * in a table, a line in an export.
 */

/**
 * How able a student is, how they use the confidence scale (`confMean` 1–5, worth `confN` ratings), and how much
 * better (+) or worse (−) than predicted they answer just now (`quick`) and lately (`slow`), −1 to 1.
 */
export type StudentMemory = {
  m: number;
  v: number;
  confMean: number;
  confN: number;
  quick: number;
  slow: number;
};
/** How difficult a card is. */
export type CardMemory = { m: number; v: number };
/** What a student knows of one deck beyond their ability. */
export type DeckMemory = { m: number; v: number };
/** What a student knows of one card: right (`c`) and wrong (`i`) counts, the last answer's time (s) and sign. */
export type PairMemory = { m: number; v: number; c: number; i: number; t: number; last: Sign };
/** 1 the last answer was right, −1 it was wrong, 0 there is none. */
export type Sign = -1 | 0 | 1;

/** How difficult a skill is. */
export type SkillMemory = { m: number; v: number };
/** A student's practice of one skill: right answers, and the last answer's time (s) and sign. */
export type PracticeMemory = { c: number; t: number; last: Sign };

/** Learned numbers and the sums of their squared gradients. */
export type Learned = { w: number[]; g: number[] };

/** What all answers taught about how remembering works; shared by everybody, small, kept in the process. */
export type Weights = Learned & {
  skill: Learned;
  /** One number each: see `MASTERY.skill.stretch` and `.luck`. */
  stretch: Learned;
  luck: Learned;
};

/** The memories one answer touches. Without a skill, the model is the plain one. */
export type Memories = {
  student: StudentMemory;
  card: CardMemory;
  deck: DeckMemory;
  pair: PairMemory;
  skill?: SkillMemory | undefined;
  practice?: PracticeMemory | undefined;
};

/** What is believed of somebody, or something, before the first answer. */
export const newStudent = (): StudentMemory => ({
  m: 0,
  v: MASTERY.student.v,
  confMean: MASTERY.confidence.mean,
  confN: MASTERY.confidence.n,
  quick: 0,
  slow: 0,
});
export const newCard = (): CardMemory => ({ m: 0, v: MASTERY.card.v });
export const newDeck = (): DeckMemory => ({ m: 0, v: MASTERY.deck.v });
export const newPair = (): PairMemory => ({ m: 0, v: MASTERY.pair.v, c: 0, i: 0, t: 0, last: 0 });
export const newSkill = (): SkillMemory => ({ m: 0, v: MASTERY.skill.v });
export const newPractice = (): PracticeMemory => ({ c: 0, t: 0, last: 0 });

/** The weights that learning starts from. */
export const newWeights = (): Weights => ({
  ...learned(MASTERY.weights, MASTERY.learning.accumulator),
  skill: learned(MASTERY.skill.weights, MASTERY.skill.learning.accumulator),
  stretch: learned([MASTERY.skill.stretch.start], MASTERY.skill.stretch.accumulator),
  luck: learned([MASTERY.skill.luck.start], MASTERY.skill.luck.accumulator),
});

const learned = (start: readonly number[], accumulator: number): Learned => ({
  w: [...start],
  g: start.map(() => accumulator),
});
