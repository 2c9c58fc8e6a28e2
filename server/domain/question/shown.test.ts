import { describe, expect, it } from "vitest";
import { HONEST_SHARES } from "#server/domain/distractors/shares";
import type { QuestionKind } from "@/contract/question";
import type { Made } from "./shown";
import { shownOf } from "./shown";
import { studyDeck } from "./study";

const [TERSE, LONG] = studyDeck([
  { id: "terse", front: "Who built the mill?", back: "Adam" },
  { id: "long", front: "How does a mill work?", back: "The wind turns the sails and they turn the stone." },
]).cards;

function made(...flags: string[]): Made {
  const question = {
    id: flags.join(" "),
    card: "c",
    kind: "label-to-description" as QuestionKind,
    prompt: "",
    options: [],
    evidence: "",
    flags,
    rejected: [],
  };
  return { question, hits: HONEST_SHARES };
}

describe("Of the questions that a card gives", () => {
  it.each([
    ["all that nothing tells", [[], ["two-distractors"]], [[], ["two-distractors"]]],
    ["none that is told beside one that is not", [["echo"], []], [[]]],
    ["none that stands out beside an even one", [["key-longest"], []], [[]]],
    ["none about everyday words beside another", [["everyday"], []], [[]]],
    ["none that a word of its own points at beside another", [["hinted"], []], [[]]],
    ["no abbreviation among others beside another", [["abbreviation"], []], [[]]],
    ["no gap that one word alone fits where there is another", [["only-fit"], ["everyday"]], [["everyday"]]],
    [
      "one about everyday words where there is no other",
      [["everyday"], ["everyday", "condensed"]],
      [["everyday"]],
    ],
    ["a told one where there is no other", [["echo", "guessable"], ["guessable"]], [["guessable"]]],
    ["the least told one", [["echo"], ["guessable"], ["only-fit"]], [["only-fit"]]],
    ["none of a longer answer that is told twice over", [["echo", "guessable"]], []],
  ])("are asked %s", (_, given, asked) => {
    if (LONG === undefined) throw new Error("no card");
    const shown = shownOf(
      given.map((flags) => made(...flags)),
      LONG,
    );
    expect(shown.map(({ question }) => question.flags)).toEqual(asked);
  });

  it("is asked a whole question rather than a sentence where both are told", () => {
    const turned = made("guessable", "condensed");
    turned.question.kind = "back-to-front";
    const given = [made("guessable"), turned];
    expect(LONG && shownOf(given, LONG)).toEqual([turned]);
    expect(TERSE && shownOf(given, TERSE)).toEqual(given.slice(0, 1));
  });

  it("is asked a terse answer that is told twice over, for it is worth practising", () => {
    if (TERSE === undefined) throw new Error("no card");
    expect(shownOf([made("echo", "guessable")], TERSE)).toHaveLength(1);
  });
});
