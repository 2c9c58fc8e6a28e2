import { franc, francAll } from "franc-min";
import { words } from "./text";

/** Enough text for trigrams to tell languages apart, in characters. */
const MIN_SAMPLE = 60;
const MAX_SAMPLE = 3_000;
/** The languages whose words the class templates are written in. */
export type Languages = {
  /** ISO 639-3 code of the fronts, or "und". */
  front: string;
  /** ISO 639-3 code of the backs, or "und". */
  back: string;
  /** English words may stand in prompts: both sides are English as far as can be told. */
  english: boolean;
};

const ENGLISH =
  /\b(?:the|of|and|is|are|what|which|how|who|when|where|why|in|to|for|with|does|was|by|from)\b/gi;
/** In English prose about every fourth word is one of the twenty above; in names and lists nearly none is. */
const ENGLISH_SHARE = 0.08;

/** The language of each side of a deck. Lists of names and single words stay "und" unless the trigrams are sure. */
export function languagesOf(fronts: readonly string[], backs: readonly string[]): Languages {
  const front = languageOf(fronts);
  const back = languageOf(backs);
  const known = [front, back].filter((code) => code !== "und");
  return { front, back, english: known.length > 0 && known.every((code) => code === "eng") };
}

function languageOf(texts: readonly string[]): string {
  const sample = spread(texts).join(" ").slice(0, MAX_SAMPLE);
  const count = words(sample).length;
  if (count === 0) return "und";
  const englishShare = (sample.match(ENGLISH)?.length ?? 0) / count;
  if (englishShare >= ENGLISH_SHARE) return "eng";
  if (sample.length < MIN_SAMPLE) return "und";
  const [best, second] = francAll(sample);
  // Names of people and places look like some language by chance: believe only a clear lead.
  if (best === undefined || best[0] === "und") return "und";
  const lead = best[1] - (second?.[1] ?? 0);
  return lead >= 0.015 || franc(sample) === "eng" ? best[0] : "und";
}

/** Texts from all over the deck, so that an odd beginning does not decide. */
function spread(texts: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(texts.length / 120));
  return texts.filter((_, index) => index % step === 0);
}
