import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { matrix } from "./matrix";

type Row = { subject: string; reach: string; power: string };

function offered(rows: readonly Row[]): Map<string, string[]> {
  const back = rows
    .map(({ subject, reach, power }) => `### ${subject}\n- Reach: ${reach}\n- Power: ${power}`)
    .join("\n\n");
  const deck = studyDeck([{ id: "c", front: "Compare the mills.", back }]);
  const [card] = deck.cards;
  const made = card === undefined ? [] : [...matrix.propose(card, deck, createRandom(1))];
  return new Map(made.map(({ key, candidates }) => [key, candidates.map(({ text }) => text)]));
}

describe("An attribute of one of several subjects is asked for", () => {
  it("beside the same attribute of the others alone, where values are terse", () => {
    const found = offered([
      { subject: "Smock", reach: "2 miles", power: "wind" },
      { subject: "Tower", reach: "5 miles", power: "steam" },
      { subject: "Post", reach: "9 miles", power: "donkeys" },
    ]);
    expect(found.get("2 miles")).toEqual(["5 miles", "9 miles"]);
  });

  it("beside other attributes as well, where values are phrases", () => {
    const found = offered([
      {
        subject: "Smock",
        reach: "serves every farm along one river",
        power: "driven by gusts above the trees",
      },
      { subject: "Tower", reach: "feeds half a county in winter", power: "pushed along with boiling water" },
      { subject: "Post", reach: "helps whoever lives next door", power: "walked round through two donkeys" },
    ]);
    const beside = found.get("serves every farm along one river") ?? [];
    expect(beside.slice(0, 2)).toEqual(["feeds half a county in winter", "helps whoever lives next door"]);
    expect(beside.length).toBeGreaterThan(2);
  });

  it("not at all where no other subject's value of it could be wrong", () => {
    const found = offered([
      { subject: "Oak", reach: "grows on hills", power: "stands in storms" },
      { subject: "Post", reach: "made from oak beams", power: "drawn by mules" },
    ]);
    expect([...found.keys()]).not.toContain("grows on hills");
  });
});
