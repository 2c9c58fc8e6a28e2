import type { RejectedOption } from "@/contract/question";
import { vectorLikeness } from "./cues";
import { ARTICLE, bestFitting, isOnlyFit } from "./gap-fit";
import { equivalence } from "./guards/equivalent";
import { type Reading, readingOf } from "./guards/reading";
import { flagsOf, isEveryday, unfit } from "./lint";
import { createRanker, type Ranker } from "./rank";
import { CONSIDERED, type Selectable, selectSet } from "./select";
import { HONEST_SHARES } from "./shares";
import type { Candidate, ChooseDistractors, Vectors } from "./types";
import weights from "./weights.json" with { type: "json" };

/** Binds the word vectors, where there are any, and gives the chooser that question kinds call. */
export function createDistractors(vectors?: Vectors): ChooseDistractors {
  return chooserOf(createHouseRanker(vectors));
}

/** The ranker with the weights of the house. */
export function createHouseRanker(vectors?: Vectors): Ranker {
  return createRanker(weights, vectors);
}

type Ranked = Selectable & { candidate: Candidate; reading: Reading; worth: number };

/**
 * Guards, ranker, selection and lint in their order. The chooser remembers what it read of the texts, which changes its speed
 * and never its choice. Linear in the candidates.
 */
export function chooserOf(ranker: Ranker): ChooseDistractors {
  const read = rememberReadings();
  return ({
    prompt,
    key,
    alsoCorrect,
    candidates,
    language,
    random,
    want = 3,
    shares = HONEST_SHARES,
    apart,
    label,
    row = false,
    few = false,
  }) => {
    // Always four, so that what the caller draws next does not depend on the set.
    const draws = [random(), random(), random(), random()] as const;
    const right = [key, ...alsoCorrect].map((text) => read(text, language));
    const rejected: RejectedOption[] = [];
    const gap = apart ? ranker.fit(prompt, key, language) : undefined;
    const fit: { candidate: Candidate; reading: Reading }[] = [];
    for (const candidate of apart ? bestFitting(candidates, gap) : candidates) {
      const reading = read(candidate.text, language);
      const reason = unfit(candidate.text, reading, right, prompt);
      if (reason) rejected.push({ text: candidate.text, reason });
      else fit.push({ candidate, reading });
    }
    const scores = ranker.score({
      prompt,
      key,
      language,
      candidates: fit.map(({ candidate }) => candidate.text),
    });
    const ranked = fit
      .map(({ candidate, reading }, place) => {
        const score = round(scores[place] ?? 0);
        const bonus = isOfOneList(candidate) ? LIST_BONUS : 0;
        const cost = (gap?.(candidate.text) ?? 0) * MISFIT_COST;
        return { candidate, reading, score, worth: score + bonus - cost };
      })
      .sort((one, other) => other.worth - one.worth || compareText(one.candidate.text, other.candidate.text));

    const keyProfile = ranker.profile(key, language);
    const distinct: Ranked[] = [];
    for (const item of ranked) {
      if (distinct.length >= CONSIDERED) break;
      const { text, origin } = item.candidate;
      // What was made from the key is of its kind; a model's proposals were judged among the deck's texts before a teacher took them.
      const isJudged = origin === "model" || origin === "perturbation" || isOfOneList(item.candidate);
      if (item.score < LEAST_PLAUSIBLE && !isJudged && !few)
        rejected.push({ text, reason: "not plausible beside the key" });
      else if (distinct.some(({ reading }) => equivalence(reading, item.reading))) {
        rejected.push({ text, reason: "the same as a better one" });
      } else {
        const profile = ranker.profile(text, language);
        if (apart && vectorLikeness(keyProfile, profile) > MEANS_THE_SAME)
          rejected.push({ text, reason: "may fit the gap as well" });
        else distinct.push({ ...item, profile });
      }
    }
    const { places, hits } = selectSet(
      keyProfile,
      ranker.profile(prompt, language),
      distinct.map(({ profile, worth }) => ({ profile, score: worth })),
      want,
      shares,
      draws,
    );
    const set = places.flatMap((place) => distinct[place] ?? []);
    const shown = set.map(({ candidate }) => candidate.text);
    const isFamiliar =
      (label !== undefined && isEveryday(ranker.profile(label, language), EVERYDAY_RANK)) ||
      (apart === true && isEveryday(ranker.profile(key.replace(ARTICLE, ""), language), FAMILIAR_RANK));
    return {
      chosen: set.map(({ candidate, score }) => ({ ...candidate, score })),
      rejected,
      flags: [
        ...flagsOf([keyProfile, ...set.map(({ profile }) => profile)], want),
        ...(isOnlyFit(shown, gap) ? ["only-fit"] : []),
        ...(row && ranker.hints(prompt, key, shown, language) ? ["hinted"] : []),
        ...(isFamiliar ? ["everyday"] : []),
      ],
      hits,
    };
  };
}

/**
 * Under this score a text is of another kind than the key: of the distractors that people wrote for published items one in a hundred
 * scores lower, of the other texts of their topics about a third.
 */
export const LEAST_PLAUSIBLE = 0;

/** What stands under one heading with the key is of its kind, however little the words show it. */
const isOfOneList = ({ origin }: Candidate) => origin === "same-section" || origin === "sibling-subject";
/** What that is worth, in the unit of the scores. */
const LIST_BONUS = 2;

/** What it costs to fit a gap less than the key by a cosine of 1, in the unit of the scores: 0.1 weighs as much as one score in log odds. */
const MISFIT_COST = 10;

/** A name of words up to this rank by frequency is everybody's: "population", "boom", "trade", "routes". */
const EVERYDAY_RANK = 5_000;
/** A word up to this rank is found for a gap by its sentence: of such gaps two in five were valid when read, of the others seven in ten. */
const FAMILIAR_RANK = 15_000;

/** Cosine of two words' vectors from which one may do for the other in a sentence: "platform" and "framework" have 0.51. */
const MEANS_THE_SAME = 0.45;

const round = (score: number) => Math.round(score * 1000) / 1000;
const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Readings by language and text; forgotten together when there are many (about 10 MB). */
function rememberReadings(): (text: string, language: string) => Reading {
  const languages = new Map<string, Map<string, Reading>>();
  let count = 0;
  return (text, language) => {
    if (count >= MAX_READINGS) {
      languages.clear();
      count = 0;
    }
    let known = languages.get(language);
    if (known === undefined) {
      known = new Map();
      languages.set(language, known);
    }
    const had = known.get(text);
    if (had) return had;
    const made = readingOf(text, language);
    known.set(text, made);
    count++;
    return made;
  };
}
const MAX_READINGS = 8_000;
