import { type Counts, dot, type Lexicon, type Profile, type Tables } from "./lexicon";

/** Inverse document frequencies of one kind of thing over a pool, and TF-IDF cosines against a fixed text. */
class Weights {
  /** By the number of documents, so that the lexicon may be much larger than the pool. */
  private readonly idfs: Float32Array;

  constructor(
    private readonly tables: Tables,
    private readonly texts: readonly Counts[],
  ) {
    const { documents } = tables;
    for (const { ids } of texts) {
      for (let at = 0; at < ids.length; at++) {
        const id = ids[at] ?? 0;
        documents[id] = (documents[id] ?? 0) + 1;
      }
    }
    this.idfs = Float32Array.from({ length: texts.length + 1 }, (_, documents) =>
      Math.log((texts.length + 1) / (documents + 0.5)),
    );
  }

  private idf(id: number): number {
    return this.idfs[this.tables.documents[id] ?? 0] ?? 0;
  }

  norm(text: Counts): number {
    let square = 0;
    for (let at = 0; at < text.ids.length; at++) {
      const weight = (text.counts[at] ?? 0) * this.idf(text.ids[at] ?? 0);
      square += weight * weight;
    }
    return Math.sqrt(square) || 1;
  }

  /** Cosine of every text of the pool with `text`, 0–1. */
  cosines(text: Counts, norms: Float32Array): Float32Array {
    const size = this.norm(text);
    const { dense } = this.tables;
    for (let at = 0; at < text.ids.length; at++) {
      const id = text.ids[at] ?? 0;
      const weight = this.idf(id);
      dense[id] = ((text.counts[at] ?? 0) * weight * weight) / size;
    }
    const result = new Float32Array(this.texts.length);
    for (const [row, other] of this.texts.entries()) {
      let sum = 0;
      for (let at = 0; at < other.ids.length; at++) {
        sum += (other.counts[at] ?? 0) * (dense[other.ids[at] ?? 0] ?? 0);
      }
      result[row] = sum / (norms[row] ?? 1);
    }
    for (const id of text.ids) dense[id] = 0;
    return result;
  }

  /** How rare the things of a text are in the pool, on average. */
  rarity(text: Counts): number {
    let sum = 0;
    for (const id of text.ids) sum += this.idf(id);
    return text.ids.length > 0 ? sum / text.ids.length : 0;
  }
}

/**
 * The candidates of one request seen together: what is common among them says little about any of them. A lexicon lends its tables to one
 * pool at a time.
 */
export class Pool {
  private readonly grams: Weights;
  private readonly stems: Weights;
  private readonly gramNorms: Float32Array;
  private readonly stemNorms: Float32Array;
  /** Unit mean of the pool's vectors: its topic. */
  readonly centre: Float32Array | undefined;

  /** The lexicon must already have seen every text that the pool will be compared with. */
  constructor(
    lexicon: Lexicon,
    readonly texts: readonly Profile[],
  ) {
    this.grams = new Weights(
      lexicon.gramTables(),
      texts.map((text) => text.grams),
    );
    this.stems = new Weights(
      lexicon.stemTables(),
      texts.map((text) => text.stems),
    );
    this.gramNorms = Float32Array.from(texts, (text) => this.grams.norm(text.grams));
    this.stemNorms = Float32Array.from(texts, (text) => this.stems.norm(text.stems));
    this.centre = centreOf(texts);
  }

  gramCosines(text: Profile): Float32Array {
    return this.grams.cosines(text.grams, this.gramNorms);
  }
  stemCosines(text: Profile): Float32Array {
    return this.stems.cosines(text.stems, this.stemNorms);
  }
  stemRarity(text: Profile): number {
    return this.stems.rarity(text.stems);
  }
}

function centreOf(texts: readonly Profile[]): Float32Array | undefined {
  const first = texts.find((text) => text.mean)?.mean;
  if (!first) return undefined;
  const sum = new Float32Array(first.length);
  for (const { mean } of texts) {
    if (!mean) continue;
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (mean[at] ?? 0);
  }
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) / texts.length;
  return sum;
}

/** Cosine of two optional unit vectors; 0 where one is missing. */
export function cosine(one: Float32Array | undefined, other: Float32Array | undefined): number {
  return one && other ? dot(one, other) : 0;
}
