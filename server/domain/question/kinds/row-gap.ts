import { pointsBack, pointsInside } from "../alone";
import { gapSentences, readsWell } from "../gaps";
import { saysGoodOrBad } from "../good-or-bad";
import { type RowSite, rowSites } from "../rows";
import type { StudiedCard, StudiedDeck } from "../study";
import { contentStems, normalise, stem, words } from "../text";
import { gapProposal } from "./gap-proposal";
import type { KindRule, Proposal } from "./kind";
import { madeFromKey } from "./made-from-key";
import { heading } from "./prompt";

/**
 * A sentence of the card with a word left out that belongs to a small row of English: "reduces" beside "increases" and
 * "preserves". Every option is grammatical and of one sort, so that only the subject tells them apart.
 */
export const rowGap: KindRule = {
  kind: "cloze",
  limit: 1,
  onlyBelow: 2,
  propose: (card, deck) => rowGapsOf(card, deck, false),
};

/** The same of a sentence that only the whole question can head, where the card would have no question at all. */
export const lastRowGap: KindRule = {
  kind: "cloze",
  limit: 1,
  onlyBelow: 1,
  propose: (card, deck) => rowGapsOf(card, deck, true),
};

/** The same with words that say little of a subject, where there is not even a gap for a noun. */
export const plainRowGap: KindRule = {
  kind: "cloze",
  limit: 1,
  onlyBelow: 1,
  propose: (card, deck) => rowGapsOf(card, deck, true, true),
};

function* rowGapsOf(
  card: StudiedCard,
  deck: StudiedDeck,
  isLast: boolean,
  isPlain = false,
): Generator<Proposal> {
  if (!deck.languages.english || (card.answer !== undefined && card.answer.type !== "clause")) return;
  const sites = gapSentences(card)
    .filter(({ text }) => readsWell(text))
    .flatMap((sentence) =>
      rowSites(sentence.text)
        .filter((site) => site.plain === isPlain)
        .map((site) => ({ sentence, site, late: pointsBack(sentence.text) || pointsInside(sentence.text) })),
    )
    .sort((a, b) => Number(a.late) - Number(b.late) || a.site.rank - b.site.rank);
  for (const { sentence, site } of sites) {
    const asked = new Set(contentStems(`${card.front} ${heading(card, sentence, deck)}`));
    if (words(site.text).some((word) => asked.has(stem(word))) || isName(site, sentence.text, deck)) continue;
    const place = {
      before: sentence.text.slice(0, site.at),
      word: site.text,
      after: sentence.text.slice(site.at + site.text.length),
    };
    const others = site.instead.map(madeFromKey);
    const proposal = gapProposal(sentence, place, others, others.length, card, deck, isLast);
    if (proposal === undefined || (!isLast && saysGoodOrBad(proposal.prompt))) continue;
    const flags = isPlain ? ["everyday"] : [];
    yield { ...proposal, flags, variant: `${normalise(sentence.text)}/row/${site.text}`, row: true };
  }
}

/** "Linear regression" in a deck of regressions is a name, and no other word goes with it. */
function isName({ at, text, modifies }: RowSite, sentence: string, deck: StudiedDeck): boolean {
  const [next = ""] = words(sentence.slice(at + text.length));
  const inFronts = (word: string) => deck.frontStems.get(stem(word)) ?? 0;
  return modifies && inFronts(text) > 0 && inFronts(next) > 0;
}
