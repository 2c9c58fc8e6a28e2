import type { CardList } from "../lists";
import type { StudiedCard, StudiedDeck } from "../study";
import { words } from "../text";
import { ask, fits, frontPrompt, heading, isTitle, quoted } from "./prompt";

/** A longer lead to nested entries is a sentence, not a name. */
const MAX_NAME_WORDS = 5;

/**
 * The prompt that asks for an entry of a card's list, or, negated, for what is no entry of it; undefined where it does
 * not fit a phone, or where it would need words of a language that the templates do not speak.
 */
export function listPrompt(
  card: StudiedCard,
  list: CardList,
  deck: StudiedDeck,
  negated: boolean,
): string | undefined {
  if (!deck.languages.english) {
    const prompt = !isTitle(list.section) ? frontPrompt(card) : `${heading(card, list, deck)} — ?`;
    return negated || prompt === undefined || !fits(prompt) ? undefined : prompt;
  }
  const head = !isTitle(list.section) ? frontPrompt(card) : heading(card, list, deck);
  if (head === undefined) return undefined;
  const prompt = ask(head, negated ? notListed(list) : listed(list));
  return fits(prompt) ? prompt : undefined;
}

function listed(list: CardList): string {
  if (!isTitle(list.section)) return "which of these belongs to the answer?";
  if (list.lead !== undefined) return `${list.lead} …`;
  if (isNamed(list)) return "which of these is true of it?";
  return isPlural(list.section)
    ? `which of these is one of the ${quoted(list.section)}?`
    : "which of these is listed there?";
}

function notListed(list: CardList): string {
  if (!isTitle(list.section)) return "which of these does NOT belong to the answer?";
  if (isNamed(list)) return "which of these is NOT said of it?";
  return isPlural(list.section)
    ? `which of these is NOT one of the ${quoted(list.section)}?`
    : "which of these is NOT listed there?";
}

/** Entries nested below a label describe it. */
function isNamed(list: CardList): boolean {
  return list.group.includes(".") && words(list.section).length <= MAX_NAME_WORDS;
}

function isPlural(title: string): boolean {
  return /[^s]s$/i.test(title) && words(title).length <= MAX_NAME_WORDS;
}
