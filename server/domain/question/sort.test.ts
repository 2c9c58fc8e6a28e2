import { describe, expect, it } from "vitest";
import { isOnlyOfItsSort } from "./sort";

describe("A key is told by its sort where no other option is of it", () => {
  it.each([
    ["Limitation", "Cannot turn in a calm", ["Built of oak", "Stands on a hill"], true],
    ["Limitation", "Cannot turn in a calm", ["Too heavy to move", "Stands on a hill"], false],
    ["Limitation", "Cannot turn in a calm", ["Built of massive oak", "Stands on a hill"], true],
    ["Sails", "Cannot turn in a calm", ["Built of oak", "Stands on a hill"], false],
    ["Too heavy to move", "Main problem", ["Sails", "Brake"], true],
    ["Too heavy to move", "Main problem", ["Risk of fire", "Brake"], false],
    ["Training cost", "Counted in days", ["Built of oak", "Stands on a hill"], true],
    ["Evolution", "From one sail to four", ["Built of oak", "Stands on a hill"], true],
    ["More grain, but more noise", "Trade-off", ["Sails", "Brake"], true],
    ["Millers", "Adam, Eve, Abel", ["Built of oak", "Stands on a hill"], true],
    ["Millers", "Adam, Eve, Abel", ["Oats, barley", "Stands on a hill"], false],
    ["Hopper", "Where does the grain go?", ["Built of oak", "Stands on a hill"], true],
    ["Sails", "Wind = power", ["Built of oak", "Stands on a hill"], true],
  ])("%s → %s beside %j: %s", (asked, key, wrong, is) => {
    expect(isOnlyOfItsSort(asked, key, wrong)).toBe(is);
  });
});
