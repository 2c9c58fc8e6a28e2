import type { Candidate } from "#server/domain/distractors/types";
import type { OptionOrigin } from "@/contract/question";
import { drawIndex, type Random } from "../random";
import { type AnswerType, answerType, areCompatible } from "./answers";
import type { Look } from "./look";
import { contentStems, normalise } from "./text";

/** A text of the deck that could stand as a wrong option of another card. */
export type Entry = {
  text: string;
  /** The card it comes from, by its place in the deck (0-based). */
  card: number;
  /** For a person to read: where it was found. */
  source: string;
  frames: readonly string[];
  tags: readonly string[];
  /** What its card's front asks for, as `namesOfAsked` names it. */
  asked: readonly string[];
  look: Look;
  /** The fact that it is a part of, where it is one. */
  fact?: { section: string; label?: string; text: string };
};

type Indexed = Entry & { type: AnswerType; stems: readonly string[]; norm: string };

export type Wanted = {
  text: string;
  card: number;
  frames: readonly string[];
  tags: readonly string[];
  random: Random;
  /** The prompt: where the key repeats words of it, other texts that do are looked for, or the key would stand out. */
  prompt?: string;
  /** Only answers to fronts that ask for the same, the first names being the closest. */
  asked?: readonly string[];
  /** Turns away what may be right or gives itself away. */
  accept: (entry: Entry) => boolean;
};

/** More candidates than this per question cost time and add nothing: the set is three. */
const MAX_CANDIDATES = 24;
const FROM_FRAME = 24;
const FROM_STEMS = 10;
const FROM_ASKED = 120;
const FROM_NEIGHBOURS = 8;
/** More than are taken, for some are turned away. */
const FROM_TYPE = 48;
/** A frame with this many fitting texts is drawn from alone. */
const ENOUGH_IN_FRAME = 8;
const ENOUGH_OF_TYPE = 6;

/**
 * Texts of one role (answers, definitions, labels, …) of a whole deck, with the indexes that find a question's
 * candidates in time that does not grow with the deck.
 */
export class Pool {
  private readonly entries: Indexed[];
  private readonly byFrame = new Map<string, number[]>();
  private readonly byAsked = new Map<string, number[]>();
  private readonly byStem = new Map<string, number[]>();
  private readonly byType = new Map<AnswerType, number[]>();
  private readonly firstOfCard = new Map<number, number>();
  private readonly counts = new Map<string, number>();

  constructor(entries: readonly Entry[]) {
    this.entries = entries.map((entry) => ({
      ...entry,
      type: answerType(entry.text),
      stems: [...new Set(contentStems(entry.text))],
      norm: normalise(entry.text),
    }));
    for (const [index, entry] of this.entries.entries()) {
      for (const frame of entry.frames) push(this.byFrame, frame, index);
      for (const name of entry.asked) push(this.byAsked, name, index);
      for (const one of entry.stems) push(this.byStem, one, index);
      push(this.byType, entry.type, index);
      this.counts.set(entry.norm, (this.counts.get(entry.norm) ?? 0) + 1);
      if (!this.firstOfCard.has(entry.card)) this.firstOfCard.set(entry.card, index);
    }
  }

  get size(): number {
    return this.entries.length;
  }

  /** How many entries share this text, whatever their card. */
  count(text: string): number {
    return this.counts.get(normalise(text)) ?? 0;
  }

  /** At most MAX_CANDIDATES texts that could stand beside `wanted.text`, nearest relations first, each text once. */
  candidates(wanted: Wanted): Candidate[] {
    const type = answerType(wanted.text);
    const own = normalise(wanted.text);
    const taken = new Map<string, Candidate>();
    const take = (index: number | undefined, origin: OptionOrigin, fits: (other: AnswerType) => boolean) => {
      const entry = index === undefined ? undefined : this.entries[index];
      if (entry === undefined || entry.card === wanted.card || entry.norm === own || taken.has(entry.norm))
        return;
      if (!fits(entry.type) || !wanted.accept(entry)) return;
      taken.set(entry.norm, {
        text: entry.text,
        origin: originOf(entry, wanted, origin),
        source: entry.source,
      });
    };
    const same = (other: AnswerType) => other === type;
    const akin = (other: AnswerType) => areCompatible(type, other);

    for (const frame of wanted.frames) {
      if (taken.size >= ENOUGH_IN_FRAME) break;
      const members = this.byFrame.get(frame) ?? [];
      const limit = taken.size + FROM_FRAME;
      for (const index of nearAndFar(members, this.placeOf(wanted.card), FROM_FRAME * 2, wanted.random)) {
        if (taken.size >= limit) break;
        take(index, "same-frame", akin);
      }
    }
    if (taken.size >= ENOUGH_IN_FRAME) return [...taken.values()];

    if (wanted.asked !== undefined) {
      for (const name of wanted.asked) {
        const members = this.byAsked.get(name) ?? [];
        const drawn = nearAndFar(members, this.placeOf(wanted.card), FROM_ASKED, wanted.random);
        for (const index of this.echoingFirst(drawn, wanted)) {
          if (taken.size >= MAX_CANDIDATES) break;
          take(index, "deck", akin);
        }
      }
      return [...taken.values()];
    }
    for (const one of this.rareStems(wanted.text)) {
      for (const index of sample(this.byStem.get(one) ?? [], FROM_STEMS, wanted.random))
        take(index, "deck", same);
    }
    for (const one of echoed(wanted)) {
      for (const index of sample(this.byStem.get(one) ?? [], FROM_STEMS, wanted.random))
        take(index, "deck", akin);
    }
    const here = this.placeOf(wanted.card);
    for (let step = 1; step <= FROM_NEIGHBOURS; step++) {
      take(here - step, "deck", same);
      take(here + step, "deck", same);
    }
    const typed = this.byType.get(type) ?? [];
    for (const index of sample(typed, FROM_TYPE, wanted.random)) {
      if (taken.size >= MAX_CANDIDATES) break;
      take(index, "deck", same);
    }
    if (taken.size < ENOUGH_OF_TYPE) {
      for (const [other, indexes] of this.byType) {
        if (!akin(other)) continue;
        for (const index of sample(indexes, MAX_CANDIDATES, wanted.random)) {
          if (taken.size >= MAX_CANDIDATES) break;
          take(index, "deck", akin);
        }
      }
    }
    return [...taken.values()].slice(0, MAX_CANDIDATES);
  }

  /** Texts that repeat the words that the key repeats of its prompt go before the others. */
  private echoingFirst(members: readonly number[], wanted: Wanted): readonly number[] {
    const repeated = echoed(wanted);
    if (repeated.length === 0) return members;
    const repeats = (index: number) =>
      this.entries[index]?.stems.some((one) => repeated.includes(one)) === true;
    return [...members.filter(repeats), ...members.filter((index) => !repeats(index))];
  }

  private rareStems(text: string): string[] {
    const size = (one: string) => this.byStem.get(one)?.length ?? 0;
    return [...new Set(contentStems(text))].sort((a, b) => size(a) - size(b)).slice(0, 3);
  }

  private placeOf(card: number): number {
    return this.firstOfCard.get(card) ?? 0;
  }
}

function echoed({ text, prompt }: Wanted): string[] {
  if (prompt === undefined) return [];
  const asked = new Set(contentStems(prompt));
  return [...new Set(contentStems(text))].filter((one) => asked.has(one)).slice(0, 3);
}

function originOf(entry: Entry, wanted: Wanted, origin: OptionOrigin): OptionOrigin {
  if (origin !== "deck") return origin;
  return entry.tags.some((tag) => wanted.tags.includes(tag)) ? "same-tag" : "deck";
}

function push<K>(map: Map<K, number[]>, key: K, index: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [index]);
  else list.push(index);
}

/** Up to `count` members, drawn without looking at the others; the order of the deck where all fit. */
function sample(members: readonly number[], count: number, random: Random): number[] {
  if (members.length <= count) return [...members];
  const start = drawIndex(members.length, random);
  const step = Math.max(1, Math.floor(members.length / count));
  const out: number[] = [];
  for (let i = 0; i < count; i++) {
    const member = members[(start + i * step) % members.length];
    if (member !== undefined) out.push(member);
  }
  return out;
}

/** Half from the card's neighbourhood (decks are sorted by subject more often than not), half from everywhere. */
function nearAndFar(members: readonly number[], place: number, count: number, random: Random): number[] {
  if (members.length <= count) return [...members];
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((members[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  const half = Math.floor(count / 2);
  const start = Math.max(0, Math.min(members.length - half, low - Math.floor(half / 2)));
  return [...members.slice(start, start + half), ...sample(members, half, random)];
}
