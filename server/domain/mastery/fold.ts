import { type Evidence, learn } from "./learn";
import {
  type CardMemory,
  type DeckMemory,
  type Memories,
  newCard,
  newDeck,
  newPair,
  newPractice,
  newSkill,
  newStudent,
  newWeights,
  type PairMemory,
  type PracticeMemory,
  type SkillMemory,
  type StudentMemory,
  type Weights,
} from "./memory";
import type { Prediction } from "./predict";

/**
 * What an answer is about. Card ids are unique across decks. `skill` is the narrowest thing above the card that
 * its answers teach about: the card's first tag, or the deck where it has none.
 */
export type Subject = { student: string; deck: string; card: string; skill?: string | undefined };
export type Answer = Evidence & Subject;

type Learner = {
  student: StudentMemory;
  decks: Map<string, DeckMemory>;
  pairs: Map<string, PairMemory>;
  practices: Map<string, PracticeMemory>;
};

/** All that a run of answers taught. Serialisable piece by piece; grows by one entry per thing first met. */
export type Mastery = {
  learners: Map<string, Learner>;
  cards: Map<string, CardMemory>;
  skills: Map<string, SkillMemory>;
  weights: Weights;
};

/** Nobody has answered anything. */
export const newMastery = (): Mastery => ({
  learners: new Map(),
  cards: new Map(),
  skills: new Map(),
  weights: newWeights(),
});

/** The memories of one subject, made if they are not there yet. */
export function memoriesOf(mastery: Mastery, { student, deck, card, skill }: Subject): Memories {
  const learner = entry(mastery.learners, student, newLearner);
  return {
    student: learner.student,
    card: entry(mastery.cards, card, newCard),
    deck: entry(learner.decks, deck, newDeck),
    pair: entry(learner.pairs, card, newPair),
    skill: skill === undefined ? undefined : entry(mastery.skills, skill, newSkill),
    practice: skill === undefined ? undefined : entry(learner.practices, skill, newPractice),
  };
}

/** Takes one more answer into `mastery`, in place; returns what was predicted before it. */
export function remember(mastery: Mastery, answer: Answer): Prediction {
  return learn(memoriesOf(mastery, answer), mastery.weights, answer);
}

/**
 * What all answers together taught, oldest first. The only definition of mastery: what the database keeps
 * between sessions equals this fold, and after a correction the fold is made anew.
 */
export function fold(answers: Iterable<Answer>): Mastery {
  const mastery = newMastery();
  for (const answer of answers) remember(mastery, answer);
  return mastery;
}

const newLearner = (): Learner => ({
  student: newStudent(),
  decks: new Map(),
  pairs: new Map(),
  practices: new Map(),
});

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
