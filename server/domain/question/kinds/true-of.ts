import type { Random } from "../../random";
import type { Fact } from "../facts";
import { alikeInCase, alikeInGrammar } from "../grammar";
import { isTelling } from "../labels";
import { type CardList, foreignTo, listsOf } from "../lists";
import type { Entry, Wanted } from "../pool";
import { type StudiedCard, type StudiedDeck, sourceOf } from "../study";
import { ENOUGH_SUITORS, halfSuitorsOf, suitorsOf } from "../suitors";
import { containsPhrase, normalise, shareContent, words } from "../text";
import type { KindRule, Proposal } from "./kind";
import { listPrompt } from "./list-prompt";
import { isTitle } from "./prompt";

const MAX_CANDIDATES = 40;
/** A shorter entry names a thing and says nothing of the front's subject. */
const MIN_STATEMENT_WORDS = 6;

/** A name beside sentences, or a sentence beside names, is told from its length alone. */
function areAlikeInLength(a: string, b: string): boolean {
  const [short = 0, long = 0] = [words(a).length, words(b).length].sort((one, other) => one - other);
  return long <= 2 * short + 3;
}

/** Of a card with a list: one entry as the key, entries and answers of unrelated cards that ask for such things beside it. */
export const trueOf: KindRule = {
  kind: "true-of",
  limit: 1,
  onlyBelow: 2,
  *propose(card, deck, random) {
    if (asksForASort(card))
      for (const list of listsOf(card, deck))
        for (const item of list.items) yield* entryOf(list, item, card, deck, random, false);
  },
};

/** The same beside entries of other sorts, where the card would have no question at all. */
export const lastTrueOf: KindRule = {
  kind: "true-of",
  limit: 1,
  onlyBelow: 1,
  *propose(card, deck, random) {
    for (const list of listsOf(card, deck))
      for (const item of list.items) yield* entryOf(list, item, card, deck, random, true);
  },
};

/** Nouns that do not say what sort of thing they ask for. */
const OF_ANY_SORT = /^which:(?:example|name|component|thing)$/;

/** Without a noun for what is asked for the entries of other cards are of any sort. */
function asksForASort({ asked: [asked = ""] }: StudiedCard): boolean {
  return asked.includes(":") && !OF_ANY_SORT.test(asked);
}

/** One entry of the list as the key; beside it what else could follow the front or, where it is `told` by its form, anything. */
function* entryOf(
  list: CardList,
  item: Fact,
  card: StudiedCard,
  deck: StudiedDeck,
  random: Random,
  told: boolean,
): Generator<Proposal> {
  const asks = listPrompt(card, list, deck, { item: item.text });
  const prompt = asks?.text;
  if (prompt === undefined || containsPhrase(prompt, item.text) || (!told && asks?.isAppended === true))
    return;
  const isForeign = foreignTo(card, deck);
  const isUnderFront = !isTitle(list.section);
  // What a title asks for is another matter than what the front asks for.
  const asking = isUnderFront ? card : { ...card, asked: [] };
  const suits = told ? halfSuitorsOf(item.text, asking) : suitorsOf(item.text, asking);
  const wanted: Wanted = {
    text: item.text,
    card: card.index,
    frames: [],
    tags: card.card.tags ?? [],
    random,
    prompt,
    ...(!told && isUnderFront && card.asked.length > 0 && { asked: card.asked.slice(0, 1) }),
    accept: (entry: Entry) =>
      suits(entry) &&
      isForeign(entry) &&
      areAlikeInLength(item.text, entry.text) &&
      // "A technique for regression" may answer "Which models solve a regression problem?" as well.
      !(words(entry.text).length >= MIN_STATEMENT_WORDS && shareContent(card.front, entry.text)) &&
      !containsPhrase(prompt, entry.text) &&
      (entry.fact?.label !== entry.text || isTelling(entry.text, deck)),
  };
  const pools =
    item.label === undefined ? [deck.items, deck.answers, deck.statements] : [deck.labels, deck.items];
  const found = pools.flatMap((pool) => pool.candidates(wanted));
  if (found.length < ENOUGH_SUITORS) return;
  yield {
    variant: `${list.section}/${normalise(item.text)}`,
    prompt,
    key: item.text,
    source: sourceOf(card, list),
    evidence: item.evidence,
    alsoCorrect: list.items.filter((other) => other !== item).map((other) => other.text),
    candidates: alikeInGrammar(item.text, alikeInCase(item.text, found)).slice(0, MAX_CANDIDATES),
    language: deck.languages.back,
    flags: [...(item.shortened ? ["condensed"] : []), ...(told ? ["guessable"] : [])],
  };
}
