import { describe, expect, it } from "vitest";
import { DECK_LIMITS, type DeckFormat } from "@/contract/deck";
import { parseDeck } from "./parse-deck";

type Paste = {
  name: string;
  format: DeckFormat;
  text: string;
  file?: string;
  cards: [front: string, back: string][];
  problems?: [code: string, line: number | null][];
};

const PASTES: Paste[] = [
  {
    name: "a Quizlet export",
    format: "quizlet",
    text: "der Hund\tthe dog\ndie Katze\tthe cat\n",
    cards: [
      ["der Hund", "the dog"],
      ["die Katze", "the cat"],
    ],
  },
  {
    name: "a Quizlet export with definitions of several lines",
    format: "quizlet",
    text: "erosion\twearing away of rock\nby wind and water\nsediment\tloose material\nthat settles\n",
    cards: [
      ["erosion", "wearing away of rock\nby wind and water"],
      ["sediment", "loose material\nthat settles"],
    ],
  },
  {
    name: "a Quizlet export with separators of its own",
    format: "quizlet",
    text: "oxygen@@O;;;silver@@Ag;;;gold@@Au",
    cards: [
      ["oxygen", "O"],
      ["silver", "Ag"],
      ["gold", "Au"],
    ],
  },
  {
    name: "a Quizlet export in one line",
    format: "quizlet",
    text: "oxygen,O;silver,Ag;gold,Au",
    cards: [
      ["oxygen", "O"],
      ["silver", "Ag"],
      ["gold", "Au"],
    ],
  },
  {
    name: "a Quizlet export with tabs and a row mark, so that definitions keep their lines",
    format: "quizlet",
    text: "lake\tstill water\n\nlarger than a pond---river\tflowing water---sea\tsalt water",
    cards: [
      ["lake", "still water\n\nlarger than a pond"],
      ["river", "flowing water"],
      ["sea", "salt water"],
    ],
  },
  {
    name: "quotation marks in a Quizlet export, which are letters there",
    format: "quizlet",
    text: '"Veni, vidi, vici"\tCaesar\n"Et tu\tBrutus\n',
    cards: [
      ['"Veni, vidi, vici"', "Caesar"],
      ['"Et tu', "Brutus"],
    ],
  },
  {
    name: "a line without a tab above the first card",
    format: "quizlet",
    text: "Chapter 3\nuno\tone\ndos\ttwo\ntres\tthree\n",
    cards: [
      ["uno", "one"],
      ["dos", "two"],
      ["tres", "three"],
    ],
    problems: [["wrong-columns", 1]],
  },
  {
    name: "cells copied from a spreadsheet, with a newline inside one",
    format: "tsv",
    text: 'photosynthesis\t"makes sugar\nfrom light"\nrespiration\tburns sugar\n',
    cards: [
      ["photosynthesis", "makes sugar\nfrom light"],
      ["respiration", "burns sugar"],
    ],
  },
  {
    name: "cells copied from a spreadsheet with their header",
    format: "tsv",
    text: "Front\tBack\nNaCl\tsalt\nHCl\tacid\n",
    cards: [
      ["NaCl", "salt"],
      ["HCl", "acid"],
    ],
  },
  {
    name: "a first column that only counts",
    format: "tsv",
    text: "1\tHund\tdog\n2\tKatze\tcat\n3\tKuh\tcow\n",
    cards: [
      ["Hund", "dog"],
      ["Katze", "cat"],
      ["Kuh", "cow"],
    ],
    problems: [["extra-columns", null]],
  },
  {
    name: "a copied Quizlet page, whose footer is no card",
    format: "quizlet",
    text: "Biology 4\n\nTerms in this set (2)\nosmosis\nmovement of water\n\nenzyme\na catalyst\nStudents also viewed\nBiology 5\n",
    cards: [
      ["osmosis", "movement of water"],
      ["enzyme", "a catalyst"],
    ],
  },
  {
    name: "a copied Quizlet page that was not loaded to its end",
    format: "quizlet",
    text: "Biology 4\nTerms in this set (9)\nosmosis\nmovement of water\n",
    cards: [["osmosis", "movement of water"]],
    problems: [["missing-cards", 2]],
  },
  {
    name: "a German CSV with semicolons and a header",
    format: "csv",
    text: "Begriff;Definition\r\nMitose;Teilung des Zellkerns, ohne Verlust\r\nMeiose;Teilung in vier Zellen\r\n",
    cards: [
      ["Mitose", "Teilung des Zellkerns, ohne Verlust"],
      ["Meiose", "Teilung in vier Zellen"],
    ],
  },
  {
    name: "quotes, commas and doubled quotes in a CSV",
    format: "csv",
    text: 'front,back\n"Who said ""Eureka""?","Archimedes, of Syracuse"\nWhen?,"3rd century\nBC"\n',
    cards: [
      ['Who said "Eureka"?', "Archimedes, of Syracuse"],
      ["When?", "3rd century\nBC"],
    ],
  },
  {
    name: "a quote that never closes",
    format: "csv",
    text: 'front,back\nH,hydrogen\nHe,"helium\nLi,lithium\nBe,"beryllium"\n',
    cards: [
      ["H", "hydrogen"],
      ["He", '"helium'],
      ["Li", "lithium"],
      ["Be", "beryllium"],
    ],
    problems: [["unclosed-quote", 3]],
  },
  {
    name: "rows with too many and too few cells",
    format: "csv",
    text: "front,back\nParis,France\nRome,Italy, of course\nOslo,\n,Spain\nBern,Switzerland\nKyiv,Ukraine\n",
    cards: [
      ["Paris", "France"],
      ["Rome", "Italy, of course"],
      ["Bern", "Switzerland"],
      ["Kyiv", "Ukraine"],
    ],
    problems: [
      ["wrong-columns", 3],
      ["empty-back", 4],
      ["empty-front", 5],
    ],
  },
  {
    name: "a header of language names",
    format: "csv",
    text: "Latin,English\naqua,water\nignis,fire\n",
    cards: [
      ["aqua", "water"],
      ["ignis", "fire"],
    ],
  },
  {
    name: "no header where the first row is a card like the others",
    format: "csv",
    text: "dog,Hund\ncat,Katze\ncow,Kuh\nfish,Fisch\nbird,Vogel\n",
    cards: [
      ["dog", "Hund"],
      ["cat", "Katze"],
      ["cow", "Kuh"],
      ["fish", "Fisch"],
      ["bird", "Vogel"],
    ],
  },
  {
    name: "a table with an id, an answer before its question, and tags",
    format: "csv",
    text: "id,answer,question,tags\n1,1789,When did the French Revolution begin?,history;france\n2,1848,When was the Spring of Nations?,history\n",
    cards: [
      ["When did the French Revolution begin?", "1789"],
      ["When was the Spring of Nations?", "1848"],
    ],
    problems: [["extra-columns", 1]],
  },
  {
    name: "an Anki export with HTML and mathematics",
    format: "anki-text",
    text: '#separator:tab\n#html:true\n#tags column:3\nwater\tH<sub>2</sub>O\tchem\n"area of a<br>circle"\t\\(\\pi r^2\\)\t\nbold\t<b>strong</b> &amp; <i>slanted</i><script>alert(1)</script>\t\n',
    cards: [
      ["water", "H₂O"],
      ["area of a\ncircle", "$\\pi r^2$"],
      ["bold", "**strong** & *slanted*"],
    ],
  },
  {
    name: "clozes, with hints, two gaps of one number and one inside another",
    format: "anki-text",
    text: "#separator:tab\n#html:true\nThe {{c1::sun::star}} is a {{c2::star}}.\n{{c1::Red}} and {{c1::blue}} make purple.\t\n{{c1::The {{c2::left}} atrium}} beats.\t\n",
    cards: [
      ["The _____ is a star.", "sun"],
      ["The sun is a _____.", "star"],
      ["_____ and _____ make purple.", "Red; blue"],
      ["_____ beats.", "The left atrium"],
      ["The _____ atrium beats.", "left"],
    ],
  },
  {
    name: "plain lines with dashes below a title",
    format: "list",
    text: "Cell biology\nnucleus - holds the DNA\nribosome - builds proteins - from amino acids\nvacuole - stores water\n",
    cards: [
      ["nucleus", "holds the DNA"],
      ["ribosome", "builds proteins - from amino acids"],
      ["vacuole", "stores water"],
    ],
  },
  {
    name: "numbered lines with equals signs",
    format: "markdown",
    text: "1. maison = house\n2. chien = dog\n3. chat = cat\nn'importe quoi\n",
    cards: [
      ["maison", "house"],
      ["chien", "dog"],
      ["chat", "cat"],
    ],
    problems: [["unread-text", 4]],
  },
  {
    name: "questions with their answers below, in blocks",
    format: "list",
    text: "What is the largest planet?\nJupiter\n\nWhat is the smallest planet?\nMercury\n",
    cards: [
      ["What is the largest planet?", "Jupiter"],
      ["What is the smallest planet?", "Mercury"],
    ],
  },
  {
    name: "numbered questions with their answers below",
    format: "list",
    text: "1. Capital of Italy?\nRome\n2. Capital of Spain?\nMadrid\n\n3. Capital of Norway?\nOslo\n",
    cards: [
      ["Capital of Italy?", "Rome"],
      ["Capital of Spain?", "Madrid"],
      ["Capital of Norway?", "Oslo"],
    ],
  },
  {
    name: "a Markdown list under a title and sections, with two separators",
    format: "markdown",
    text: "# Chemistry\n\n## Acids\n\n- **HCl**: hydrochloric acid\n- **H₂SO₄:** sulphuric acid\n\n## Bases\n\n* NaOH - caustic soda\n* lye\n",
    cards: [
      ["HCl", "hydrochloric acid"],
      ["H₂SO₄", "sulphuric acid"],
      ["NaOH", "caustic soda"],
    ],
    problems: [["wrong-columns", 11]],
  },
  {
    name: "a Markdown list with slashes",
    format: "markdown",
    text: "- What is 2 + 2? / 4\n- Capital of Peru? / Lima\n",
    cards: [
      ["What is 2 + 2?", "4"],
      ["Capital of Peru?", "Lima"],
    ],
  },
  {
    name: "a Markdown list with nested answers",
    format: "markdown",
    text: "- Primary colours\n  - red\n  - yellow\n  - blue\n- Noble gases\n  - helium\n  - neon\n",
    cards: [
      ["Primary colours", "- red\n- yellow\n- blue"],
      ["Noble gases", "- helium\n- neon"],
    ],
  },
  {
    name: "Q: and A: pairs",
    format: "markdown",
    text: "Q: Who wrote Faust?\nA: Goethe\n\n**Q:** Who wrote Emma?\n**A:** Jane Austen\n",
    cards: [
      ["Who wrote Faust?", "Goethe"],
      ["Who wrote Emma?", "Jane Austen"],
    ],
  },
  {
    name: "headings with bodies",
    format: "markdown",
    text: "# Weather\n\n## Cumulus\n\nA heap of *white* cloud.\n\n### Height\n\n- below 2 km\n\n## Cirrus\n\n```\n# not a heading\n```\n",
    cards: [
      ["Cumulus", "A heap of *white* cloud.\n\n### Height\n\n- below 2 km"],
      ["Cirrus", "```\n# not a heading\n```"],
    ],
  },
  {
    name: "a Markdown table",
    format: "markdown",
    text: "| Symbol | Element |\n|---|:---:|\n| Fe | iron |\n| Pb | lead |\n",
    cards: [
      ["Fe", "iron"],
      ["Pb", "lead"],
    ],
  },
  {
    name: "bold questions with a heading among them",
    format: "markdown",
    text: "**What is a verb? 👶**\n\nA doing word.<br>\n\n<br/>\n\n**Nouns ⭐️**\n\nNames.\n\n**What is an adverb? ⭐️**\n\nIt says `how`. ![x](https://example.org/x.png)\n\n**What is a clause? 🚀**\n\nAnswer here\n\n**What is a phrase? 🚀**\n\nWords.\n\n**Why? 🚀**\n\nBecause.\n",
    cards: [
      ["What is a verb?", "A doing word."],
      ["What is an adverb?", "It says `how`. x"],
      ["What is a phrase?", "Words."],
      ["Why?", "Because."],
    ],
    problems: [
      ["unread-text", 7],
      ["empty-back", 15],
    ],
  },
  {
    name: "a JSON array",
    format: "json",
    text: '[\n {"front": "a", "back": 1},\n {"front": "b"},\n {"question": "c", "answer": "d"},\n 7\n]',
    cards: [
      ["a", "1"],
      ["c", "d"],
    ],
    problems: [
      ["empty-back", 3],
      ["wrong-columns", 5],
    ],
  },
];

describe("a pasted deck", () => {
  it.each(PASTES)("is understood: $name", async ({ format, text, cards, problems = [] }) => {
    const deck = await parseDeck({ text });
    expect(deck.format).toBe(format);
    expect(deck.cards.map((card) => [card.front, card.back])).toEqual(cards);
    expect(deck.problems.map((problem) => [problem.code, problem.line])).toEqual(problems);
  });

  it.each(PASTES)("reads the same with Windows newlines: $name", async ({ text, cards }) => {
    const deck = await parseDeck({ text: text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n") });
    expect(deck.cards.map((card) => [card.front, card.back])).toEqual(cards);
  });

  it("takes its title from the text, else from the file's name", async () => {
    const text = "# Weather\n\n- rain: water\n- snow: ice\n";
    expect((await parseDeck({ name: "notes.md", text })).title).toBe("Weather");
    expect((await parseDeck({ name: "folder/My words.csv", text: "a,b\nc,d\n" })).title).toBe("My words");
    expect((await parseDeck({ text: "a\tb\n" })).title).toBeNull();
  });

  it("tags cards with the section they stand in", async () => {
    const deck = await parseDeck({
      text: "# Chemistry\n\n## Acids\n\n- HCl: hydrochloric acid\n- HF: hydrofluoric acid\n",
    });
    expect(deck.cards.map((card) => card.tags)).toEqual([["Acids"], ["Acids"]]);
  });
});

describe("what is wrong with a deck", () => {
  it.each([
    ["the same card twice", "a\tx\nb\ty\na\tx\n", "duplicate-card", 3, "remove-card"],
    ["equal fronts with different backs", "a\tx\nb\ty\na\tz\n", "equal-fronts", 3, "join-cards"],
    ["a back that is its front", "b\ty\nhotel\thotel\n", "back-restates-front", 2, "remove-card"],
  ])("names %s, with a mend", async (_, text, code, line, mend) => {
    const { problems } = await parseDeck({ text });
    expect(problems.map((problem) => [problem.code, problem.line, problem.mend?.kind])).toEqual([
      [code, line, mend],
    ]);
  });

  it("tells Co from CO: letters count as written", async () => {
    expect((await parseDeck({ text: "Co\tcobalt\nCO\tcarbon monoxide\n" })).problems).toEqual([]);
  });

  it("says which side of a card is too long, and keeps all of it", async () => {
    const long = "word ".repeat(3000).trim();
    const deck = await parseDeck({ text: `a\t${long}\nb\tshort\n` });
    expect(deck.problems.map((problem) => problem.code)).toEqual(["too-long"]);
    expect(deck.cards[0]?.back).toBe(long);
  });

  it("takes the first 5,000 cards of a larger deck and says so", async () => {
    const text = Array.from({ length: DECK_LIMITS.cards + 2 }, (_, at) => `term ${at}\tanswer ${at}`).join(
      "\n",
    );
    const deck = await parseDeck({ text });
    expect(deck.cards).toHaveLength(DECK_LIMITS.cards);
    expect(deck.problems.map((problem) => [problem.code, problem.line])).toEqual([["too-many-cards", 5001]]);
  });

  it("counts complaints beyond the first hundred of a kind", async () => {
    const text = Array.from({ length: 150 }, (_, at) => `same\tanswer ${at}`).join("\n");
    const { problems } = await parseDeck({ text });
    expect(problems).toHaveLength(DECK_LIMITS.problemsPerCode + 1);
    expect(problems.at(-1)?.message).toContain("49 more");
  });

  it.each([
    ["nothing", "", "no-cards"],
    ["white space", " \n\t\n ", "no-cards"],
    ["one word", "hello", "unknown-format"],
    ["a paragraph of prose", "It was a dark night. The rain fell, and fell.\nNobody came.", "unknown-format"],
    ["half a JSON file", '[{"front": "a", "back": "b"}, {"fr]', "damaged-file"],
  ])("answers %s with a reason and no cards", async (_, text, code) => {
    const deck = await parseDeck({ text });
    expect(deck.cards).toEqual([]);
    expect(deck.problems.map((problem) => problem.code)).toEqual([code]);
  });
});

describe("a file's bytes", () => {
  const table = "Straße;Größe\r\nMünchen;groß\r\nKöln;mittel\r\n";
  const expected = [
    ["Straße", "Größe"],
    ["München", "groß"],
    ["Köln", "mittel"],
  ];
  const utf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));

  it.each([
    ["UTF-8", new TextEncoder().encode(table), []],
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${table}`), []],
    ["UTF-16 with a mark", utf16(`\ufeff${table}`), []],
    ["UTF-16 without a mark", utf16(table), []],
    ["Windows-1252", new Uint8Array(Buffer.from(table, "latin1")), ["encoding"]],
  ])("are read as %s", async (_, bytes, problems) => {
    const deck = await parseDeck({ name: "orte.csv", bytes });
    expect(deck.cards.map((card) => [card.front, card.back])).toEqual(expected);
    expect(deck.problems.map((problem) => problem.code)).toEqual(problems);
  });

  it("are refused when they are no text", async () => {
    const deck = await parseDeck({ name: "x.bin", bytes: new Uint8Array(500).map((_, at) => at % 7) });
    expect(deck.problems.map((problem) => problem.code)).toEqual(["unknown-format"]);
  });

  it("are refused unread when there are too many", async () => {
    const deck = await parseDeck({ bytes: new Uint8Array(DECK_LIMITS.fileBytes + 1) });
    expect(deck.problems.map((problem) => problem.code)).toEqual(["file-too-large"]);
  });
});
