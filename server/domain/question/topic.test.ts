import { describe, expect, it } from "vitest";
import { topicOf } from "./topic";

describe("What a front is about", () => {
  it("defines no list of many things", () => {
    expect(topicOf("What are the secondary impacts of the flood?").term).toBeUndefined();
    expect(topicOf("What are the four seasons?")).toEqual({ name: "Four seasons" });
    expect(topicOf("What are seasons?").term).toBe("seasons");
    expect(topicOf("What is the water cycle?").term).toBe("the water cycle");
  });

  it.each([
    ["What is a skip list?", "Skip list"],
    ["What is special about TCP?", "TCP"],
    ["What is the structure of a windmill?", "Windmill"],
    ["What is feature selection?", "Feature selection"],
    ["What are the features of a mill?", "Mill"],
    ["What are the human causes of floods?", "Floods"],
    ["What was the outcome of Mill v. River Board?", "Mill v. River Board"],
    ["What are the steps involved in milling?", "Milling"],
    ["What is involved in the 3 way handshake?", "3 way handshake"],
    ["What is cement based on?", "Cement"],
    ["What is “cement”?", "Cement"],
    ["What's the difference between “mill” and “Mill”?", "“mill” and “Mill”"],
    ["How does a windmill work?", "Windmill"],
    ["How does a windmill generally treat its owner?", "Windmill"],
    ["How can the miller who used a broken stone sell flour?", undefined],
    ["What are the three marks for choosing if a stone is good?", undefined],
    ['How does the "fear of handling fire" change a mill?', undefined],
    ["How does the miller abstract the wind for a sail?", undefined],
    ["What were the consequences and key figures of the Great Flood?", "Great Flood"],
    ["Can you reflect the components of the mill regarding their weight?", "Mill"],
    ["What is in the hopper?", "Hopper"],
    ["What caused the Great Flood?", "Great Flood"],
    ["How can the harvest be done in one day?", "Harvest"],
  ])("%s", (front, name) => {
    expect(topicOf(front).name).toBe(name);
  });
});
