import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { applyMend, ParsedDeck } from "@/contract/deck";
import { parseDeck } from "./parse-deck";

const page = readFileSync(new URL("./fixtures/brainscape-volcanoes.txt", import.meta.url), "utf8");
const parsed = await parseDeck({ text: page });
const back = (number: number) => parsed.cards[number - 1]?.back ?? "";

describe("a copied Brainscape page", () => {
  it("is recognised with its title and the count it declares", () => {
    expect(parsed).toMatchObject({
      format: "brainscape",
      title: "Unit 4: Volcanoes and Plate Tectonics",
      declaredCount: 7,
    });
    expect(parsed.cards).toHaveLength(6);
    expect(() => ParsedDeck.parse(parsed)).not.toThrow();
  });

  it("gives each card the line of its number", () => {
    const lines = page.split("\n");
    for (const card of parsed.cards) expect(lines[card.line - 1]).toBe(String(card.number));
  });

  it("names the missing card and the question that was cut off, and nothing else", () => {
    expect(parsed.problems.map(({ code, line, card }) => ({ code, line, card }))).toEqual([
      { code: "missing-cards", line: 3, card: null },
      { code: "front-cut-off", line: 147, card: 6 },
    ]);
    expect(parsed.problems[0]?.message).toContain("7 cards, and 6 were found: card 7 is missing");
  });

  it("completes the cut-off question from its back, and can put it back as pasted", () => {
    const full =
      "Explain how hot spots build chains of islands and why the oldest island lies farthest from the hot spot.";
    expect(parsed.cards[5]?.front).toBe(full);
    expect(back(6).startsWith("### Main Idea - A Moving Plate\n\n- **Hot spot**: Stays")).toBe(true);
    const problem = parsed.problems[1];
    if (!problem) throw new Error("the cut-off question was not reported");
    const undone = applyMend(parsed, problem);
    expect(undone.cards[5]?.front.endsWith("hot sp")).toBe(true);
    expect(undone.cards[5]?.back.startsWith(`${full}\n\nBack (Answer)`)).toBe(true);
    expect(undone.problems).toHaveLength(1);
    expect(parsed.cards[5]?.front).toBe(full);
  });

  it("leaves no rating footer in any back", () => {
    for (const card of parsed.cards) expect(card.back).not.toMatch(/How well did you|Not at all|Perfectly/);
    expect(back(5)).toBe("It is a belt of volcanoes round the Pacific: about 75 % of all active ones.");
  });

  it("turns headings, lists and label: value lines into Markdown", () => {
    expect(
      back(1),
    ).toBe(`Shield volcanoes grow from many thin flows of runny lava that travel far before they set.

### How They Form

- **Magma**: Hot basalt with little silica, so it flows easily
- **Eruption**: Gentle and frequent, mostly from cracks
- **Shape**: Broad dome with slopes of 2° to 10°

### Key Features

- **Size**: The largest volcanoes on Earth (e.g., Mauna Loa)
- **Hazard**: Lava destroys houses, but people can usually walk away

### Compared with Cones

Wider and flatter - a cone built of ash is steep and small`);
  });

  it("numbers an ordered list on where the copy began again at 1, with nested lists below its items", () => {
    expect(back(2)).toBe(`Three things decide how violent an eruption is:

1. **Silica Content (SiO₂)**
   - **Effect**: More silica makes magma thick
   - **Result**: Gas cannot escape, and pressure builds
2. **Dissolved Gas**
   - **Effect**: Gas expands as magma rises
   - **Examples**:
     - **Water**: the most common gas
     - **Carbon dioxide**: the second
   - **Measure**: Share of the mass in percent
3. **Water from Outside**
   - **Effect**: Turns into steam at once and shatters the rock

### Overall Effect

Together they tell a quiet flow from an explosion.

### Formula

E = ½mv² + p·V_gas`);
  });

  it("nests the lines below a label that stands alone in its block", () => {
    expect(back(4)).toBe(`### The Two Letters

- **P (primary)**: “Which wave comes first?”
  - Squeezes rock like a spring
  - **Example**: It passes through the liquid core
- **S (secondary)**: “Which wave comes second?”
  - Shakes rock from side to side
  - **Example**: It stops at the liquid core`);
  });
});

describe("other copies of the page", () => {
  const fronts = (deck: ParsedDeck) => deck.cards.map((card) => card.front);
  const same = (deck: ParsedDeck) =>
    expect({ fronts: fronts(deck), backs: deck.cards.map((card) => card.back) }).toEqual({
      fronts: fronts(parsed),
      backs: parsed.cards.map((card) => card.back),
    });

  it("reads the same with Windows newlines, a byte order mark and spaces at line ends", async () => {
    same(await parseDeck({ bytes: new TextEncoder().encode(`\ufeff${page.replaceAll("\n", "  \r\n")}`) }));
  });

  it("reads the same with the page's menu above and its footer below", async () => {
    const chrome = `Brainscape\nFind Flashcards\nLog in\nGet Started\n\n${page.trimEnd()}\nHow well did you know this?\n1\nNot at all\n2\n3\n4\n5\nPerfectly\n\nDecks in this class (12):\nUnit 1\nUnit 2\nAbout\nTerms\n`;
    const deck = await parseDeck({ text: chrome });
    same(deck);
    expect(deck.title).toBe("Unit 4: Volcanoes and Plate Tectonics");
    expect(deck.problems).toHaveLength(2);
  });

  it("takes off rating footers in other words", async () => {
    const german = page
      .replaceAll("How well did you know this?", "Wie gut wusstest du das?")
      .replaceAll("Not at all", "Gar nicht")
      .replaceAll("Perfectly", "Perfekt");
    same(await parseDeck({ text: german }));
  });

  it("names a card that is missing in the middle", async () => {
    const from = page.indexOf("\n3\nQ\n");
    const deck = await parseDeck({ text: page.slice(0, from) + page.slice(page.indexOf("\n4\nQ\n")) });
    expect(deck.cards).toHaveLength(5);
    expect(deck.problems[0]?.message).toContain("cards 3, 7 are missing");
  });

  it("says nothing about the count when it is right", async () => {
    const deck = await parseDeck({ text: page.replace("(7 cards)", "(6 cards)") });
    expect(deck.problems.map((problem) => problem.code)).toEqual(["front-cut-off"]);
  });

  it("keeps a lone Q or A inside a back, and numbers that are no scale", async () => {
    const deck = await parseDeck({
      text: "Letters Flashcards\n(1 card)\n1\nQ\n\nWhich vitamins dissolve in fat?\n\nA\n\nA\nD\nE\nK\n1\n2\nHow well did you know this?\n1\n2\n3\n4\n5\n",
    });
    expect(deck.cards[0]?.back).toBe("A\nD\nE\nK\n1\n2");
    expect(deck.problems).toEqual([]);
  });

  const single = (front: string, back: string) =>
    parseDeck({ text: `Plants Flashcards\n(1 card)\n1\nQ\n\n${front}\n\nA\n\n${back}\n` });

  it("completes a question cut inside a word though its author wrote no label", async () => {
    const deck = await single(
      "Why do the leaves of most trees turn yel",
      "Why do the leaves of most trees turn yellow?\nGreen is lost first.",
    );
    expect(deck.cards[0]).toMatchObject({
      front: "Why do the leaves of most trees turn yellow?",
      back: "Green is lost first.",
    });
    expect(deck.problems.map((problem) => problem.code)).toEqual(["front-cut-off"]);
  });

  it("takes no back for a repetition that only begins with the words of its front", async () => {
    const deck = await single(
      "Osmosis in the roots of plants",
      "Osmosis in the roots of plants: water enters.\n\nIt needs no energy.",
    );
    expect(deck.cards[0]?.front).toBe("Osmosis in the roots of plants");
    expect(deck.problems).toEqual([]);
  });

  it("offers to take a whole question out of its back, with the label below it", async () => {
    const deck = await single(
      "What do plants breathe in?",
      "What do plants breathe in?\n\nBack (Answer)\nCarbon dioxide and oxygen.",
    );
    const problem = deck.problems[0];
    expect(problem).toMatchObject({ code: "back-restates-front", mended: false });
    expect(problem && applyMend(deck, problem).cards[0]?.back).toBe("Carbon dioxide and oxygen.");
  });
});
