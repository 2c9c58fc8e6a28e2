import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanName, nameKey } from "./names";

describe("nicknames", () => {
  it.each([
    ["  Ada   Lovelace ", "Ada Lovelace"],
    ["Ｗｉｄｅ", "Wide"],
    ["A\u202Eda", "Ada"],
    ["A\u200Bda", "Ada"],
    ["👩‍🔬 Ada", "👩‍🔬 Ada"],
    ["小明", "小明"],
    ["Zoë\n", "Zoë"],
    ["<b>Ada</b>", "<b>Ada</b>"],
  ])("%j is shown as %j", (raw, name) => {
    expect(cleanName(raw)).toEqual({ ok: true, name });
  });

  it.each([
    ["", "name-empty"],
    [" \u200B\u202E ", "name-empty"],
    ["---", "name-empty"],
    ["x".repeat(21), "name-too-long"],
  ])("%j is refused: %s", (raw, code) => {
    expect(cleanName(raw)).toEqual({ ok: false, code });
  });

  it("cuts a tower of combining marks", () => {
    const cleaned = cleanName(`Z${"\u0324".repeat(60)}`);
    expect(cleaned.ok && cleaned.name.length).toBeLessThan(6);
  });

  it("counts what a person sees as one letter as one", () => {
    expect(cleanName("👩‍👩‍👧‍👦".repeat(20)).ok).toBe(true);
    expect(cleanName("👩‍👩‍👧‍👦".repeat(21)).ok).toBe(false);
  });

  it("never throws, is stable, and leaves no control or bidi character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (raw) => {
        const once = cleanName(raw);
        if (!once.ok) return;
        expect(once.name).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B]/u);
        expect(cleanName(once.name)).toEqual(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it("two names that look the same have one key", () => {
    expect(nameKey("Zoë M")).toBe(nameKey("zoe m"));
    expect(nameKey("Ann")).not.toBe(nameKey("Anne"));
  });
});
