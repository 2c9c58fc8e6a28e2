import { isRow } from "./labels";

/**
 * What a question asks for and what answers it, as far as plain words show. Where the key is the only option that
 * answers in kind, it is found without knowing: one drawback under "Limitation", one span of days under "Duration".
 */
type Sort = { asks: RegExp; answers: RegExp };

const SORTS: readonly Sort[] = [
  {
    asks: /\b(?:limitations?|limits|drawbacks?|disadvantages?|downsides?|cons|problems?|issues?|challenges?|weakness(?:es)?|shortcomings?|difficult(?:y|ies)|risks?|dangers?|costs?|pitfalls?|complications?|(?:adverse|side) effects?)\b/i,
    answers:
      /\b(?:can['’]?t|cannot|can not|unable|limit(?:ed|s|ing|ations?)?|loss(?:es)?|loses?|lost|lacks?|lacking|slow(?:er|ly|s)?|expensive|costly|difficult(?:y|ies)?|hard(?:er)? to|fails?|failures?|weak(?:er|ness|nesses)?|problems?|shortcomings?|bottlenecks?|disadvantages?|poor|risks?|errors?|too|no longer|suffers?|worse|vanish\w*|harm\w*|danger\w*|overfit\w*|damage\w*|struggl\w*|not enough|insufficient|inefficient\w*|ineffective|pain|death|toxic\w*|violence|quadratic\w*)\b|n['’]t\b/i,
  },
  {
    asks: /\b(?:small|large|big|huge|sizes?|numbers?|counts?|amounts?|how (?:many|much|large|big)|capacity|scale|share|rate|populations?)\b/i,
    answers:
      /\d|\b(?:tens|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|percent|half|twice|double|few|many)\b/i,
  },
  {
    asks: /\b(?:slow|fast|speeds?|times?|duration|when|periods?|ages?|costs?|budgets?|price|pricing|dates?)\b/i,
    answers:
      /\b(?:\p{L}*seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries|fast(?:er|est)?|slow(?:er|est|ly)?|quick(?:er|ly)?|at once|latency)\b|[$€£]\s?\d|\b\d+(?:st|nd|rd|th)\b/iu,
  },
  {
    asks: /\b(?:trade-?offs?|differences?|versus|vs|compar(?:ed|ison)|balance|compromise)\b/i,
    answers: /\b(?:but|however|yet|although|though|while|whereas|vs|versus|at the (?:cost|expense))\b/i,
  },
  {
    asks: /\b(?:evolution|trends?|growth|history|changes?|development|progress)\b/i,
    answers: /^from\b.*\bto\b|\b(?:grow\w*|growth|increas\w*|decreas\w*|over time|more and more|became)\b/i,
  },
  {
    asks: /\b(?:where|places?|locations?|origins?|started in|found in|spread to|located|home|birthplace)\b/i,
    answers: /^\p{Lu}\p{Ll}+(?:,|\s\(|$)|\b(?:in|near|at) (?:the )?\p{Lu}/u,
  },
];

/** Forms that catch the eye: a row of names, a question, an equation or an arrow. */
const FORMS: readonly ((text: string) => boolean)[] = [
  isRow,
  (text) => /\?["”’)]*$/.test(text),
  (text) => /[=→↔➝⇒]/.test(text),
];

/**
 * True when what is asked about calls for a sort and only the key is of it, or the other way round, and when the key
 * alone has a form that catches the eye.
 */
export function isOnlyOfItsSort(asked: string, key: string, distractors: readonly string[]): boolean {
  const alone = (own: RegExp, other: RegExp) =>
    own.test(asked) && other.test(key) && !distractors.some((text) => other.test(text));
  return (
    SORTS.some(({ asks, answers }) => alone(asks, answers) || alone(answers, asks)) ||
    FORMS.some((has) => has(key) && !distractors.some(has))
  );
}
