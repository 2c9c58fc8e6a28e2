import type { KnownWord, Lexicon, Profile } from "./lexicon";
import { dot } from "./lexicon";
import { cosine, Pool } from "./pool";
import type { Shape } from "./shape";

/** The first features need no vectors and no language; the others need word vectors. The weights rely on the order. */
export const LEXICAL_FEATURES = [
  "gramCosine",
  "stemCosine",
  "gramRank",
  "promptGrams",
  "promptStems",
  "promptShare",
  "promptShareDifference",
  "orderedWords",
  "sharedPrefix",
  "sharedSuffix",
  "lengthDifference",
  "lengthSigned",
  "wordsDifference",
  "wordsSigned",
  "keyWords",
  "sameType",
  "typeDistance",
  "sameCapitals",
  "sameArticle",
  "sameFirstWord",
  "sameLastWord",
  "firstEnding",
  "lastEnding",
  "samePlural",
  "sameEnding",
  "commasDifference",
  "sameMarks",
  "sameNegation",
  "sameConjunction",
  "bothNumbers",
  "numberDistance",
  "sameDecimals",
  "sameFrame",
  "rarityDifference",
  "raritySigned",
] as const;
export const VECTOR_FEATURES = [
  "meanCosine",
  "centredCosine",
  "meanRank",
  "keyToCandidate",
  "candidateToKey",
  "headCosine",
  "firstCosine",
  "promptCosine",
  "promptDifference",
  "focusCosine",
  "frequencyDifference",
  "frequencySigned",
  "coverage",
  "coverageDifference",
  "vectorHub",
  "bothKnown",
] as const;

export const LEXICAL_COUNT = LEXICAL_FEATURES.length;
export const FEATURE_COUNT = LEXICAL_COUNT + VECTOR_FEATURES.length;

/** One row of features for each candidate, row after row. */
export type Features = { rows: Float32Array; columns: number; count: number };

function same(condition: boolean): number {
  return condition ? 1 : 0;
}

function logRatio(one: number, other: number): number {
  return Math.log((one + 1) / (other + 1));
}

/** Share of a text's different words that stand in the prompt, 0–1. */
function promptShareOf({ stems: { ids } }: Profile, asked: ReadonlySet<number>): number {
  let shared = 0;
  for (let at = 0; at < ids.length; at++) if (asked.has(ids[at] ?? -1)) shared++;
  return ids.length > 0 ? shared / ids.length : 0;
}

/**
 * Cosine of two means a and b seen from the pool's centre c, from their inner products: (a − c)·(b − c) / (|a − c| |b − c|). `a` and `b` have
 * length 1.
 */
function centredCosine(ab: number, ac: number, bc: number, cc: number): number {
  const size = Math.sqrt(Math.max(0, 1 - 2 * ac + cc) * Math.max(0, 1 - 2 * bc + cc));
  return size < 1e-6 ? 0 : (ab - ac - bc + cc) / size;
}

function sharedEnd(one: string, other: string, fromEnd: boolean): number {
  const limit = Math.min(one.length, other.length);
  let shared = 0;
  while (
    shared < limit &&
    (fromEnd
      ? one[one.length - 1 - shared] === other[other.length - 1 - shared]
      : one[shared] === other[shared])
  )
    shared++;
  return shared;
}

/** Longest common subsequence of the two word orders over the longer one's length, 0–1. */
function orderedShare(one: Int32Array, other: Int32Array): number {
  const rows = Math.min(one.length, MAX_ORDER);
  const columns = Math.min(other.length, MAX_ORDER);
  lengths.fill(0, 0, columns + 1);
  for (let at = 0; at < rows; at++) {
    let diagonal = 0;
    for (let column = 0; column < columns; column++) {
      const above = lengths[column + 1] ?? 0;
      lengths[column + 1] = one[at] === other[column] ? diagonal + 1 : Math.max(above, lengths[column] ?? 0);
      diagonal = above;
    }
  }
  return (lengths[columns] ?? 0) / Math.max(rows, columns, 1);
}
const MAX_ORDER = 24;
/** One row of the table above, used again for every pair. */
const lengths = new Uint8Array(MAX_ORDER + 1);

/** Types by how far their forms are apart: a year may stand beside a number, hardly beside a clause. */
const TYPE_PLACE: Record<Shape["type"], number> = {
  year: 0,
  number: 0.3,
  quantity: 0.7,
  name: 2,
  term: 2.3,
  phrase: 3,
  clause: 3.7,
  formula: 1,
  code: 1.3,
};

function percentiles(values: Float32Array): Float32Array {
  const order = Array.from(values.keys()).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const ranks = new Float32Array(values.length);
  for (const [rank, row] of order.entries()) ranks[row] = -Math.log(rank + 1);
  return ranks;
}

/** Likenesses of words to one text's words, each word of the pool compared once. */
class WordLikeness {
  private readonly rows = new Map<number, Float32Array>();
  constructor(private readonly words: readonly KnownWord[]) {}
  /** Likeness of `word` to each of the text's words. */
  row(word: KnownWord): Float32Array {
    const had = this.rows.get(word.id);
    if (had) return had;
    const made = Float32Array.from(this.words, ({ vector }) => dot(vector, word.vector));
    this.rows.set(word.id, made);
    return made;
  }
  /** Weighted means of best matches: of the text's words in `other`, and of `other`'s words in the text. */
  align(other: readonly KnownWord[]): [number, number] {
    if (this.words.length === 0 || other.length === 0) return [0, 0];
    const best = new Float32Array(this.words.length).fill(-1);
    let back = 0;
    let backWeight = 0;
    for (const word of other) {
      const row = this.row(word);
      let most = -1;
      for (let at = 0; at < row.length; at++) {
        const likeness = row[at] ?? 0;
        if (likeness > most) most = likeness;
        if (likeness > (best[at] ?? 0)) best[at] = likeness;
      }
      back += most * word.weight;
      backWeight += word.weight;
    }
    let forth = 0;
    let weight = 0;
    for (const [at, word] of this.words.entries()) {
      forth += (best[at] ?? 0) * word.weight;
      weight += word.weight;
    }
    return [forth / weight, back / backWeight];
  }
}

const FOCUS = /\b(?:which|what|whose|this|these|following|name (?:the|of))\s+((?:[\p{L}-]+\s*){1,3})/iu;

/** The words after "which" or "what": what kind of thing is asked for. */
function focusOf(prompt: string, lexicon: Lexicon): Float32Array | undefined {
  const words = FOCUS.exec(prompt)?.[1];
  return words ? lexicon.profile(words.trim()).mean : undefined;
}

/**
 * What the ranker sees of each candidate beside the key and the prompt. Linear in the number of candidates.
 */
export function featuresOf(
  lexicon: Lexicon,
  prompt: string,
  key: string,
  candidates: readonly string[],
): Features {
  const asked = lexicon.profile(prompt);
  const right = lexicon.profile(key);
  const focus = focusOf(prompt, lexicon);
  const texts = candidates.map((text) => lexicon.profile(text));
  const pool = new Pool(lexicon, texts);

  const grams = pool.gramCosines(right);
  const stems = pool.stemCosines(right);
  const gramRanks = percentiles(grams);
  const promptGrams = pool.gramCosines(asked);
  const promptStems = pool.stemCosines(asked);
  const inPrompt = new Set(asked.stems.ids);
  const keyShare = promptShareOf(right, inPrompt);
  const keyRarity = pool.stemRarity(right);
  const keyCentre = cosine(pool.centre, right.mean);
  const centreSquare = cosine(pool.centre, pool.centre);
  const means = Float32Array.from(texts, (text) => cosine(text.mean, right.mean));
  const meanRanks = percentiles(means);
  const keyWords = new WordLikeness(right.known);
  const keyPrompt = cosine(right.mean, asked.mean);
  const shape = right.shape;

  const rows = new Float32Array(texts.length * FEATURE_COUNT);
  for (const [row, text] of texts.entries()) {
    const other = text.shape;
    const share = promptShareOf(text, inPrompt);
    const length = logRatio(other.characters, shape.characters);
    const count = logRatio(other.wordCount, shape.wordCount);
    const bothNumbers = shape.number !== undefined && other.number !== undefined;
    const rarity = pool.stemRarity(text) - keyRarity;
    const longer = Math.max(right.folded.length, text.folded.length, 1);
    const from = row * FEATURE_COUNT;
    rows.set(
      [
        grams[row] ?? 0,
        stems[row] ?? 0,
        gramRanks[row] ?? 0,
        promptGrams[row] ?? 0,
        promptStems[row] ?? 0,
        share,
        share - keyShare,
        orderedShare(right.order, text.order),
        sharedEnd(right.folded, text.folded, false) / longer,
        sharedEnd(right.folded, text.folded, true) / longer,
        Math.abs(length),
        length,
        Math.abs(count),
        count,
        Math.min(shape.wordCount, 12) / 12,
        same(shape.type === other.type),
        Math.abs(TYPE_PLACE[shape.type] - TYPE_PLACE[other.type]),
        same(shape.capitals === other.capitals),
        same(shape.article === other.article),
        same(shape.firstWord === other.firstWord),
        same(shape.lastWord === other.lastWord),
        Math.min(sharedEnd(shape.firstWord, other.firstWord, true), 4) / 4,
        Math.min(sharedEnd(shape.lastWord, other.lastWord, true), 4) / 4,
        same(shape.plural === other.plural),
        same(shape.ending === other.ending),
        Math.min(Math.abs(shape.commas - other.commas), 4),
        same(
          shape.brackets === other.brackets && shape.hyphen === other.hyphen && shape.digits === other.digits,
        ),
        same(shape.negation === other.negation),
        same(shape.conjunction === other.conjunction),
        same(bothNumbers),
        bothNumbers
          ? Math.min(Math.abs(logRatio(Math.abs(other.number ?? 0), Math.abs(shape.number ?? 0))), 6)
          : 6 * same((shape.number === undefined) !== (other.number === undefined)),
        same(bothNumbers && shape.decimals === other.decimals),
        same(bothNumbers && shape.frame === other.frame),
        Math.abs(rarity),
        rarity,
      ],
      from,
    );
    const [forth, back] = keyWords.align(text.known);
    const promptCosine = cosine(text.mean, asked.mean);
    const centre = cosine(pool.centre, text.mean);
    const bothKnown = text.mean !== undefined && right.mean !== undefined;
    rows.set(
      [
        means[row] ?? 0,
        bothKnown ? centredCosine(means[row] ?? 0, centre, keyCentre, centreSquare) : 0,
        meanRanks[row] ?? 0,
        forth,
        back,
        cosine(right.known[right.known.length - 1]?.vector, text.known[text.known.length - 1]?.vector),
        cosine(right.known[0]?.vector, text.known[0]?.vector),
        promptCosine,
        Math.abs(promptCosine - keyPrompt),
        cosine(focus, text.mean),
        Math.abs(text.rarity - right.rarity),
        text.rarity - right.rarity,
        text.coverage,
        Math.abs(text.coverage - right.coverage),
        centre,
        same(bothKnown),
      ],
      from + LEXICAL_COUNT,
    );
  }
  return { rows, columns: FEATURE_COUNT, count: texts.length };
}
