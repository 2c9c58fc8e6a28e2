import type { Fact } from "./facts";
import { isFacet } from "./labels";
import { areClose } from "./likeness";
import type { Entry } from "./pool";
import type { StudiedCard, StudiedDeck } from "./study";
import { chars, contentStems, shareContent, words } from "./text";

/** Words of fronts that more than this share of the deck's cards use tell no subject. */
const COMMON_SHARE = 0.6;

/** Cards whose subject shares a telling word with this one's: what is said of one may be true of the other. */
export function areRelated(a: StudiedCard, b: StudiedCard, deck: StudiedDeck): boolean {
  if (a.index === b.index) return true;
  const limit = Math.max(2, deck.cards.length * COMMON_SHARE);
  const stemsA = new Set(contentStems(a.topic.name ?? a.front));
  return contentStems(b.topic.name ?? b.front).some(
    (one) => stemsA.has(one) && (deck.frontStems.get(one) ?? 0) <= limit,
  );
}

/** With so many subjects that share a word it names their class ("pattern"), and they are told apart by what defines them. */
const MIN_CLASS = 8;

/** True for kin that are more than members of one large class: what defines one of them defines no other. */
export function areCloseKin(a: StudiedCard, b: StudiedCard, deck: StudiedDeck): boolean {
  if (mentions(a, b) || mentions(b, a)) return true;
  const own = (card: StudiedCard) =>
    contentStems(card.topic.name ?? card.front).filter((one) => (deck.termStems.get(one) ?? 0) < MIN_CLASS);
  const stems = own(a);
  return own(b).some((one) => stems.includes(one));
}

/** Cards whose subjects share half of their words ("L1 regularization", "L2 regularization"), or of which one names the other's term. */
export function areKin(a: StudiedCard, b: StudiedCard): boolean {
  if (mentions(a, b) || mentions(b, a)) return true;
  const stemsA = new Set(contentStems(a.topic.name ?? a.front));
  const stemsB = new Set(contentStems(b.topic.name ?? b.front));
  const shared = [...stemsB].filter((one) => stemsA.has(one)).length;
  return shared > 0 && shared * 2 >= Math.min(stemsA.size, stemsB.size);
}

/** A name of one short word ("it", "go") may stand in any text. */
const MIN_NAME_CHARS = 5;

function mentions(a: StudiedCard, b: StudiedCard): boolean {
  return b.named !== undefined && chars(b.named) >= MIN_NAME_CHARS && a.said.includes(` ${b.named} `);
}

/** Sections that praise or blame: what is a benefit of one thing may be one of the next. */
const PRAISES =
  /\b(?:benefits?|advantages?|pros|strengths?|success|innovations|(?:key|main|core|major) innovation|improvements?|important|better|revolutionary|useful)\b|^why\b.*\bworks?\b/i;
const BLAMES =
  /\b(?:limitations?|disadvantages?|cons|drawbacks?|weakness(?:es)?|problems?|issues?|challenges?|downsides?)\b/i;
const ROLES = [PRAISES, BLAMES];

/** True for a labelled fact of another card that cannot be meant as well: no kin in subject, label, value or role. */
export function isStranger(card: StudiedCard, fact: Fact, entry: Entry, deck: StudiedDeck): boolean {
  const other = deck.cards[entry.card];
  const said = entry.fact;
  if (other === undefined || said === undefined || areRelated(card, other, deck)) return false;
  if (ROLES.some((role) => role.test(fact.section) && role.test(said.section))) return false;
  const own = `${fact.label ?? ""} ${fact.text}`;
  return (
    !shareContent(own, `${said.label ?? ""} ${said.text}`) && !shareContent(fact.label ?? "", said.section)
  );
}

/** "… is 0 and the forecast is 1", "… is 1 and the forecast is 1": alike in words, and opposed by their numbers. */
function differInFigures(a: string, b: string): boolean {
  const figures = (text: string) => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).join(" ");
  return figures(a) !== figures(b) && figures(a) !== "" && figures(b) !== "";
}

function differOnlyInFigures(a: string, b: string): boolean {
  // What stands in brackets behind a figure explains it.
  const frame = (text: string) =>
    words(text.replace(/\([^)]*\)/g, "").replace(/\d+(?:[.,]\d+)*/g, "#")).join(" ");
  return differInFigures(a, b) && frame(a) === frame(b);
}

/** True in a section that praises or blames its subject: what is one merit is often said of the next. */
export function isValued(fact: Pick<Fact, "section">): boolean {
  return ROLES.some((role) => role.test(fact.section));
}

const MIN_FRAMED = 4;
const FRAME_SHARE = 2 / 3;

/** "Holds the …", "Holds the …", "Holds the …": words that most lines of a list have make no two of them alike. */
function frameOf(list: readonly Fact[]): Set<string> {
  const uses = new Map<string, number>();
  for (const { text } of list)
    for (const one of new Set(contentStems(text))) uses.set(one, (uses.get(one) ?? 0) + 1);
  const least = Math.max(MIN_FRAMED, list.length * FRAME_SHARE);
  return new Set([...uses].filter(([, count]) => count >= least).map(([one]) => one));
}

/** The labelled facts beside one in its own section that say something else; no examples. */
export function siblingsOf(card: StudiedCard, fact: Fact): Fact[] {
  const list = card.facts.filter((other) => other.group === fact.group);
  const frame = frameOf(list);
  return list.filter(
    (other) =>
      other !== fact &&
      !other.aside &&
      other.label !== undefined &&
      // A problem and its limitation are often one.
      !(BLAMES.test(fact.label ?? "") && BLAMES.test(other.label)) &&
      // Texts that differ in their figures alone are each other's best distractors: what they share tells nothing.
      (differOnlyInFigures(fact.text, other.text) ||
        ((!areClose(fact.text, other.text, frame) || differInFigures(fact.text, other.text)) &&
          !shareContent(fact.label ?? "", other.text) &&
          !shareContent(other.label, fact.text))),
  );
}

/** The labelled facts under other headings of the card that share no telling word with one, and neither praise, blame nor compare. */
export function cousinsOf(card: StudiedCard, fact: Fact): Fact[] {
  const own = `${fact.label ?? ""} ${fact.text}`;
  // "Trend" under one heading and "evolution" under the next are told alike.
  if (isFacet(fact.label ?? "")) return [];
  return card.facts.filter(
    (other) =>
      other.group !== fact.group &&
      other.section !== fact.section &&
      other.label !== undefined &&
      other.subject === undefined &&
      !other.aside &&
      !isValued(other) &&
      !isFacet(other.label) &&
      !BLAMES.test(other.label) &&
      !shareContent(own, `${other.label} ${other.text}`) &&
      !shareContent(fact.label ?? "", other.section) &&
      !shareContent(own, other.section),
  );
}
