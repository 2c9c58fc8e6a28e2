import { describe, expect, it } from "vitest";
import { isAbout, mayAnswerToo } from "./also-right";
import { lookOf } from "./look";
import { studyDeck } from "./study";

describe("What one card says may answer another front too", () => {
  const reply = "The grain is dried on racks of oak in the wind";
  const asked = "How is the grain of the valley dried?";
  it.each([
    ["asks nearly the same", "How is the grain of the long valley dried?", "In the sun.", true],
    ["asks no less and is as near", "How is dried grain kept?", "In sacks.", true],
    ["has a word of it that its own front has not", "What are racks for?", "For bread.", true],
    ["is answered by much the same", "How is hay kept?", "On racks in the wind, of oak.", true],
    [
      "asks for something else of the same thing",
      "Why is the grain of the valley sold in spring?",
      "For seed.",
      false,
    ],
    ["asks for something else", "How does a lock raise a ship?", "By water.", false],
  ])("where that %s", (_, front, back, may) => {
    const [card, other] = studyDeck([
      { id: "1", front: asked, back: reply },
      { id: "2", front, back },
    ]).cards;
    expect(card && other && mayAnswerToo(reply, card, other)).toBe(may);
  });
});

describe("What names the subject of a front may be true of it", () => {
  it.each([
    ["What is a drawback of oak racks?", "Oak racks are heavy in the rain", true],
    ["What is a drawback of oak racks?", "Racks are heavy in the rain", false],
    ["How do we keep grain dry?", "Dry racks are of oak", true],
    ["How do we keep grain dry?", "On racks of oak it is dry", false],
  ])("%s %s", (front, text, is) => {
    const [card] = studyDeck([{ id: "1", front, back: "Nothing." }]).cards;
    const entry = { text, card: 1, source: "", frames: [], tags: [], asked: [] };
    expect(card && isAbout(card, { ...entry, look: lookOf(text, card) })).toBe(is);
  });
});
