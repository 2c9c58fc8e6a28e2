import { describe, expect, it } from "vitest";
import { gerund, past, thirdPerson } from "./verb-forms";

describe("Forms of a verb", () => {
  it.each([
    ["reduce", "reduces", "reduced", "reducing"],
    ["copy", "copies", "copied", "copying"],
    ["suppress", "suppresses", "suppressed", "suppressing"],
    ["repel", "repels", "repelled", "repelling"],
    ["split", "splits", "split", "splitting"],
    ["stop", "stops", "stopped", "stopping"],
    ["free", "frees", "freed", "freeing"],
    ["hide", "hides", "hidden", "hiding"],
    ["open", "opens", "opened", "opening"],
  ])("%s: %s, %s, %s", (verb, third, participle, going) => {
    expect([thirdPerson(verb), past(verb), gerund(verb)]).toEqual([third, participle, going]);
  });

  it.each([
    ["choose", "choosing"],
    ["see", "seeing"],
    ["tie", "tying"],
    ["stop", "stopping"],
    ["fix", "fixing"],
    ["submit", "submitting"],
    ["interpret", "interpreting"],
  ])("has %s as %s", (verb, form) => {
    expect(gerund(verb)).toBe(form);
  });
});
