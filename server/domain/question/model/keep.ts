import type { JudgeDistractors } from "#server/domain/distractors/judge";
import { MAX_OPTION_CHARS, MAX_PROMPT_CHARS, type RejectedOption } from "@/contract/question";
import { answerType, areCompatible } from "../answers";
import { type Askable, askablesOf } from "../generate";
import { otherRightAnswers } from "../kinds/right-answers";
import { mayCover, saysTheSame } from "../likeness";
import { fault } from "../lint";
import type { StudiedCard, StudiedDeck } from "../study";
import { chars, containsPhrase, contentStems, plain, sameText, words } from "../text";
import { type AskedQuestion, MODEL_KINDS } from "./ask";

/** What of a model's proposals a teacher is shown, and why not the rest. */
export type Kept = {
  distractors: { text: string; score: number }[];
  rewordings: string[];
  rejected: RejectedOption[];
};

/**
 * Looks through what a model proposed for one question. Its texts are treated as any text from outside: they pass what
 * the deck's own wrong answers pass, and some more, because no card stands behind them.
 */
export function keepProposals(
  asked: AskedQuestion,
  proposed: { distractors: readonly string[]; rewordings: readonly string[] },
  deck: StudiedDeck,
  seed: number,
  judge: JudgeDistractors,
): Kept {
  const [key = ""] = asked.right;
  const card = deck.cards.find((one) => one.card.id === asked.cardId);
  const askable = card && askableOf(deck, card, asked.key, seed);
  const alsoCorrect = [
    ...asked.right.slice(1),
    ...(askable?.proposal.alsoCorrect ?? (card ? otherRightAnswers(card, deck) : [])),
  ];
  const rejected: RejectedOption[] = [];
  const clean = (texts: readonly string[], reason: (text: string) => string | undefined): string[] =>
    texts.flatMap((raw) => {
      const text = plain(raw);
      const against = oddity(raw, key) ?? reason(text);
      if (against) rejected.push({ text: shown(raw), reason: against });
      return against ? [] : [text];
    });

  const proposedWrong = clean(
    proposed.distractors,
    (text) =>
      (chars(text) > MAX_OPTION_CHARS ? "too long for a phone" : undefined) ??
      (asked.avoid.some((known) => sameText(known, text)) ? "known already" : undefined) ??
      closeToKey(text, key) ??
      (areCompatible(answerType(text), answerType(key)) ? undefined : "of another kind than the answer") ??
      (card && containsPhrase(card.back, text) ? "stands on the card itself" : undefined),
  );
  const judged = judge(
    {
      prompt: asked.prompt,
      key,
      alsoCorrect,
      beside: asked.wrong,
      pool: poolOf(deck, card, askable),
      language:
        askable?.proposal.language ?? deck.languages[asked.kind === "back-to-front" ? "front" : "back"],
    },
    proposedWrong,
  );
  const rewordings = clean(proposed.rewordings, (text) => changedQuestion(text, asked, alsoCorrect, deck));
  return {
    distractors: judged.kept,
    rewordings: rewordings.filter((text, at) => !rewordings.slice(0, at).some((one) => sameText(one, text))),
    rejected: [...rejected, ...judged.rejected],
  };
}

/** What a proposal is compared with: what the deck could set beside the key, or else what its cards answer. */
function poolOf(deck: StudiedDeck, card: StudiedCard | undefined, askable: Askable | undefined): string[] {
  const candidates = (askable?.proposal.candidates ?? []).map(({ text }) => text);
  if (candidates.length >= ENOUGH_CANDIDATES) return candidates;
  const answers = deck.cards.flatMap((other) => (other === card ? [] : (other.answer?.text ?? [])));
  return [...new Set([...candidates, ...answers.slice(0, MOST_ANSWERS)])];
}
const ENOUGH_CANDIDATES = 8;
const MOST_ANSWERS = 32;

/**
 * The question that a card without questions could be asked if only it had wrong answers; undefined when a model cannot
 * help either.
 */
export function questionWithoutWrong(
  deck: StudiedDeck,
  cardId: string,
  seed: number,
): AskedQuestion | undefined {
  const card = deck.cards.find((one) => one.card.id === cardId);
  if (!card) return undefined;
  for (const { id, kind, proposal } of askablesOf(deck, card, seed)) {
    const { prompt, key, alsoCorrect, evidence, keyMayRecur } = proposal;
    // Only the deck knows which other questions have the opposite answer.
    if (card.verdict !== undefined && kind === "back-to-front") continue;
    if (!MODEL_KINDS.has(kind) || fault(prompt, key, STAND_INS, keyMayRecur ?? false)) continue;
    return { cardId, key: id, kind, prompt, right: [key, ...alsoCorrect], wrong: [], evidence, avoid: [] };
  }
  return undefined;
}
/** Two texts that are in no card: the rest of a question is looked at without its wrong answers. */
const STAND_INS = ["\u0001", "\u0002"];

/** What the card could be asked under this id; undefined for a question from a text that is gone. */
export function askableOf(
  deck: StudiedDeck,
  card: StudiedCard,
  id: string,
  seed: number,
): Askable | undefined {
  for (const askable of askablesOf(deck, card, seed)) if (askable.id === id) return askable;
  return undefined;
}

/** Line breaks and what turns the direction of reading have no place in one line of text. */
const CONTROL = /[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/u;
const TAG = /<[/!]?[a-z][^<>]*>/i;
const LINK = /\b(?:https?|ftp|file|javascript|data|mailto):|\bwww\./i;
/** Texts about the options instead of an option. */
const ABOUT_OPTIONS =
  /\b(?:all|none|any|both|either|neither) of (?:the (?:above|others?|options)|these)\b|\b(?:correct|right|wrong|incorrect) (?:answer|option|choice)s?\b|\bdistractors?\b/i;

function oddity(raw: string, key: string): string | undefined {
  const text = raw.trim();
  if (text === "") return "empty";
  if (CONTROL.test(text) || (TAG.test(text) && !TAG.test(key))) return "not plain text";
  if (LINK.test(text) && !LINK.test(key)) return "a link";
  return ABOUT_OPTIONS.test(text) && !ABOUT_OPTIONS.test(key) ? "speaks about the options" : undefined;
}

/** Too near to the right answer to be surely wrong. Numbers are near to each other by nature. */
function closeToKey(text: string, key: string): string | undefined {
  if (!/\p{L}/u.test(key)) return undefined;
  if (containsPhrase(text, key)) return "contains the right answer";
  if (containsPhrase(key, text)) return "part of the right answer";
  return saysTheSame(key, text) || mayCover(key, text) ? "may say the same as the right answer" : undefined;
}

/** Share of the prompt's telling words that another wording has to keep. */
const KEPT = 0.5;
const GAP = /_{2,}|\[\.\.\.\]|\[…\]/g;
const NEGATIVE = /\b(?:not|no|never|except|least|without|kein\w*|nicht|pas|jamais|nunca|non)\b|n['’]t\b/i;
const SIGNS = /\$[^$]+\$|`[^`]+`|[\p{L}\p{N}_.]*\p{N}[\p{L}\p{N}_.]*/gu;

/** Why another wording may ask something else, or tell the answer; undefined when neither is seen. */
function changedQuestion(
  text: string,
  { prompt, right, wrong }: AskedQuestion,
  alsoCorrect: readonly string[],
  deck: StudiedDeck,
): string | undefined {
  if (chars(text) > MAX_PROMPT_CHARS) return "too long for a phone";
  if (sameText(text, prompt)) return "the question as it is";
  const tells = (answer: string) => containsPhrase(text, answer) && !containsPhrase(prompt, answer);
  if ([...right, ...alsoCorrect].some(tells)) return "tells the answer";
  if (wrong.some(tells)) return "names an option";
  const asked = new Set(contentStems(prompt));
  const said = new Set(contentStems(text));
  const others = new Set(wrong.flatMap(contentStems));
  const hints = right
    .flatMap(contentStems)
    .some((one) => said.has(one) && !asked.has(one) && !others.has(one));
  if (hints) return "hints at the answer";
  const count = (whole: string, pattern: RegExp) => (whole.match(pattern) ?? []).sort().join("\n");
  const asks = (whole: string) => /[?？؟]\s*$/.test(whole);
  if (
    count(text, GAP).length !== count(prompt, GAP).length ||
    count(text, SIGNS) !== count(prompt, SIGNS) ||
    NEGATIVE.test(text) !== NEGATIVE.test(prompt) ||
    (asks(prompt) && !asks(text)) ||
    namesIn(prompt, deck).some((name) => !words(text).includes(name)) ||
    [...asked].filter((one) => said.has(one)).length < KEPT * asked.size
  ) {
    return "may ask something else";
  }
  return undefined;
}

/** Words with a capital that do not begin a sentence. German gives one to every noun. */
function namesIn(text: string, { languages }: StudiedDeck): string[] {
  if (languages.front === "deu" || languages.back === "deu") return [];
  return [...text.matchAll(/(?<=[\p{Ll}\p{N},;)’'] )\p{Lu}[\p{L}\p{M}’'-]*/gu)].flatMap(([name]) =>
    words(name),
  );
}

/** Of a text that is turned down no more is kept than a desk can show. */
const MOST_SHOWN = 160;
const shown = (raw: string) =>
  [...raw.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim()].slice(0, MOST_SHOWN).join("");
