import { needsContext } from "./alone";
import { spells } from "./definition";
import type { Fact } from "./facts";
import { grammaticalForm } from "./grammar";
import type { StudiedCard, StudiedDeck } from "./study";
import { isFunctionWord, normalise, shareContent, words } from "./text";

/** A label that so many sections use names an attribute ("Result"), not a thing. */
const GENERIC_USES = 2;
const GENERIC =
  /^(?:approx(?:imately)?|about|roughly|circa|or|aka|(?:also|you|we|if|alternative|another|why|how|what|when|where|who|each|every|which)\b.*|(?:core|key|main|big|basic)\s+\p{L}+|related(?: to)?|(?:various|other|some|many|different|common)\s+\p{L}+|similar(?:ly)?|also|first|second|third|finally|result|results|effect|purpose|why|how|what|when|where|who|input|output|goal|aim|problem|solution|advantage|disadvantage|benefit|limitation|definition|meaning|note|example|type|use|use case|key insight|trend|cause|reason|summary|overview|formula|answer|step \d+|part \d+|.*\b\d+)$/iu;

const MIN_SENTENCE = 4;
const MAX_LABEL_WORDS = 6;

/** True for a label that names one thing of its card, so that it can be asked for and asked about. */
export function isTelling(label: string, deck: StudiedDeck): boolean {
  if (GENERIC.test(label.trim()) || words(label).every(isFunctionWord)) return false;
  // "n", "2^n": a quantity; "The grain is split in two: …": a sentence.
  if (!/\p{Lo}|\p{L}{2}/u.test(label)) return false;
  if (words(label).length >= MIN_SENTENCE && grammaticalForm(label) === "sentence") return false;
  if (words(label).length > MAX_LABEL_WORDS || needsContext(label)) return false;
  return (deck.labelUse.get(normalise(label)) ?? 0) < GENERIC_USES;
}

/** "Fast" and "No more stones" claim something, and are described by nothing: the last word of a thing's name is a noun of the deck. */
export function isThing(label: string, deck: StudiedDeck): boolean {
  const named = label.replace(/\s*\([^)]*\)\s*$/, "");
  const last = words(named).at(-1) ?? "";
  if (/^(?:no|better|faster|more|less|fewer|easier|simpler|cheaper)\b/i.test(named)) return false;
  return deck.nouns.has(last) || /s$/.test(last) || /\p{Lu}{2}|[\d_()]/u.test(label);
}

/** A shorter value ("good", "frames", "1 to 3") is something that goes with its label, and describes nothing. */
const MIN_DESCRIPTION = 3;
/** A shorter value that opens with a figure or a sign is a note. */
const MAX_NOTE = 5;

/** True for a value that reads as a description of its label: a phrase in words, no shorter than what it describes. */
export function describes(fact: Pick<Fact, "label" | "text">): boolean {
  const count = words(fact.text).length;
  return (
    count >= MIN_DESCRIPTION &&
    count >= words(fact.label ?? "").length &&
    (count > MAX_NOTE || !/^[^\p{L}“"'(]/u.test(fact.text))
  );
}

/** Labelled facts that teach something: no asides, no label that gives its value away. */
export function askableFacts(card: StudiedCard): Fact[] {
  return card.facts.filter(
    (fact) =>
      fact.role === "labelled" &&
      !fact.aside &&
      fact.label !== undefined &&
      !/^(?:they|it)\b/i.test(fact.text) &&
      !shareContent(fact.label, fact.text) &&
      !spells(fact.label, fact.text),
  );
}
