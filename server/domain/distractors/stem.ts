import snowball from "snowball-stemmers";

/** Languages (ISO 639-3) that have a Snowball stemmer, by its name. */
const ALGORITHMS: Record<string, string> = {
  eng: "english",
  spa: "spanish",
  fra: "french",
  deu: "german",
  ita: "italian",
  por: "portuguese",
  nld: "dutch",
  swe: "swedish",
  nob: "norwegian",
  nno: "norwegian",
  dan: "danish",
  fin: "finnish",
  hun: "hungarian",
  ron: "romanian",
  rus: "russian",
  tur: "turkish",
  ces: "czech",
  cat: "catalan",
  eus: "basque",
  gle: "irish",
  slv: "slovene",
};

type Stem = (word: string) => string;
const stemmers = new Map<string, Stem>();

/**
 * A stemmer for the language, made once. A language without one, or not known ("und"), gets English stems
 * for words in plain Latin letters, which do no harm elsewhere, and every other word back as it is.
 */
export function stemmerFor(language: string): Stem {
  const known = stemmers.get(language);
  if (known) return known;
  const algorithm = Object.hasOwn(ALGORITHMS, language) ? ALGORITHMS[language] : undefined;
  const stemmer = snowball.newStemmer(algorithm ?? "english");
  const memo = new Map<string, string>();
  const stem: Stem = (word) => {
    const had = memo.get(word);
    if (had !== undefined) return had;
    const made = algorithm !== undefined || /^[a-z']+$/.test(word) ? stemmer.stem(word) : word;
    if (memo.size > MEMO_WORDS) memo.clear();
    memo.set(word, made);
    return made;
  };
  stemmers.set(language, stem);
  return stem;
}

/** About 2 MB of remembered stems; a deck of thousands of cards uses a fraction of it. */
const MEMO_WORDS = 20_000;
