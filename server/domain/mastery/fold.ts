import { type Evidence, learn } from "./learn";
import {
  type CardMemory,
  type DeckMemory,
  type Memories,
  newCard,
  newDeck,
  newPair,
  newStudent,
  newWeights,
  type PairMemory,
  type StudentMemory,
  type Weights,
} from "./memory";
import type { Prediction } from "./predict";

/** An answer with the names of what it is about. Card ids are unique across decks. */
export type Answer = Evidence & { student: string; deck: string; card: string };

type Learner = {
  student: StudentMemory;
  decks: Map<string, DeckMemory>;
  pairs: Map<string, PairMemory>;
};

/** All that a run of answers taught. Serialisable piece by piece; grows by one entry per thing first met. */
export type Mastery = { learners: Map<string, Learner>; cards: Map<string, CardMemory>; weights: Weights };

export const newMastery = (): Mastery => ({
  learners: new Map(),
  cards: new Map(),
  weights: newWeights(),
});

/** The memories of one (student, deck, card), made if they are not there yet. */
export function memoriesOf(mastery: Mastery, student: string, deck: string, card: string): Memories {
  const learner = entry(mastery.learners, student, newLearner);
  return {
    student: learner.student,
    card: entry(mastery.cards, card, newCard),
    deck: entry(learner.decks, deck, newDeck),
    pair: entry(learner.pairs, card, newPair),
  };
}

/** Takes one more answer into `mastery`, in place; returns what was predicted before it. */
export function remember(mastery: Mastery, answer: Answer): Prediction {
  const memories = memoriesOf(mastery, answer.student, answer.deck, answer.card);
  return learn(memories, mastery.weights, answer);
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

const newLearner = (): Learner => ({ student: newStudent(), decks: new Map(), pairs: new Map() });

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
