import { describe, expect, it } from "vitest";
import { groupItems, type Item, poolOf } from "./items";

const item = (at: number, topic: string): Item => ({
  question: `Question ${at}?`,
  correct: `right ${at}`,
  distractors: [`wrong ${at}`, "none of these"],
  topic,
});

describe("pools of items", () => {
  it("are a topic, or 100 items of a topic of more than 150, in order", () => {
    const sizes = (count: number) =>
      groupItems(Array.from({ length: count }, (_, at) => item(at, "topic"))).map(
        ({ items }) => items.length,
      );
    expect(sizes(150)).toEqual([150]);
    expect(sizes(151)).toEqual([100, 51]);
    expect(sizes(230)).toEqual([100, 100, 30]);
  });

  it("hold every answer of the topic once, without the item's own right ones", () => {
    const own: Item = { ...item(1, "topic"), alsoCorrect: ["right too"] };
    const [group] = groupItems([own, item(2, "topic"), item(3, "elsewhere")]);
    if (!group) throw new Error("there is a group");
    expect(poolOf(group, own)).toEqual(["none of these", "right 2", "wrong 1", "wrong 2"]);
  });

  it("do not change when the item's own distractors change places with another item's", () => {
    const one = item(1, "topic");
    const two = item(2, "topic");
    const swapped = [
      { ...one, distractors: two.distractors },
      { ...two, distractors: one.distractors },
    ];
    const poolOfFirst = (items: Item[]) => {
      const [group] = groupItems(items);
      return group && items[0] ? poolOf(group, items[0]) : [];
    };
    expect(poolOfFirst(swapped)).toEqual(poolOfFirst([one, two]));
  });
});
