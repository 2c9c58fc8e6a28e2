import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { cloze, lastCloze } from "./cloze";
import type { KindRule } from "./kind";

/** The gaps of the first card, beside cards whose sentences lend their nouns. */
function gapsOf(back: string, rule: KindRule = lastCloze): string[] {
  const deck = studyDeck(
    [
      ["How is the harvest kept?", back],
      [
        "How is the harbour guarded?",
        "The lighthouse is near the harbour. The lantern of the keeper is bright.",
      ],
      ["How is the bakery heated?", "The furnace of the bakery is old. Its chimney is in the courtyard."],
    ].map(([front = "", text = ""], index) => ({ id: `c${index}`, front, back: text })),
  );
  const [card] = deck.cards;
  return card === undefined ? [] : [...rule.propose(card, deck, createRandom(1))].map((made) => made.key);
}

describe("A gap has one word that fills it", () => {
  it("asks for a rare noun", () => {
    expect(
      gapsOf("Farmers store the grain under the granary of the village. Nothing else is done there.")[0],
    ).toBe("granary");
  });

  it("prefers another word to one of an enumeration", () => {
    expect(
      gapsOf(
        "The village keeps the wheat, the granary, the barley, and the orchard behind the palisade of oak.",
      )[0],
    ).toBe("palisade");
  });

  it("does not leave a gap in a sentence that ends by pointing back", () => {
    expect(
      gapsOf("The granary of the village was built because of this.\nNothing else is done there at all."),
    ).toEqual([]);
  });

  it.each([
    [
      "an abbreviation beside its own words",
      "It reports the positive harvest value PHV of a year to all.",
      "PHV",
    ],
    ["an abbreviation in brackets behind its word", "They thresh (TH) by hand at the end of a summer.", "TH"],
    ["a verb before its object", "Walk through the orchard and harvest them before a storm.", "harvest"],
    ["a verb behind its subject", "They sell tools which harvest barley in the summer.", "harvest"],
    ["a verb behind “to”", "The farmers of the village have to harvest in the summer.", "harvest"],
    ["an order", "For more barley, harvest the fields of the monastery.", "harvest"],
    ["a verb before an article", "Then harvest the fields of the old monastery in autumn.", "harvest"],
    [
      "a word whose partner the sentence has",
      "The harvest goes from the sender to the receiver in a barge.",
      "sender",
    ],
    ["a name of a program", "The harvestTable of the village is in the church.", "harvestTable"],
    ["a verb", "Every autumn you harvest the fields of the old monastery.", "harvest"],
    [
      "a word that another one of the sentence tells",
      "The keeper is keeping the books of the village.",
      "keeper",
    ],
    [
      "a sign in brackets",
      "The yield of an orchard in the valley (orchard) is measured in sacks.",
      "orchard",
    ],
    ["a part of an expression", "The weight is the harvest / acre of the whole valley in a year.", "harvest"],
    ["a word of a command", "Run village --harvest granary before the winter of the year.", "winter"],
    ["one example of many", "Most farmers own a machine such as a thresher in the valley.", "thresher"],
    ["a word that others may stand for", "The price of barley or any other corn is fixed.", "barley"],
    ["the first of an enumeration", "People bring barley, oats, and rye to the market on Mondays.", "barley"],
  ])("never asks for %s", (_, back, word) => {
    expect(gapsOf(`${back}\nThe granary of the village is behind the church.`)).not.toContain(word);
  });

  it("gives every option its article where few words suit the one before the gap", () => {
    expect(
      gapsOf("Behind the church of the village stood an orchard of pears.\nNothing else is done.")[0],
    ).toBe("an orchard");
  });

  it("stands below the whole question after all that need it not", () => {
    const back =
      "All of it is threshed first, and then dried in the sun for some weeks.\nMice avoid the granary of the village.";
    expect(gapsOf(back, cloze)).toEqual([]);
    expect(gapsOf(back)[0]).toBe("granary");
  });
});
