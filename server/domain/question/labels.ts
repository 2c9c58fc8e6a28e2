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

/** Everyday adjectives: "Slow" and "Social" say how something is and name nothing that could be asked for. */
const EVERYDAY = new Set(
  (
    "bad basic best better big broad cheap cheaper clear common complex cultural current direct demographic early easier easy " +
    "economic effective efficient environmental expensive external fast faster few final financial flexible formal full general " +
    "geographic geographical global good great happy hard heavy high highly historical huge ideological immediate important indirect " +
    "informal intellectual internal international large larger late legal less light limited local long long-term low main major " +
    "many massive medical military minor modern moral more national natural negative new old open personal physical political " +
    "poor positive powerful practical primary private public quick rapid rare religious reliable revolutionary rich robust safe scalable " +
    "scientific secondary secure serious short short-term simple slow slower small smaller social special spiritual stable strategic " +
    "strong stronger technical technological term traditional useful weak wide worse"
  ).split(" "),
);

/** "Slow", "Highly scalable", "Inherently serial", "Long-term": how something is, and not what. */
function isQuality(label: string): boolean {
  const said = words(label.replace(/\s*\([^)]*\)\s*$/, ""));
  const [first = ""] = said;
  return said.every((word) => EVERYDAY.has(word)) || (said.length === 2 && /\p{L}{4}ly$/u.test(first));
}

/** "Faster grinding", "No more stones", "Saves flour": what is said of the subject, so that its line gives a reason and describes nothing. */
export function isClaim(label: string): boolean {
  return COMPARED.test(label) || DOES.test(label);
}

const COMPARED =
  /^(?:no|most|least|better|worse|more|less|fewer|faster|slower|cheaper|easier|richer|larger|smaller|bigger|higher|lower|stronger|simpler|greater|longer|shorter|wider|deeper|improved|increased|reduced|enhanced)\s\p{L}/iu;
const DOES =
  /^(?:re)?(?:solves|duces|moves|mitigates|improves|increases|prevents|avoids|enables|allows|handles|captures|preserves|saves|eliminates|simplifies|supports|provides|protects|ensures|speeds|lowers|raises|boosts|strengthens|weakens|causes|helps|makes|keeps|gives|requires|needs)\s\p{L}/iu;

/** Nouns that say which side of a thing is spoken of; the thing itself has another name. Plurals count as their singular. */
const FACETS = new Set(
  (
    "advantage aim analogy application area artist aspect author background benefit cause challenge change characteristic complexity " +
    "component composition con condition consequence consideration content context contribution cost criticism date definition " +
    "description diagnosis difference disadvantage discovery downside drawback duration effect era evolution example exception " +
    "feature finding form formula frequency function goal growth history idea impact implication importance indication influence " +
    "innovation input insight interpretation investment issue leader legacy length limitation location loss meaning mechanism medium " +
    "method mode motivation motive name nature notable objective opportunity origin outcome output overview owner param parameter performance " +
    "period phase place precaution prevalence prevention price pricing principle pro problem process prognosis property purpose " +
    "quality range reason relation requirement result risk role rule scale scope score sign significance size slogan solution " +
    "source speed stage start status step strength structure style subject success summary symptom syntax target task technique " +
    "theme thinker threat time timeline timing tip tool topic trade-off tradeoff treatment trend trigger type unit usage use value war " +
    "weakness writer year"
  ).split(" "),
);
/** The facets that are one behind another word as well: "training cost", "side effects"; a "loss function" is a thing. */
const FACET_BEHIND =
  /\s(?:cost|price|pricing|effect|impact|use|usage|time|date|size|speed|performance|duration|location|example)s?$/;

/** "Training cost", "Trade-off", "Side effects": the label says what is told of the subject, and is a bad name for it. */
export function isFacet(label: string): boolean {
  const said = label.replace(/\s*\([^)]*\)\s*$/, "").toLowerCase();
  return (
    FACETS.has(said) || FACETS.has(said.replace(/ies$/, "y").replace(/s$/, "")) || FACET_BEHIND.test(said)
  );
}

/** True for a label that names one thing of its card, so that it can be asked for and asked about. */
export function isTelling(label: string, deck: StudiedDeck): boolean {
  return namesOne(label) && (deck.labelUse.get(normalise(label)) ?? 0) < GENERIC_USES;
}

/** True for a label that could name one thing, however often the deck uses it. */
export function namesOne(label: string): boolean {
  if (GENERIC.test(label.trim()) || words(label).every(isFunctionWord) || isQuality(label)) return false;
  // "n", "2^n": a quantity; "The grain is split in two: …": a sentence.
  if (!/\p{Lo}|\p{L}{2}/u.test(label)) return false;
  if (words(label).length >= MIN_SENTENCE && grammaticalForm(label) === "sentence") return false;
  return words(label).length <= MAX_LABEL_WORDS && !needsContext(label);
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

/** "Oats, barley and rye", "iron / bronze": two names or more in a row describe nothing. */
export function isRow(text: string): boolean {
  const entries = text.replace(/\([^)]*\)/g, "").split(/\s*[,;/]\s+(?:and\s+|or\s+)?|\s\/\s|\s(?:and|&)\s/);
  return entries.length >= 2 && entries.every((entry) => words(entry).length <= 2);
}

/** True for a value that reads as a description of its label: a phrase in words, no shorter than what it describes. */
export function describes(fact: Pick<Fact, "label" | "text">): boolean {
  const count = words(fact.text).length;
  return (
    count >= MIN_DESCRIPTION &&
    !isRow(fact.text) &&
    count >= words(fact.label ?? "").length &&
    (count > MAX_NOTE || !/^[^\p{L}“"'(]/u.test(fact.text))
  );
}

const MAGNITUDE =
  /\b(?:small|large|big|huge|tiny|low|high|short|long|fast|slow|early|late|young|old|light|heavy|deep|shallow|hot|cold|near|far)(?:er|est)?\b/i;
const MEASURED =
  /\d{2}|\b(?:tens|hundreds?|thousands?|millions?|billions?|trillions?|seconds?|minutes?|hours?|days?|years?)\b/i;

/** "Large mills: hundreds of sacks", beside "Small mills: a few sacks": the adjective tells which is which. */
function isToldByMagnitude({ label, text }: Pick<Fact, "label" | "text">): boolean {
  return MAGNITUDE.test(label ?? "") && MEASURED.test(text);
}

/** "Rivalry: between mills", "New markets: for flour": a value that goes on with its label fits others as well. */
function goesOnWithLabel(text: string): boolean {
  return (
    words(text).length <= 4 &&
    /^(?:for|between|among|by|of|from|to|with|in|on|at|via|through)\s[^,]*$/i.test(text)
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
      !isToldByMagnitude(fact) &&
      !goesOnWithLabel(fact.text) &&
      !shareContent(fact.label, fact.text) &&
      !spells(fact.label, fact.text),
  );
}
