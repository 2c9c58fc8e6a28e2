import { describe, expect, it } from "vitest";
import { withoutSharedSubject } from "./hidden-subject";

describe("A subject that the question names", () => {
  it.each([
    ["Why are oak racks used?", "Oak racks do not rot in the rain", "They do not rot in the rain"],
    [
      "Can we use wet grinding for rye?",
      "Wet grinding does not keep the bran whole",
      "It does not keep the bran whole",
    ],
    ["How are sails kept?", "Sails can be rolled up in the loft", "They can be rolled up in the loft"],
    ["What does a lathe mean to a miller?", "It means that the shaft is round", "The shaft is round"],
    ["What is a lathe?", "A lathe means a turning bench", "A turning bench"],
    ["What does a mill race measure?", "A mill race measures the flow", "It measures the flow"],
  ])("is not said again (%s)", (question, sentence, shown) => {
    expect(withoutSharedSubject(question, sentence)).toBe(shown);
  });

  it.each([
    ["Why are oak racks used?", "The dry wood of oak racks does not rot"],
    ["How do mills differ from presses?", "Mills use stones that turn"],
    ["How do mills work?", "Mills use stones while presses use screws"],
    ["How do smiths find cracks?", "If there is a crack, iron sounds dull"],
  ])("stays where it says more or tells two things apart (%s)", (question, sentence) => {
    expect(withoutSharedSubject(question, sentence)).toBe(sentence);
  });
});
