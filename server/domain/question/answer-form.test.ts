import { describe, expect, it } from "vitest";
import { answerForm, areAlikeInForm, isWrittenForMachines } from "./answer-form";

describe("The form of an answer", () => {
  it.each([
    ["O(k log k)", "order"],
    ["tar -x boxes.tar", "command"],
    ["ls /home | wc", "command"],
    ["open_gate(3);", "code"],
    ["wins / (wins + losses)", "formula"],
    ["12 m (at low tide), 14 m in spring", "measure"],
    ["1848", "date"],
    ["Yes", "verdict"],
    ["apples, pears and plums", "list"],
    ["Using a rope and two pulleys", "means"],
    ["Recurring, seasonal winds of the coast", "phrase"],
    ["Put the seeds in warm sand", "instruction"],
    ["Because the ice is lighter", "reason"],
    ["When the tide turns", "condition"],
    ["Carries the water to the mill", "predicate"],
    ["It carries the water", "sentence"],
    ["A wall that holds a river back", "definition"],
    ["to plough the field", "infinitive"],
    ["water_level", "identifier"],
    ["harbour wall", "term"],
    ["", "term"],
  ])("of “%s” is %s", (text, form) => {
    expect(answerForm(text)).toBe(form);
  });

  it("sets a name beside a term, and no command beside a reason", () => {
    expect(areAlikeInForm("name", "term")).toBe(true);
    expect(areAlikeInForm("command", "reason")).toBe(false);
    expect(areAlikeInForm("predicate", "sentence")).toBe(false);
  });

  it("keeps the case of what machines read", () => {
    expect(isWrittenForMachines(answerForm("sort -r names.txt"))).toBe(true);
    expect(isWrittenForMachines(answerForm("sorted by name"))).toBe(false);
  });
});
