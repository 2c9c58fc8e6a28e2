import { describe, expect, it } from "vitest";
import { askAlike, askedFor, namesOfAsked } from "./asked";
import { topicOf } from "./topic";

const namesOf = (front: string) => namesOfAsked(askedFor(front, topicOf(front)));

describe("What a front asks for", () => {
  it.each([
    ["What is a glacier?", "definition"],
    ["How does a lock raise a ship?", "how"],
    ["Rivers: how do they meander?", "how"],
    ["In winter, why does the lake not freeze?", "why"],
    ["What is the purpose of a dam?", "why"],
    ["When should a field lie fallow?", "when"],
    ["Under what condition does milk turn sour?", "when"],
    ["Where do eels breed?", "where"],
    ["Who built the canal?", "who"],
    ["What does GMT stand for?", "name"],
    ["How many sides has a hexagon?", "measure:many"],
    ["How often does a hexagon turn?", "measure:often"],
    ["What is the time complexity of a search?", "measure:growth"],
    ["A dam makes what kind of lake?", "which:lake"],
    ["What are the main problems of a dam?", "which:disadvantage"],
    ["Name some algebra problems.", "which:algebra problem"],
    ["What is the difference between a fjord and a bay?", "comparison"],
    ["What happens when ice melts?", "effect"],
    ["Is basalt a rock?", "yes-no"],
    ["Write a letter to the council.", "how"],
    ["What are the advantages of a canal?", "which:advantage"],
    ["Which benefits has a canal, and what are the pros?", "which:advantage"],
    ["What is the capital of Peru?", "which:capital"],
    ["What is the tide table? What are the columns of it?", "definition"],
    ["What is crop rotation? When do we need it?", "definition"],
    ["What is part exchange?", "definition"],
    ["A miller has two stones. Why does one turn?", "why"],
    ["I have a mill. Can I sell it?", "yes-no"],
    ["What are the parts involved in a harvest?", "which:component"],
    ["Which river do salmon climb?", "which:river"],
  ])("“%s” asks for %s", (front, name) => {
    expect(namesOf(front)[0]).toBe(name);
  });

  it.each(["glacier", "das Haus", "The lake is _____ deep", ""])("“%s” does not say", (front) => {
    expect(namesOf(front)).toEqual([]);
  });

  it("is alike for two reasons, and not for a reason and a time", () => {
    expect(askAlike(namesOf("Why do leaves fall?"), namesOf("Why is the sea salt?"))).toBe(true);
    expect(askAlike(namesOf("Why do leaves fall?"), namesOf("When do leaves fall?"))).toBe(false);
  });

  it("is alike for things of one sort, by whatever noun they are called", () => {
    const [drawbacks, limits, parts] = ["drawbacks", "limitations", "parts"].map((noun) =>
      namesOf(`What are the ${noun} of a sail?`),
    );
    expect(askAlike(drawbacks ?? [], limits ?? [])).toBe(true);
    expect(askAlike(drawbacks ?? [], parts ?? [])).toBe(false);
  });
});
