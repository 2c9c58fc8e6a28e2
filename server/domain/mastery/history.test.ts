import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Meeting } from "@/contract/mastery";
import { classReport } from "./class-report";
import { fold } from "./fold";
import { type HeardAnswer, historiesOf, meetingsOf, type Watched } from "./history";

const DAY = 86_400;
const T0 = 1_760_000_000;
const cards = ["a", "b", "c", "d"].map((id) => ({ id, skill: "deck" }));
const students = ["ana", "bo", "cem"];
const watched = { deck: "deck", cards, students };

/** A game on each of these days: every card once, a batch each; Ana knows, Bo learns, Cem guesses. */
const games = (...days: number[]): HeardAnswer[] =>
  days.flatMap((day, game) =>
    cards.flatMap(({ id, skill }, place) =>
      students.map((student, who) => ({
        ...{ student, deck: "deck", card: id, skill, options: 4 },
        correct: who === 0 || (who === 1 && game > 0) || (place + game) % 4 === 0,
        at: T0 + day * DAY + place * 60 + who,
        batch: game * cards.length + place + 1,
      })),
    ),
  );
/** The history of one deck, all steps at once. */
function historyOf(heard: readonly HeardAnswer[], look: Watched, meetings: readonly Meeting[], now: number) {
  const steps = historiesOf(heard, [{ watched: look, meetings }], now);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value[0] ?? null;
  }
}
const seen = (heard: readonly HeardAnswer[]) => meetingsOf(heard.map(({ at }) => at));

describe("when a class met a deck", () => {
  test("a pause of more than two hours begins another meeting", () => {
    expect(meetingsOf([T0 + 7_261, T0, T0 + 60])).toEqual([
      { from: T0, to: T0 + 60, answers: 2 },
      { from: T0 + 7_261, to: T0 + 7_261, answers: 1 },
    ]);
    expect(meetingsOf([T0, T0 + 7_200])).toHaveLength(1);
    expect(meetingsOf([])).toEqual([]);
  });
});

describe("what a class knew over time", () => {
  const heard = games(0, 7, 14);
  const now = T0 + 20 * DAY;
  const history = historyOf(heard, watched, seen(heard), now);

  test("after each meeting is what a fold of the answers until then says", () => {
    expect(history?.meetings).toHaveLength(3);
    for (const [place, { to, report }] of (history?.meetings ?? []).entries())
      expect(report).toEqual(classReport(watched, fold(heard.slice(0, 12 * (place + 1))), to));
  });

  test("ends with what is known now, and goes on from there", () => {
    const today = classReport(watched, fold(heard), now)?.mastery.known;
    expect(history?.past.at(-1)).toMatchObject({ at: now, known: today });
    expect(history?.ahead[0]).toMatchObject({ at: now, known: today });
  });

  test("goes down between the meetings and up with them, for a class that learns", () => {
    const ends = (history?.meetings ?? []).map(({ to }) => to);
    const past = history?.past ?? [];
    for (const [place, moment] of past.entries()) {
      const before = past[place - 1];
      if (before && !ends.includes(moment.at)) expect(moment.known).toBeLessThanOrEqual(before.known);
      if (before && ends.includes(moment.at)) expect(moment.known).toBeGreaterThan(before.known);
    }
    const ahead = (history?.ahead ?? []).map(({ known }) => known);
    expect([...ahead].sort((a, b) => b - a)).toEqual(ahead);
  });

  test("is the same for one student as their own report", () => {
    const own = historyOf(heard, { ...watched, students: ["bo"] }, seen(heard), now);
    expect(own?.past.at(-1)?.known).toBe(
      classReport({ ...watched, students: ["bo"] }, fold(heard), now)?.mastery.known,
    );
  });

  test("is nothing for a deck without cards or a class without students", () => {
    expect(historyOf(heard, { ...watched, cards: [] }, [], now)).toBeNull();
    expect(historyOf(heard, { ...watched, students: [] }, [], now)).toBeNull();
    expect(historyOf([], watched, [], now)).toMatchObject({ meetings: [], past: [] });
  });

  test("runs forward in time, whatever was asked when", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 }), (days) => {
        const heard = games(...days.sort((a, b) => a - b));
        const times = historyOf(heard, watched, seen(heard), T0 + 61 * DAY)?.past.map(({ at }) => at) ?? [];
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });
});
