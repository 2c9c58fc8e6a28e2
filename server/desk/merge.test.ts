import { describe, expect, it } from "vitest";
import type { Question } from "@/contract/question";
import { mergeQuestions, type StoredQuestion } from "./merge";

const HASH = "text now";

const question = (id: string, wrong: string[] = ["b", "c", "d"], prompt = `Ask ${id}`): Question => ({
  id,
  card: "card",
  kind: "front-to-back",
  prompt,
  evidence: "",
  flags: [],
  rejected: [],
  options: ["a", ...wrong].map((text, index) => ({
    text,
    correct: index === 0,
    source: "",
    origin: index === 0 ? "key" : "deck",
    score: 0,
  })),
});

const stored = (of: Question, position: number, more: Partial<StoredQuestion> = {}): StoredQuestion => ({
  id: `row ${of.id}`,
  key: of.id,
  kind: of.kind,
  prompt: of.prompt,
  position,
  pinned: false,
  edited: false,
  active: true,
  cardHash: HASH,
  options: of.options.map(({ text, correct }, index) => ({
    id: `${of.id} ${text}`,
    position: index,
    text,
    correct,
    state: "active",
  })),
  ...more,
});

const nothing = { remove: [], create: [], update: [], move: [] };

describe("making the questions of a card again", () => {
  it("writes nothing when nothing has changed", () => {
    const [one, two] = [question("1"), question("2")];
    expect(mergeQuestions([stored(one, 0), stored(two, 1)], [one, two], HASH, [])).toEqual(nothing);
  });

  it("adds what is new and removes what is made no longer", () => {
    const merge = mergeQuestions([stored(question("old"), 0)], [question("new")], HASH, []);
    expect(merge.remove).toEqual(["row old"]);
    expect(merge.create).toEqual([{ question: question("new"), position: 0, active: true }]);
  });

  it("keeps the counts of options whose wording stays", () => {
    const now = question("1", ["b", "x", "d"]);
    const merge = mergeQuestions([stored(question("1"), 0)], [now], HASH, []);
    expect(merge.update).toMatchObject([
      {
        id: "row 1",
        removeOptions: ["1 c"],
        moveOptions: [],
        createOptions: [{ position: 2, option: { text: "x" } }],
      },
    ]);
  });

  it("brings an option back with its counts where it is made again", () => {
    const now = stored(question("1"), 0);
    const gone = { id: "1 x", position: 1, text: "x", correct: false, state: "replaced" };
    const row = { ...now, options: [...now.options, gone] };
    expect(mergeQuestions([row], [question("1")], HASH, [])).toEqual(nothing);
    expect(mergeQuestions([row], [question("1", ["x", "c", "d"])], HASH, []).update).toMatchObject([
      { removeOptions: ["1 b"], moveOptions: [{ id: "1 x", position: 1 }], createOptions: [] },
    ]);
  });

  it("moves an option that only changed its place", () => {
    const merge = mergeQuestions([stored(question("1"), 0)], [question("1", ["c", "b", "d"])], HASH, []);
    expect(merge.update[0]?.moveOptions).toEqual([
      { id: "1 c", position: 1 },
      { id: "1 b", position: 2 },
    ]);
    expect(merge.update[0]?.createOptions).toEqual([]);
  });

  it.each(["pinned", "edited"] as const)("leaves a question alone that is %s", (mark) => {
    const mine = stored(question("1", ["my own"]), 0, { [mark]: true });
    expect(mergeQuestions([mine], [question("1")], HASH, [])).toEqual(nothing);
  });

  it("keeps the teacher's question when the card's text has changed, after the new ones", () => {
    const mine = stored(question("old key"), 0, { edited: true, cardHash: "text before" });
    const merge = mergeQuestions([mine], [question("new key")], HASH, []);
    expect(merge.remove).toEqual([]);
    expect(merge.create.map((made) => made.question.id)).toEqual(["new key"]);
    expect(merge.move).toEqual([{ id: "row old key", position: 1 }]);
  });

  it("leaves off what was turned off, also under a new key with the same prompt", () => {
    const off = stored(question("old key", ["b", "c", "d"], "Same prompt"), 0, { active: false });
    const merge = mergeQuestions([off], [question("new key", ["b", "c", "d"], "Same prompt")], HASH, []);
    expect(merge.create).toMatchObject([{ active: false }]);
  });

  it("leaves kinds out that are off, but not what the teacher pinned of them", () => {
    const pinned = stored(question("1"), 0, { pinned: true });
    const merge = mergeQuestions([pinned, stored(question("2"), 1)], [question("1"), question("2")], HASH, [
      "front-to-back",
    ]);
    expect(merge).toEqual({ ...nothing, remove: ["row 2"] });
  });

  it("notes the card's new text on a question that came out the same", () => {
    const merge = mergeQuestions(
      [stored(question("1"), 0, { cardHash: "text before" })],
      [question("1")],
      HASH,
      [],
    );
    expect(merge.update.map((update) => update.id)).toEqual(["row 1"]);
  });
});
