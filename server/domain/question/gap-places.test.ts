import { describe, expect, it } from "vitest";
import { gapPlaces } from "./gap-places";
import { gapSentences } from "./gaps";
import { studyDeck } from "./study";

/** The faults of the gap for a word in a sentence of a deck that uses the word as a noun. */
function faultsOf(word: string, sentence: string): number | undefined {
  const deck = studyDeck([
    { id: "1", front: "How does a mill work?", back: sentence },
    { id: "2", front: "Stones", back: `The ${word} is here. Nobody sees the ${word} of it.` },
  ]);
  const [card] = deck.cards;
  const [found] = card === undefined ? [] : gapSentences(card);
  if (card === undefined || found === undefined) return undefined;
  return gapPlaces(found, "How does a mill work?", card, deck).find((place) => place.word === word)?.faults;
}

describe("A gap that only knowing fills", () => {
  it.each([
    [
      "asks for a word of the subject",
      "millstone",
      "Between the sails and the floor turns the millstone of the tower.",
      0,
    ],
    [
      "asks for no everyday word",
      "opportunity",
      "The wind gives the miller the opportunity of the whole day.",
      1,
    ],
    ["completes no set phrase", "granary", "The miller keeps the whole harvest of the year in granary.", 1],
    ["stands before no number", "quotient", "The number of the sails of a mill is a quotient of 2.", 1],
    [
      "is no partner of a word beside it",
      "runner",
      "The stones of a mill are called the bed and the runner.",
      1,
    ],
    [
      "stands before no other noun",
      "millstone",
      "On Mondays the miller cleans the millstone grooves of the tower.",
      1,
    ],
  ])("%s", (_, word, sentence, faults) => {
    expect(faultsOf(word, sentence)).toBe(faults);
  });

  it("does not complete what the deck says together more than once", () => {
    const twice =
      "Under the roof turns the quern stone.\nNobody sees the quern stone of it.\nThe stone is old.";
    const deck = studyDeck([{ id: "1", front: "How does a mill work?", back: twice }]);
    const [card] = deck.cards;
    const [sentence] = card === undefined ? [] : gapSentences(card);
    const places = card && sentence ? gapPlaces(sentence, "Mill", card, deck) : [];
    expect(places.map(({ word, faults }) => [word, faults])).toEqual([["stone", 2]]);
  });
});
