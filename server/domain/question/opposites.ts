/**
 * Words of English that stand for opposites or for different members of one small row, so that a sentence becomes wrong when one
 * takes the place of another. A row in `DIRECTIONS` turns a relation round: two such changes in one sentence may leave
 * it true ("the deeper the warmer", "the higher the colder"; "the left one is smaller", "the right one is larger").
 */
const ROWS = [
  "local global",
  "sum product difference",
  "sums products differences",
  "absolute relative",
  "input output",
  "inputs outputs",
  "internal external",
  "inner outer",
  "inside outside",
  "head tail",
  "horizontal vertical",
  "row column",
  "rows columns",
  "parallel serial",
  "simultaneously consecutively",
  "static dynamic",
  "temporary permanent",
  "randomly deterministically",
  "discrete continuous",
  "linear quadratic exponential",
  "true false",
  "sorted unsorted",
  "ordered unordered",
  "directed undirected",
  "weighted unweighted",
  "labeled unlabeled",
  "labelled unlabelled",
  "supervised unsupervised",
  "dependent independent",
  "related unrelated",
  "public private",
  "active passive",
  "direct indirect",
  "synchronous asynchronous",
  "reversible irreversible",
  "visible invisible",
  "finite infinite",
  "send receive",
  "sends receives",
  "sender receiver",
  "reads writes",
  "push pop",
  "insert delete",
  "encode decode",
  "encrypt decrypt",
  "client server",
  "parent child",
  "parents children",
  "root leaf",
  "buyer seller",
  "supply demand",
  "import export",
  "imports exports",
  "north south",
  "northern southern",
  "east west",
  "eastern western",
  "winter summer",
  "day night",
  "morning evening",
  "male female",
  "concave convex",
  "numerator denominator",
  "acid base",
  "absorbs releases",
  "absorb release",
  "attract repel",
  "attracts repels",
  "wins loses",
  "arrives leaves",
  "always never",
  "zero one",
  "two three four",
  "three four five",
  "four five six",
  "five six seven",
] as const;

const DIRECTIONS = [
  "minimum maximum",
  "minima maxima",
  "minimal maximal",
  "minimizes maximizes",
  "minimize maximize",
  "first second last",
  "left right",
  "upper lower",
  "top bottom",
  "above below",
  "positive negative",
  "ascending descending",
  "before after",
  "older younger",
  "increase decrease",
  "increases decreases",
  "increased decreased",
  "increasing decreasing",
  "grow shrink",
  "grows shrinks",
  "rises falls",
  "higher lower",
  "high low",
  "larger smaller",
  "large small",
  "largest smallest",
  "greater smaller",
  "greatest smallest",
  "faster slower",
  "fast slow",
  "stronger weaker",
  "strong weak",
  "best worst",
  "easier harder",
  "cheap expensive",
  "warmer colder",
  "hot cold",
  "early late",
  "earlier later",
  "adds removes",
  "add remove",
  "gains loses",
] as const;

/** Words that are something else as often: "per second", "the right one", "one of them", "the leaves of oaks", "the difference lies in". */
const NOT_REPLACED: ReadonlySet<string> = new Set(
  "one second right leaf leaves base hot product products difference differences".split(" "),
);

/** What could stand in a word's place and make its sentence wrong. */
export type Opposite = { instead: readonly string[]; isDirection: boolean };

const OPPOSITES = new Map<string, Opposite>();
for (const [rows, isDirection] of [
  [ROWS, false],
  [DIRECTIONS, true],
] as const)
  for (const row of rows) {
    const members = row.split(" ");
    for (const member of members)
      if (!OPPOSITES.has(member) && !NOT_REPLACED.has(member))
        OPPOSITES.set(member, { instead: members.filter((other) => other !== member), isDirection });
  }

/** The opposites of an English word in small letters; undefined where it has none that is sure. */
export function oppositeOf(word: string): Opposite | undefined {
  return OPPOSITES.get(word);
}
