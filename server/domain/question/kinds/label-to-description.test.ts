import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { labelToDescription } from "./label-to-description";

const STRANGERS: [string, string][] = [
  [
    "Lighthouse",
    "### Parts\n- Lantern: burns oil all night\n- Gallery: lets keepers walk outside\n- Staircase: leads upward in circles",
  ],
  [
    "Bakery",
    "### Parts\n- Oven: heats dough until brown\n- Shelf: carries loaves for sale\n- Trough: holds flour and water",
  ],
];

function offeredFor(section: string, lines: string): { key: string; candidates: string[] } | undefined {
  const rows: [string, string][] = [["Windmill", `### ${section}\n${lines}`], ...STRANGERS];
  const deck = studyDeck(rows.map(([front, back], index) => ({ id: `c${index}`, front, back })));
  const [card] = deck.cards;
  const [made] = card === undefined ? [] : [...labelToDescription.propose(card, deck, createRandom(1))];
  return made && { key: made.key, candidates: made.candidates.map(({ text }) => text) };
}

describe("A label is asked for what the card says of it", () => {
  const lines = [
    "- Sails: catch every breeze",
    "- Axle: turns great wheels",
    "- Hopper: feeds grain slowly",
    "- Brake: stops motion in storms",
  ].join("\n");

  it("beside its siblings where the section names parts", () => {
    expect(offeredFor("Anatomy", lines)?.candidates).toEqual([
      "Turns great wheels",
      "Feeds grain slowly",
      "Stops motion in storms",
    ]);
  });

  it("beside strangers where the section praises, for one merit is often said of the next", () => {
    const { candidates = [] } = offeredFor("Benefits", lines) ?? {};
    expect(candidates).toContain("Burns oil all night");
    expect(candidates).not.toContain("Turns great wheels");
  });

  it("never beside what the rest of its own line says", () => {
    const long =
      "- Sails: catch every breeze that comes over the hill. They lead upward in circles like a staircase that turns round and round and round until dusk.";
    const { key, candidates = [] } = offeredFor("Anatomy", `${long}\n- Axle: turns great wheels`) ?? {};
    expect(key).toBe("Catch every breeze that comes over the hill");
    expect(candidates).not.toContain("Leads upward in circles");
  });

  it("keeps siblings that differ in their figures alone", () => {
    const { candidates = [] } =
      offeredFor(
        "Anatomy",
        [
          "- Low gear: when lever is 0 and wheel is 0",
          "- Middle gear: when lever is 0 and wheel is 1",
          "- High gear: when lever is 1 and wheel is 1",
        ].join("\n"),
      ) ?? {};
    expect(candidates).toContain("When lever is 1 and wheel is 1");
  });

  it("beside the card's other lists where its own is short", () => {
    const { candidates = [] } =
      offeredFor("Anatomy", "- Sails: catch every breeze\n\n### Crew\n- Miller: owns the hill") ?? {};
    expect(candidates[0]).toBe("Owns the hill");
  });

  it("and marked as told where its words are the theme of the one card", () => {
    const theme =
      "\n\n### Weather\nEvery breeze is welcome. No breeze is no bread.\n\nA breeze at night is wasted.";
    const flagsFor = (back: string) => {
      const rows: [string, string][] = [["Windmill", back], ...STRANGERS];
      const deck = studyDeck(rows.map(([front, text], index) => ({ id: `c${index}`, front, back: text })));
      const [card] = deck.cards;
      return card && [...labelToDescription.propose(card, deck, createRandom(1))][0]?.flags;
    };
    expect(flagsFor("- Sails: catch every breeze")).not.toContain("guessable");
    expect(flagsFor(`- Sails: catch every breeze${theme}`)).toContain("guessable");
  });

  it("in options that all begin alike", () => {
    const { key } = offeredFor("Anatomy", "- Sails: catch every breeze") ?? {};
    expect(key).toBe("Catch every breeze");
  });
});
