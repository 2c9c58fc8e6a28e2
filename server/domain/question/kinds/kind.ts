import type { Candidate } from "#server/domain/distractors/types";
import type { QuestionKind } from "@/contract/question";
import type { Random } from "../../random";
import type { StudiedCard, StudiedDeck } from "../study";

/** A question before its distractors are chosen. */
export type Proposal = {
  /** Tells this question from the card's others of the same kind; part of its id, so it may not depend on chance. */
  variant: string;
  prompt: string;
  key: string;
  /** Where the key was found, for a person to read. */
  source: string;
  /** The text of the card that proves the key. */
  evidence: string;
  /** Other texts that are right, and so never shown as wrong. */
  alsoCorrect: readonly string[];
  candidates: readonly Candidate[];
  language: string;
  flags: readonly string[];
  /** The key's word in the prompt gives nothing away: beside a gap, or in another language. */
  keyMayRecur?: boolean;
  /** What the prompt asks about, where the key must not be the only option of the sort that this calls for. */
  asked?: string;
  /** What the prompt names or asks for by its name: of everyday words alone, it is asked only where little else can be. */
  label?: string;
  /** In a gap a word of like meaning is right as well, so none may stand beside the key. */
  apart?: boolean;
  /** The options are a row of words that exclude each other, of which a word of the prompt may tell one. */
  row?: boolean;
};

/** One way to ask. `propose` yields the card's questions of this kind, the best first; none where it does not apply. */
export type KindRule = {
  kind: QuestionKind;
  /** At most so many questions of this kind from one card. */
  limit: number;
  /** Not asked of a line that a question of this kind has asked about: turned round it teaches the same again. */
  mirrors?: QuestionKind;
  /** Asked only of cards that the kinds before it have given fewer questions than this. */
  onlyBelow?: number;
  propose(card: StudiedCard, deck: StudiedDeck, random: Random): Iterable<Proposal>;
};
