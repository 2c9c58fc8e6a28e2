import type { Candidate } from "#server/domain/distractors/types";
import { type AnswerForm, answerForm, areAlikeInForm } from "../answer-form";
import type { Entry, Wanted } from "../pool";
import { replyOf, type StudiedCard, type StudiedDeck } from "../study";
import { areTwins, isTelling, isValuing, shareFrame } from "../twin-fronts";

/** Questions that could have the same reply as far as its form shows. */
export type Rivals = { candidates: Candidate[]; isTold?: boolean };

/** With so many questions that ask alike others are not needed. */
const ENOUGH = 3;
/** So many others stand beside questions of the key's own frame, that these are seldom left out. */
const BESIDE_MATES = 4;
/** With fewer the question is told by what it asks for. */
const LEAST = 2;

/** Sets of questions that could have the reply, the fairest first; `isTold` where the reply's own form tells its question. */
export function* rivalsOf(
  reply: string,
  card: StudiedCard,
  deck: StudiedDeck,
  wanted: Wanted,
): Generator<Rivals> {
  const { asked } = card;
  const form = answerForm(reply);
  const draw = (names: readonly string[] | undefined, fits: (entry: Entry) => boolean) =>
    deck.fronts.candidates({
      ...wanted,
      ...(names && { asked: names }),
      accept: (entry) => fits(entry) && wanted.accept(entry),
    });
  const mates = matesOf(card, deck, wanted);
  if (mates.length >= ENOUGH) {
    yield { candidates: mates };
    return;
  }
  const withMates = (others: readonly Candidate[]) =>
    joined(mates, mates.length === 0 ? others : others.slice(0, BESIDE_MATES));
  // A reason has the form of its sentence, and a list that of its entries: neither is what other cards' texts are.
  const isOfAnyForm = card.verdict !== undefined || replyOf(card) === undefined;
  // One thing is no answer to "What are …?", nor several to "What is …?".
  const isList = card.verdict === undefined && replyOf(card) === undefined;
  const isSeveral = isList && asksForSeveral(wanted.text);
  const isFormAlike = ({ look }: Entry) => isOfAnyForm || areAlikeInForm(form, look.form);
  const isNumberAlike = ({ text }: Entry) =>
    isSeveral ? asksForSeveral(text) : isList || !asksForThings(text) || asksForThings(wanted.text);
  const [sort = ""] = asked;
  const [kind = ""] = sort.split(":");
  const isName = !isOfAnyForm && NAMES.includes(form);
  // A name tells what sort of thing it is, and "What is a drawback of …?" calls for something bad.
  const isSortAlike = (entry: Entry) => {
    if (isList) return !isValuing(card) || isValuing(entry);
    const other = entry.asked[0] ?? "";
    return isName
      ? [sort, kind].includes(other)
      : other === sort || !(isParticular(card) || isParticular(entry));
  };
  const isAlike = (entry: Entry) => isFormAlike(entry) && isSortAlike(entry);
  const several = draw(asked, (entry) => isAlike(entry) && isNumberAlike(entry));
  const alike = withMates(several.length >= LEAST ? several : draw(asked, isAlike));
  if (alike.length < ENOUGH && isExplained(asked) && (isOfAnyForm || SENTENCES.includes(form))) {
    const isWide = (entry: Entry) => isExplained(entry.asked) && isNumberAlike(entry) && !isParticular(entry);
    if (!isParticular(card)) yield { candidates: joined(alike, draw(undefined, isWide)) };
  }
  const hasKin = !isName || !sort.includes(":") || draw([sort], isFormAlike).length + mates.length > 0;
  if (alike.length < ENOUGH && CLAUSES.includes(form) && !sort.includes(":"))
    yield { candidates: joined(alike, draw([sort], isNumberAlike)) };
  if (alike.length >= LEAST && hasKin) yield { candidates: alike };
  yield { candidates: joined(alike, draw(asked, isFormAlike)), isTold: true };
}

/** Questions of the same frame, and the twins of the front whatever the form of their answers. */
function matesOf(card: StudiedCard, deck: StudiedDeck, wanted: Wanted): Candidate[] {
  if (isValuing(card)) return [];
  return deck.fronts.candidates({
    ...wanted,
    frames: card.frames.filter(isTelling),
    ...(card.asked.length > 0 && { asked: card.asked }),
    accept: (entry) => {
      const other = deck.cards[entry.card];
      if (other === undefined) return false;
      const isMate = entry.asked[0] === card.asked[0] && shareFrame(card, other);
      return areTwins(card, other) || (isMate && wanted.accept(entry));
    },
  });
}

function joined(first: readonly Candidate[], others: readonly Candidate[]): Candidate[] {
  const known = new Set(first.map(({ text }) => text));
  return [...first, ...others.filter(({ text }) => !known.has(text))];
}

/** True for a question whose answer is more than one thing, or a way that takes several. */
function asksForSeveral(question: string): boolean {
  return SEVERAL.test(question);
}

const SEVERAL =
  /^(?:(?:what|which)\s+(?:are|were|\p{L}+s)\b(?<!\b(?:is|was|does|has))|(?:name|list|give(?! an?\b)|how)\b)/iu;

/** True for a question that one thing or one sentence does not answer. */
function asksForThings(question: string): boolean {
  return asksForSeveral(question) && !/^how\b/i.test(question);
}

const NAMES: readonly AnswerForm[] = ["term", "name", "identifier"];
/** What any question for a way, a reason or a time may have as its answer. */
const CLAUSES: readonly AnswerForm[] = ["means", "reason", "condition", "infinitive", "instruction"];
const SENTENCES: readonly AnswerForm[] = ["sentence", "clause", "definition"];

/** What a whole sentence may answer, so that its form does not tell which of them. */
const EXPLAINED = /^(?:how|why|effect|which|comparison|open)\b/;

function isExplained(asked: readonly string[]): boolean {
  return EXPLAINED.test(asked[0] ?? "open");
}

/** Nouns that no sentence about anything else answers. */
const PARTICULAR =
  /^measure:|^which:(?:advantage|disadvantage|use|step|name|type|example|component|formula|rule|tool|command|outcome)$/;

function isParticular({ asked }: { asked: readonly string[] }): boolean {
  return PARTICULAR.test(asked[0] ?? "");
}
