import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";

// "Player 455" is a number, not a word spelled with digits.
const NUMBERS = /\b\d+\b/g;

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/**
 * Whether a typed nickname may stand on the projector. English swear words are found, also when they are spelled with
 * digits or repeated letters; names that merely contain one ("Scunthorpe") pass.
 */
export function mayBeShown(name: string): boolean {
  return !matcher.hasMatch(name.normalize("NFKC").replace(NUMBERS, " "));
}
