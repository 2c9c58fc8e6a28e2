import { describe, expect, it } from "vitest";
import { studyDeck } from "../study";
import { ask, gapPrompt, heading, isTitle, quoted, under } from "./prompt";

const DECK = studyDeck([
  {
    id: "lake",
    front: "What are the largest lakes of the country and how deep are they?",
    back: "- Blue lake: hundreds of metres (north basin: 310, south basin: 240)",
  },
  { id: "hill", front: "Which hills lie to the west of the old town?", back: "The green hills." },
]);

function cardOf(place: number) {
  const card = DECK.cards[place];
  if (card === undefined) throw new Error(`no card at ${place}`);
  return card;
}

describe("A prompt reads as a teacher would say it", () => {
  it.each([
    ["plain words", "“plain words”"],
    ["stop it from “cheating” early", "“stop it from ‘cheating’ early”"],
    ['stop it from "cheating" early', "“stop it from ‘cheating’ early”"],
    ["“What am I looking for?”", "“What am I looking for?”"],
    ["“one” and “two”", "“‘one’ and ‘two’”"],
  ])("quotes %s as %s", (text, said) => {
    expect(quoted(text)).toBe(said);
  });

  it("goes on after a name with a dot, after a question with the heading in words", () => {
    expect(under("Lakes", "Depth", DECK)).toBe("Lakes · Depth");
    expect(under("How deep are lakes?", "North", DECK)).toBe("How deep are lakes? Under “North”");
    expect(under("How deep are lakes? Under “North”", "Depth", DECK)).toBe(
      "How deep are lakes? Under “North · Depth”",
    );
    expect(ask("How deep are lakes? Under “North”", "which is true?")).toBe(
      "How deep are lakes? Under “North”: which is true?",
    );
  });

  it("asks for what is missing from a labelled value instead of reading it as a sentence", () => {
    const sentence = { text: "Blue lake: hundreds of metres (north basin: 310)", section: "", opens: true };
    const gapped = "Blue lake: hundreds of metres (north basin: _____)";
    const prompt = gapPrompt(cardOf(0), sentence, gapped, DECK, "number");
    expect(prompt).toMatch(
      / · Blue lake: which number is missing in “hundreds of metres \(north basin: _____\)”\?$/,
    );
  });

  it("takes no sentence and no formula for a title", () => {
    expect(isTitle("Key limitations")).toBe(true);
    expect(isTitle("Errors are independent and all of them come from one normal distribution")).toBe(false);
    expect(isTitle("y = a + bx")).toBe(false);
    expect(isTitle("To mend a sail, run")).toBe(false);
    expect(isTitle("The main worries of millers included")).toBe(false);
    expect(isTitle("Millers look whether a sail")).toBe(false);
  });

  it("asks for the year of a line whose label has it, instead of reading the line with a gap", () => {
    const ask = (gapped: string) =>
      gapPrompt(cardOf(1), { text: gapped, section: "", opens: true }, gapped, DECK, "year");
    expect(ask("Great mill (_____): burnt down")).toMatch(
      /[Ww]hich year is missing in “Great mill \(_____\): burnt down”\?$/,
    );
    expect(ask("_____: The great mill burnt down")).toMatch(
      /[Ww]hich year goes with “The great mill burnt down”\?$/,
    );
  });

  it("asks for no word of a line that does not say what it is about", () => {
    const ask = (gapped: string) =>
      gapPrompt(cardOf(1), { text: gapped, section: "", opens: false }, gapped, DECK, "word");
    expect(ask("_____ — one of many on the river")).toBeUndefined();
    expect(ask("Threats: the wind tears the _____")).toBeUndefined();
  });

  it("heads a line with its section alone where that names the subject", () => {
    const lines = "- Sails: catch the wind\n- Axle: turns the stone";
    const deck = studyDeck([
      { id: "a", front: "What are windmills?", back: `### Windmill repair\n${lines}` },
      { id: "b", front: "What are boats?", back: `### Parts\n${lines}` },
      { id: "c", front: "What are trains?", back: `### vs ships\n${lines}` },
      { id: "d", front: "What is the great mill?", back: `### Mill\n${lines}` },
    ]);
    expect(deck.cards.map((card) => card.facts[0] && heading(card, card.facts[0], deck))).toEqual([
      "Windmill repair",
      "Boats · Parts",
      "Trains vs ships",
      "Great mill",
    ]);
  });

  it("leaves a whole sentence as it is", () => {
    const sentence = { text: "The green hills rise above the old harbour.", section: "", opens: true };
    const prompt = gapPrompt(cardOf(1), sentence, "The green hills rise above the old _____.", DECK, "word");
    expect(prompt).toMatch(/The green hills rise above the old _____\.$/);
  });
});
