import { Balance } from "#server/domain/distractors/balance";
import type {
  Candidate,
  ChooseDistractors,
  DistractorChoice,
  DistractorRequest,
} from "#server/domain/distractors/types";
import type { Card, Question, QuestionKind, QuestionOption } from "@/contract/question";
import { hash32, stableName } from "../hash";
import { createRandom, shuffled } from "../random";
import { isSpelledBy } from "./initials";
import type { KindRule, Proposal } from "./kinds/kind";
import { KINDS } from "./kinds/registry";
import { saysTheSame } from "./likeness";
import { echoes, fault, isOnlyIdentifier } from "./lint";
import { isOpen, isWorthy, type Made, shownOf, standsOut } from "./shown";
import { reasonToSkip } from "./skip";
import { isOnlyOfItsSort } from "./sort";
import { type StudiedCard, type StudiedDeck, studyDeck } from "./study";
import { normalise } from "./text";

export type GenerateOptions = {
  distractors: ChooseDistractors;
  /** A whole number; another seed draws other distractors for the same questions. */
  seed: number;
  /** What the questions before these gave away; without it every card stands alone. */
  balance?: Balance;
};
/** In a deck of fewer cards everything is far from everything: what is plausible was measured among many texts. */
const SMALL_DECK = 10;

export type SkippedCard = { card: string; reason: string };
export type Generated = { questions: Question[]; skipped: SkippedCard[] };

/**
 * Every card's questions, in the order of the deck and, within a card, the best kind first; and the cards that give
 * none, with a reason for the teacher. Same cards, version and seed: the same result to the byte. Linear in cards.
 */
export function generate(cards: readonly Card[], options: GenerateOptions): Generated {
  return generateForDeck(studyDeck(cards), options);
}

/** The same for a deck that was studied before. */
export function generateForDeck(deck: StudiedDeck, options: GenerateOptions): Generated {
  const out: Generated = { questions: [], skipped: [] };
  const balanced = { balance: new Balance(), ...options };
  for (const card of deck.cards) {
    const made = generateForCard(deck, card.index, balanced);
    if (made.questions.length > 0) out.questions.push(...made.questions);
    else out.skipped.push({ card: card.card.id, reason: made.reason });
  }
  return out;
}

/**
 * One card's questions, for a page that shows progress or asks for another draw. `index` is the card's place in the
 * studied deck (0-based); an index outside it gives no question. `reason` says why there is none.
 */
export function generateForCard(
  deck: StudiedDeck,
  index: number,
  options: GenerateOptions,
): { questions: Question[]; reason: string } {
  const card = deck.cards[index];
  if (card === undefined) return { questions: [], reason: "There is no such card in this deck." };
  const identity = identityOf(card, deck);
  const made: Made[] = [];
  for (const rule of KINDS) {
    // A gap that sense may fill keeps no better gap away.
    const had = made.filter(rule.kind === "cloze" ? isWorthy : isOpen).length;
    if (had >= (rule.onlyBelow ?? Number.POSITIVE_INFINITY)) continue;
    const mirrored = made.filter((one) => isOpen(one) && one.question.kind === rule.mirrors);
    const asked = mirrored.map(({ question }) => question.evidence);
    made.push(...ofKind(rule, card, deck, identity, options, asked));
  }
  const shown = shownOf(made, card);
  for (const { hits } of shown) options.balance?.count(hits);
  const questions = shown.map(({ question }) => question);
  const isTold = made.length > 0;
  return { questions, reason: questions.length === 0 ? reasonToSkip(card, deck, isTold) : "" };
}

function ofKind(
  rule: KindRule,
  card: StudiedCard,
  deck: StudiedDeck,
  identity: string,
  { distractors, seed, balance }: GenerateOptions,
  asked: readonly string[],
): Made[] {
  const made: Made[] = [];
  const shares = balance?.shares();
  const few = deck.cards.length < SMALL_DECK;
  const choose: ChooseDistractors = (request) => distractors({ ...request, few, ...(shares && { shares }) });
  for (const { id, proposal } of named(rule, card, deck, identity, seed)) {
    if (made.filter(isWorthy).length >= rule.limit) break;
    // What compares subjects proves a line with its subject before it.
    if (
      asked.some((line) => proposal.evidence.endsWith(line)) ||
      made.some(({ question }) => question.id === id)
    )
      continue;
    const one = complete(proposal, rule.kind, card, id, choose, createRandom(hash32(id, seed)));
    if (one !== undefined) made.push(one);
  }
  return made;
}

function* named(rule: KindRule, card: StudiedCard, deck: StudiedDeck, identity: string, seed: number) {
  const random = createRandom(hash32(`${identity} ${rule.kind}`, seed));
  for (const proposal of rule.propose(card, deck, random)) {
    yield { id: stableName(`${identity} ${rule.kind} ${proposal.variant}`), kind: rule.kind, proposal };
  }
}

/** What a card could be asked, with the id that the question has or would have. */
export type Askable = { id: string; kind: QuestionKind; proposal: Proposal };

/** Everything that a card could be asked, whether or not the deck has wrong answers for it, the best kind first. */
export function* askablesOf(deck: StudiedDeck, card: StudiedCard, seed: number): Generator<Askable> {
  const identity = identityOf(card, deck);
  for (const rule of KINDS) yield* named(rule, card, deck, identity, seed);
}

/** The question that an askable becomes with `more` candidates beside the deck's own; undefined when it still cannot be asked. */
export function completeWith(
  { id, kind, proposal }: Askable,
  card: StudiedCard,
  more: readonly Candidate[],
  { distractors, seed }: GenerateOptions,
): Question | undefined {
  const candidates = [...proposal.candidates, ...more];
  const random = createRandom(hash32(id, seed));
  return complete({ ...proposal, candidates }, kind, card, id, distractors, random)?.question;
}

function complete(
  proposal: Proposal,
  kind: QuestionKind,
  card: StudiedCard,
  id: string,
  choose: ChooseDistractors,
  random: () => number,
): Made | undefined {
  const { prompt, key, alsoCorrect, candidates, language, apart = false, row = false, label } = proposal;
  if (candidates.length < 2) return undefined;
  const request = {
    prompt,
    key,
    alsoCorrect,
    candidates,
    language,
    random,
    apart,
    row,
    ...(label && { label }),
  };
  const choice = withoutTell(choose, request, chooseApart(choose, request), proposal.asked);
  const wrong = choice.chosen.map((option) => option.text);
  if (fault(prompt, key, wrong, proposal.keyMayRecur ?? false) !== undefined) return undefined;
  const options: QuestionOption[] = [
    { text: key, correct: true, source: proposal.source, origin: "key", score: 0 },
    ...choice.chosen.map(({ text, source, origin, score }) => ({
      text,
      correct: false,
      source,
      origin,
      score,
    })),
  ];
  if (proposal.flags.includes("negative") && standsOut(choice)) return undefined;
  const isSpelled = isSpelledBy(prompt, key) && !wrong.some((text) => isSpelledBy(prompt, text));
  const echo = isSpelled || echoes(prompt, key, wrong) ? ["echo"] : [];
  const isAlone = proposal.asked !== undefined && isOnlyOfItsSort(proposal.asked, key, wrong);
  const guessable = isAlone || isOnlyIdentifier(key, wrong) ? ["guessable"] : [];
  const question = {
    id,
    card: card.card.id,
    kind,
    prompt,
    options: shuffled(options, random),
    evidence: proposal.evidence,
    flags: [...new Set([...proposal.flags, ...choice.flags, ...echo, ...guessable])],
    rejected: choice.rejected,
  };
  return { question, hits: choice.hits };
}

/**
 * The same choice, or where its key alone repeats words of the prompt, or is alone of the sort that is `asked` about, another
 * one with options that hide it.
 */
function withoutTell(
  choose: ChooseDistractors,
  request: DistractorRequest,
  choice: DistractorChoice,
  asked: string | undefined,
): DistractorChoice {
  const { prompt, key, candidates } = request;
  const isTold = (options: readonly { text: string }[]) => {
    const wrong = options.map(({ text }) => text);
    return echoes(prompt, key, wrong) || (asked !== undefined && isOnlyOfItsSort(asked, key, wrong));
  };
  if (choice.chosen.length < 2 || !isTold(choice.chosen)) return choice;
  const hiding = candidates.filter((candidate) => !isTold([candidate]));
  if (hiding.length === 0) return choice;
  // One that hides the key is chosen only where few others are better.
  const fill = hiding.length >= 3 ? [] : choice.chosen.slice(0, 3 - hiding.length);
  const again = chooseApart(choose, { ...request, candidates: [...hiding, ...fill] });
  return again.chosen.length >= 2 && !isTold(again.chosen) ? again : choice;
}

/** A distractor that says the same as another, or is the key's plural, is taken away and the choice made again. */
function chooseApart(choose: ChooseDistractors, request: DistractorRequest): DistractorChoice {
  const choice = choose(request);
  const twin = choice.chosen.find(
    (option, place) =>
      option.origin !== "perturbation" &&
      (isPluralOf(request.key, option.text) ||
        choice.chosen.slice(0, place).some((other) => areTwins(other.text, option.text))),
  );
  if (twin === undefined) return choice;
  const rest = request.candidates.filter((candidate) => candidate.text !== twin.text);
  const again = chooseApart(choose, { ...request, candidates: rest });
  return {
    ...again,
    rejected: [...again.rejected, { text: twin.text, reason: "the same as another option" }],
  };
}

function areTwins(a: string, b: string): boolean {
  return saysTheSame(a, b) || isPluralOf(a, b);
}

/** "CNN" and "CNNs" are one option to a reader. */
function isPluralOf(a: string, b: string): boolean {
  const singular = (text: string) => normalise(text).replace(/(?<=\p{L}{2})s$/u, "");
  return singular(a) === singular(b) && singular(a).length > 2;
}

/** The card's content; a card that is there twice is told apart by its turn. */
function identityOf(card: StudiedCard, deck: StudiedDeck): string {
  const content = `${card.card.front}\u0000${card.card.back}`;
  const twins = deck.byFront.get(normalise(card.card.front)) ?? [];
  const turn = twins.filter(
    (twin) =>
      twin.index < card.index && twin.card.back === card.card.back && twin.card.front === card.card.front,
  ).length;
  return turn === 0 ? content : `${content}\u0000${turn}`;
}
