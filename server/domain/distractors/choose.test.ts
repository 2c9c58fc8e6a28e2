import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadVectors } from "#server/vectors/load";
import { MAX_OPTION_CHARS } from "@/contract/question";
import { createRandom } from "../random";
import { createDistractors } from "./choose";
import { equivalence } from "./guards/equivalent";
import { readingOf } from "./guards/reading";
import { lengthOf } from "./text";
import type { DistractorRequest } from "./types";

const choose = createDistractors();

const request = (key: string, texts: readonly string[], more: Partial<DistractorRequest> = {}) => ({
  prompt: "Which of these is it?",
  key,
  alsoCorrect: [],
  candidates: texts.map((text) => ({ text, origin: "deck" as const, source: "another card" })),
  language: "eng",
  random: createRandom(1),
  ...more,
});
const same = (one: string, other: string, language: string) =>
  equivalence(readingOf(one, language), readingOf(other, language)) !== undefined;

describe("choosing distractors", () => {
  it("prefers texts of the key's kind", () => {
    const texts = ["1066", "photosynthesis in the leaves of a plant", "Berlin", "Madrid", "Rome", "3.5 kg"];
    const { chosen } = choose(request("Paris", texts, { prompt: "What is the capital of France?" }));
    expect(chosen.map(({ text }) => text).sort()).toEqual(["Berlin", "Madrid", "Rome"]);
  });

  it("never shows what is right as well, and says why", () => {
    const { chosen, rejected } = choose(
      request("World Health Organization", ["WHO", "UNICEF", "World Bank", "Red Cross", "the Geneva body"], {
        alsoCorrect: ["The Geneva Body"],
      }),
    );
    expect(chosen.map(({ text }) => text).sort()).toEqual(["Red Cross", "UNICEF", "World Bank"]);
    expect(rejected).toEqual([
      { text: "WHO", reason: "right as well: its acronym or expansion" },
      { text: "the Geneva body", reason: "right as well: the same text" },
    ]);
  });

  it("puts no word of like meaning beside the key of a gap", () => {
    const withVectors = createDistractors(loadVectors());
    const texts = ["framework", "violin", "harbor", "blanket"];
    const ofGap = withVectors(request("platform", texts, { apart: true }));
    expect(ofGap.rejected).toContainEqual({ text: "framework", reason: "may fit the gap as well" });
    expect(withVectors(request("platform", texts)).rejected.map(({ text }) => text)).not.toContain(
      "framework",
    );
  });

  it("puts words beside the key of a gap that fit it as well, and says where none does", () => {
    const withVectors = createDistractors(loadVectors());
    const prompt = "The captain steered the _____ into the harbour.";
    const chosenOf = (...texts: string[]) => withVectors(request("schooner", texts, { prompt, apart: true }));
    const strange = ["theorem", "opera", "butter", "senate", "algebra", "poem"];
    const fitting = chosenOf(...strange, "lagoon", "pilot", "coast");
    expect(fitting.chosen.map(({ text }) => text).sort()).toEqual(["coast", "lagoon", "pilot"]);
    expect(fitting.flags).not.toContain("only-fit");
    expect(chosenOf(...strange).flags).toContain("only-fit");
  });

  it("marks a gap for a word that everybody knows", () => {
    const prompt = "The captain steered the _____ into the harbour.";
    const flagsOf = (key: string) =>
      createDistractors(loadVectors())(request(key, ["tanker", "pilot", "coast"], { prompt, apart: true }))
        .flags;
    expect(flagsOf("vehicle")).toContain("everyday");
    expect(flagsOf("a vehicle")).toContain("everyday");
    expect(flagsOf("catamaran")).not.toContain("everyday");
  });

  it("trusts a text of the key's own list before a better looking one from elsewhere", () => {
    const kin = ["Crushed in a press", "1789"].map((text) => ({
      text,
      origin: "same-section" as const,
      source: "the same card",
    }));
    const { candidates, ...rest } = request("Ground between stones", [
      "Carved into stones",
      "Hidden among stones",
    ]);
    const { chosen } = choose({ ...rest, candidates: [...candidates, ...kin] });
    expect(chosen.map(({ text }) => text)).toContain("Crushed in a press");
    const { rejected } = choose({ ...rest, candidates: kin });
    expect(rejected).toEqual([]);
    const fromElsewhere = choose({
      ...rest,
      candidates: kin.map((one) => ({ ...one, origin: "deck" as const })),
    });
    expect(fromElsewhere.rejected.map(({ text }) => text)).toContain("1789");
  });

  it("marks a question about everyday words, as far as vectors know words", () => {
    const texts = ["better ships", "cheap bread", "a new king"];
    const flagsFor = (label: string, choosing = createDistractors(loadVectors())) =>
      choosing(request("more people", texts, { label })).flags;
    expect(flagsFor("Population growth")).toContain("everyday");
    expect(flagsFor("Mercantilism")).not.toContain("everyday");
    expect(flagsFor("GDP")).not.toContain("everyday");
    expect(flagsFor("Population growth", choose)).not.toContain("everyday");
  });

  it("turns away what is too long for a phone and what stands in the prompt", () => {
    const { rejected } = choose(
      request("osmosis", ["x".repeat(MAX_OPTION_CHARS + 1), "diffusion", "filtration", "respiration"], {
        prompt: "Unlike diffusion, it needs a membrane. What is it?",
      }),
    );
    expect(rejected.map(({ reason }) => reason)).toEqual(["too long for a phone", "stands in the prompt"]);
  });

  it("turns away what nobody can see", () => {
    const blank = ["\u202e", "\u0000", "\u200b\u200d", " \n", ""];
    const { rejected } = choose(request("osmosis", [...blank, "diffusion", "filtration", "respiration"]));
    expect(rejected).toEqual(blank.map((text) => ({ text, reason: "empty" })));
  });

  it("shows what is less plausible than usual only where there is little to choose from", () => {
    const texts = ["3.5 kg", "1066", "photosynthesis in the leaves of a plant"];
    const shown = (few: boolean) => choose(request("Paris", texts, { few })).chosen.length;
    expect(shown(false)).toBeLessThan(3);
    expect(shown(true)).toBe(3);
  });

  it.each(["(", "[", "[a](", "1/2 or ", "A", "_", "$", "a, ", "x=1;"])(
    "reads no more than the beginning of 100,000 characters of %j, and turns them away",
    (sign) => {
      const long = sign.repeat(100_000 / sign.length);
      const texts = [long, "diffusion", "filtration", "respiration"];
      expect(choose(request("osmosis", texts)).rejected).toContainEqual({
        text: long,
        reason: "too long for a phone",
      });
    },
  );

  it("gives two where only two are good, with a flag, and fewer where there are fewer", () => {
    const two = choose(request("1945", ["1939", "1918", "19 18", "1945."]));
    expect(two.chosen.length).toBeLessThanOrEqual(3);
    const pair = choose(request("Paris", ["Berlin", "Rome", "the city of Paris"]));
    expect(choose(request("Paris", ["Berlin", "Rome"])).flags).toContain("two-distractors");
    expect(pair.chosen.length).toBe(3);
    expect(choose(request("Paris", ["Rome"])).chosen.map(({ text }) => text)).toEqual(["Rome"]);
    expect(choose(request("Paris", [])).chosen).toEqual([]);
  });

  it("draws other sets with another seed, and the same set with the same", () => {
    const cities =
      "Berlin Rome Madrid Lisbon Vienna Prague Oslo Athens Dublin Warsaw Budapest Helsinki".split(" ");
    const draw = (seed: number) => choose(request("Paris", cities, { random: createRandom(seed) }));
    expect(draw(5)).toEqual(draw(5));
    expect(createDistractors()(request("Paris", cities, { random: createRandom(5) }))).toEqual(draw(5));
    const sets = new Set(
      [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
        draw(seed)
          .chosen.map(({ text }) => text)
          .join(),
      ),
    );
    expect(sets.size).toBeGreaterThan(1);
  });

  it("does not let length give the key away", () => {
    const names = Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at).repeat((at % 13) + 3));
    let longest = 0;
    let shortest = 0;
    const rounds = 400;
    for (let round = 0; round < rounds; round++) {
      const key = names[round % names.length] ?? "";
      const texts = names.filter((name) => name !== key);
      const { chosen } = choose(request(key, texts, { random: createRandom(round) }));
      const lengths = chosen.map(({ text }) => text.length);
      if (key.length > Math.max(...lengths)) longest++;
      if (key.length < Math.min(...lengths)) shortest++;
    }
    expect(longest / rounds).toBeGreaterThan(0.12);
    expect(longest / rounds).toBeLessThan(0.38);
    expect(shortest / rounds).toBeGreaterThan(0.12);
    expect(shortest / rounds).toBeLessThan(0.38);
  });

  const anyText = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.lorem({ maxCount: 4 }),
    fc.integer().map(String),
    fc.constantFrom(
      "",
      " ",
      "NATO",
      "a/b",
      "H₂O",
      "`x`",
      "١٢",
      "日本語",
      "العربية",
      "👩‍👩‍👧",
      "\u0000",
      "\ud800",
      "y".repeat(300),
    ),
  );

  it("keeps its promises for any texts in any language", () => {
    fc.assert(
      fc.property(
        fc.record({
          key: anyText,
          prompt: anyText,
          texts: fc.array(anyText, { maxLength: 24 }),
          also: fc.array(anyText, { maxLength: 2 }),
          language: fc.constantFrom("eng", "und", "spa", "rus", "jpn"),
          seed: fc.nat(),
        }),
        ({ key, prompt, texts, also, language, seed }) => {
          const asked = request(key, texts, {
            prompt,
            alsoCorrect: also,
            language,
            random: createRandom(seed),
          });
          const { chosen } = choose(asked);
          const shown = chosen.map(({ text }) => text);
          expect(shown.length).toBeLessThanOrEqual(3);
          for (const [at, text] of shown.entries()) {
            expect(texts).toContain(text);
            expect(lengthOf(text)).toBeLessThanOrEqual(MAX_OPTION_CHARS);
            for (const right of [key, ...also]) expect(same(text, right, language)).toBe(false);
            for (const other of shown.slice(at + 1)) expect(same(text, other, language)).toBe(false);
          }
          expect(chosen.every(({ score }) => Number.isFinite(score))).toBe(true);
          expect(choose({ ...asked, random: createRandom(seed) }).chosen).toEqual(chosen);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("takes time in proportion to the candidates", () => {
    const texts = (count: number) =>
      Array.from({ length: count }, (_, at) => `word${at * 7919} of ${at % 17}`);
    const time = (count: number) => {
      const asked = request("word1 of 5", texts(count));
      choose(asked);
      const started = process.cpuUsage().user;
      for (let round = 0; round < 5; round++) choose(asked);
      return process.cpuUsage().user - started;
    };
    time(250);
    const small = time(250);
    expect(time(2_000)).toBeLessThan(Math.max(small, 2_000) * 8 * 4);
  });
});
