import { describe, expect, it } from "vitest";
import { createDistractors } from "#server/domain/distractors/choose";
import type { Card } from "@/contract/question";
import { generate } from "./generate";

const distractors = createDistractors();

function deckOf(rows: readonly (readonly [string, string])[]): Card[] {
  return rows.map(([front, back], index) => ({ id: `c${index}`, front, back }));
}

const CAPITALS = deckOf([
  ["Portugal", "Lisbon"],
  ["Spain", "Madrid"],
  ["France", "Paris"],
  ["Italy", "Rome"],
  ["Austria", "Vienna"],
  ["Poland", "Warsaw"],
]);

describe("A deck becomes questions", () => {
  it("asks every capital with its own city as the one right option", () => {
    const { questions, skipped } = generate(CAPITALS, { distractors, seed: 1 });
    expect(skipped).toEqual([]);
    for (const card of CAPITALS) {
      const asked = questions.find(
        (question) => question.card === card.id && question.kind === "front-to-back",
      );
      expect(asked?.options.filter((option) => option.correct).map((option) => option.text)).toEqual([
        card.back,
      ]);
      expect(asked?.options.length).toBe(4);
    }
  });

  it.each([3, 4, 5])("asks every card of a deck of %i", (size) => {
    const { questions, skipped } = generate(CAPITALS.slice(0, size), { distractors, seed: 1 });
    expect(skipped).toEqual([]);
    expect(new Set(questions.map(({ card }) => card)).size).toBe(size);
    for (const { options } of questions) expect(options.length).toBe(Math.min(size, 4));
  });

  it("gives the same bytes for the same seed, and keeps the ids under another", () => {
    const one = generate(CAPITALS, { distractors, seed: 5 });
    expect(JSON.stringify(generate(CAPITALS, { distractors, seed: 5 }))).toBe(JSON.stringify(one));
    const other = generate(CAPITALS, { distractors, seed: 6 });
    expect(other.questions.map((question) => question.id)).toEqual(
      one.questions.map((question) => question.id),
    );
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(one));
  });

  it("keeps a card's ids when another card is added to the deck", () => {
    const before = generate(CAPITALS, { distractors, seed: 1 }).questions.map((question) => question.id);
    const grown = [...CAPITALS, { id: "new", front: "Norway", back: "Oslo" }];
    const after = generate(grown, { distractors, seed: 1 }).questions.map((question) => question.id);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it("tells two equal cards apart", () => {
    const { questions } = generate([...CAPITALS, { id: "twin", front: "Spain", back: "Madrid" }], {
      distractors,
      seed: 1,
    });
    const ids = questions.map((question) => question.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("never shows as wrong what an equal front answers elsewhere", () => {
    const twins = [...CAPITALS, { id: "twin", front: "Spain", back: "Toledo" }];
    for (let seed = 1; seed <= 20; seed++) {
      const { questions } = generate(twins, { distractors, seed });
      const spain = questions.filter((question) => question.prompt === "Spain");
      for (const question of spain) {
        const wrong = question.options.filter((option) => !option.correct).map((option) => option.text);
        expect(wrong).not.toContain("Madrid");
        expect(wrong).not.toContain("Toledo");
      }
    }
  });

  it("never asks for what does not belong where its form says so", () => {
    const deck = deckOf([
      ["What are the tools of a smith?", "- hammer\n- tongs\n- anvil\n- bellows"],
      [
        "What does a lighthouse do at night?",
        "- It warns the ships (by a lantern, 40 m high) of rocks.\n- It burns oil (2 l an hour) until the sun rises.",
      ],
      [
        "What do harbours need at low tide?",
        "- They need a deep canal (8 m or more) for the ferries.\n- They need a man (a pilot) who knows the stones.",
      ],
    ]);
    for (let seed = 1; seed <= 20; seed++) {
      for (const { kind, flags } of generate(deck, { distractors, seed }).questions)
        if (kind === "not-true-of") expect(flags).toEqual(["negative"]);
    }
  });

  it("says why a card has no question", () => {
    const { questions, skipped } = generate(
      deckOf([
        ["Can pigs fly?", "No"],
        ["A", ""],
        ["B", "C"],
      ]),
      { distractors, seed: 1 },
    );
    expect(questions).toEqual([]);
    expect(skipped.map((one) => one.card)).toEqual(["c0", "c1", "c2"]);
    expect(skipped[0]?.reason).toMatch(/yes or no/);
    expect(skipped[1]?.reason).toMatch(/empty/);
  });

  it("offers a name and its plural as one option only", () => {
    const deck = deckOf([
      ["Which net reads pictures?", "Lattice"],
      ["Which net reads words?", "Mesh"],
      ["Which net reads sounds?", "Web"],
      ["Which nets read noise?", "Webs"],
      ["Which net reads films?", "Grid"],
    ]);
    for (let seed = 1; seed <= 20; seed++) {
      for (const question of generate(deck, { distractors, seed }).questions) {
        const texts = question.options.map((option) => option.text);
        if (texts.includes("Web")) expect(texts).not.toContain("Webs");
      }
    }
  });

  it("asks for another word of a card where its prompt points to the first", () => {
    const deck = deckOf([
      [
        "Why does the miller keep the brake of oak in his mill?",
        "Storms are bad, and the brake reduces the speed of the sails.\nUnder the roof of the village stands the granary of the miller.",
      ],
      [
        "How is the harbour guarded?",
        "The lighthouse is near the harbour. The lantern of the keeper is bright.",
      ],
      ["How is the bakery heated?", "The furnace of the bakery is old. Its chimney is in the courtyard."],
    ]);
    const gapsWith = (flags: string[]) =>
      generate(deck, {
        seed: 1,
        distractors: (request) => {
          const choice = distractors(request);
          return { ...choice, flags: [...choice.flags, ...(request.row === true ? flags : [])] };
        },
      }).questions.flatMap(({ card, kind, options }) =>
        card === "c0" && kind === "cloze"
          ? options.flatMap(({ text, correct }) => (correct ? text : []))
          : [],
      );
    expect(gapsWith([])).toEqual(["reduces"]);
    expect(gapsWith(["hinted"])).toEqual(["granary"]);
  });

  it("takes a back that only asks again for no answer", () => {
    const deck = deckOf([
      ["Write a function that reverses a list.", "How would you do it?"],
      ...CAPITALS.map((card): [string, string] => [card.front, card.back]),
    ]);
    const { questions, skipped } = generate(deck, { distractors, seed: 1 });
    expect(skipped.map((one) => one.card)).toEqual(["c0"]);
    expect(questions.flatMap((question) => question.options.map((option) => option.text))).not.toContain(
      "How would you do it?",
    );
  });
});
