import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { QuestionOrder } from "@/contract/settings";
import { memoriesOf, newMastery, remember } from "../fold";
import { WEEK } from "../predict";
import { pickNext, planAhead } from "./pick-next";
import type { AskedRound, PickRequest } from "./request";

const T0 = 1_760_000_000;
const DAY = 86_400;
type Taught = { card: string; student: string; correct: boolean; daysAgo: number };

/** A class of `students` with a deck of `cards`, and what was answered before today. */
function aClass(
  cards: number,
  students: number,
  taught: Taught[] = [],
  over: Partial<PickRequest> = {},
): PickRequest {
  const mastery = newMastery();
  for (const { daysAgo, ...one } of taught)
    remember(mastery, { ...one, deck: "deck", skill: "deck", at: T0 - daysAgo * DAY, options: 4 });
  return {
    order: "smart",
    cards: Array.from({ length: cards }, (_, position) => ({
      card: `c${position}`,
      position,
      tags: [`t${position % 2}`],
      questions: [
        { id: `c${position}-front`, seen: 0 },
        { id: `c${position}-back`, seen: 0 },
      ],
      seats: Array.from({ length: students }, (_, n) =>
        memoriesOf(mastery, { student: `s${n}`, deck: "deck", card: `c${position}`, skill: "deck" }),
      ),
    })),
    asked: [],
    weights: mastery.weights,
    now: T0,
    horizon: WEEK,
    seed: 1,
    questions: 50,
    pinned: [],
    skipped: new Set(),
    ...over,
  };
}

const everybody = (students: number, card: string, correct: boolean, daysAgo: number): Taught[] =>
  Array.from({ length: students }, (_, n) => ({ card, student: `s${n}`, correct, daysAgo }));
const round = (card: string, right = 5, answers = 5): AskedRound => ({
  card,
  question: `${card}-front`,
  right,
  answers,
  secondTry: false,
});

/** Asks `count` rounds in a row, everybody right. */
function playOn(request: PickRequest, count: number): string[] {
  const asked = [...request.asked];
  for (let n = 0; n < count; n++) {
    const pick = pickNext({ ...request, asked });
    if (pick) asked.push({ ...pick, right: 5, answers: 5 });
  }
  return asked.slice(request.asked.length).map(({ card }) => card);
}

describe("the next question", () => {
  test("is about a card the class is forgetting rather than one it just answered", () => {
    const taught = [...everybody(5, "c0", true, 0.001), ...everybody(5, "c1", true, 20)];
    const pick = pickNext(aClass(2, 5, taught));
    expect(pick?.card).toBe("c1");
  });

  test("looks at the students present only", () => {
    const knows = aClass(2, 1, [
      { card: "c0", student: "s0", correct: true, daysAgo: 0.01 },
      { card: "c0", student: "s0", correct: true, daysAgo: 0.005 },
      { card: "c1", student: "s9", correct: true, daysAgo: 0.005 },
    ]);
    expect(pickNext(knows)?.card).toBe("c1");
  });

  test.each<[string, Taught[], RegExp]>([
    ["new", [], /^New to 5 of 5$/],
    [
      "not known",
      [...everybody(5, "c0", false, 1), ...everybody(5, "c0", false, 0.9)],
      /^5 of 5 do not know this yet$/,
    ],
  ])("says why: %s", (_, taught, why) => {
    expect(pickNext(aClass(1, 5, taught))?.why).toMatch(why);
  });

  test("never repeats one of the last four cards while another can be asked", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 12 }),
        fc.constantFrom<QuestionOrder>("smart", "as-written", "random"),
        fc.nat(1000),
        (cards, order, seed) => {
          const played = playOn(aClass(cards, 2, [], { order, seed }), 20);
          for (const [n, card] of played.entries())
            expect(played.slice(Math.max(0, n - 4), n)).not.toContain(card);
        },
      ),
    );
  });

  test("repeats when there is nothing else, and is null when there is nothing at all", () => {
    expect(pickNext(aClass(1, 2, [], { asked: [round("c0")] }))?.card).toBe("c0");
    expect(pickNext(aClass(0, 2))).toBeNull();
    expect(pickNext(aClass(1, 2, [], { skipped: new Set(["c0"]) }))).toBeNull();
  });

  test("is the same for the same seed, class and answers", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom<QuestionOrder>("smart", "random", "weak", "new"),
        (seed, order) => {
          expect(pickNext(aClass(9, 3, [], { seed, order }))).toEqual(
            pickNext(aClass(9, 3, [], { seed, order })),
          );
        },
      ),
    );
  });

  test("takes turns between sections when cards are equally useful", () => {
    const request = aClass(8, 2);
    const tags = playOn(request, 4).map((card) => Number(card.slice(1)) % 2);
    expect(tags[0]).not.toBe(tags[1]);
    expect(tags[1]).not.toBe(tags[2]);
  });

  test("uses the question the class has seen least", () => {
    const request = aClass(1, 2);
    const cards = request.cards.map((card) => ({
      ...card,
      questions: [
        { id: "seen", seen: 2 },
        { id: "fresh", seen: 0 },
        { id: "other", seen: 0 },
      ],
    }));
    expect(pickNext({ ...request, cards })?.question).toBe("fresh");
  });

  describe("a card that most missed", () => {
    const missed = (over: Partial<PickRequest> = {}) =>
      aClass(
        6,
        5,
        [
          ...everybody(5, "c0", false, 0.002),
          ...["c1", "c2", "c3", "c4", "c5"].flatMap((card) => everybody(5, card, true, 0.001)),
        ],
        { asked: [round("c0", 1), round("c1"), round("c2"), round("c3"), round("c4")], ...over },
      );

    test("comes back after its rest, asked another way, and says so", () => {
      expect(pickNext(missed())).toMatchObject({
        card: "c0",
        why: "4 of 5 missed this; asked another way",
        secondTry: true,
      });
    });

    test("comes back on top of the session's questions, once, and then the session is over", () => {
      const request = missed({ questions: 5 });
      const again = pickNext(request);
      expect(again?.secondTry).toBe(true);
      const asked = [...request.asked, { ...round("c0", 2), secondTry: true }];
      expect(pickNext({ ...request, asked })).toBeNull();
      expect(pickNext({ ...request, asked, questions: 6 })).toMatchObject({ secondTry: false });
    });

    test("comes back as one round in five at most", () => {
      const request = aClass(20, 5);
      const asked: AskedRound[] = [];
      for (let n = 0; n < 20; n++) {
        const pick = pickNext({ ...request, asked });
        if (pick) asked.push({ ...pick, right: 0, answers: 5 });
      }
      const tries = asked.flatMap(({ secondTry }, at) => (secondTry ? [at] : []));
      expect(tries.length).toBeGreaterThan(1);
      for (const [n, at] of tries.slice(1).entries()) expect(at - (tries[n] ?? at)).toBeGreaterThanOrEqual(5);
    });

    test("does not come back where the host asks in another order", () => {
      for (const order of ["as-written", "random", "new"] as const)
        expect(pickNext(missed({ order }))?.secondTry ?? false).toBe(false);
    });
  });

  test("obeys the host: pinned first, skipped never", () => {
    const request = aClass(6, 2, [], { pinned: ["c4", "c2"], skipped: new Set(["c4"]) });
    expect(pickNext(request)).toMatchObject({ card: "c2", why: "You put this one next" });
    expect(pickNext({ ...request, pinned: [] })?.card).not.toBe("c4");
  });
});

describe("other orders", () => {
  test("as written goes through the deck and starts again", () => {
    const played = playOn(aClass(6, 2, [], { order: "as-written" }), 8);
    expect(played).toEqual(["c0", "c1", "c2", "c3", "c4", "c5", "c0", "c1"]);
  });

  test("random asks every card once before any twice", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(new Set(playOn(aClass(7, 2, [], { order: "random", seed }), 7)).size).toBe(7);
      }),
    );
  });

  test("new asks only what nobody present has met, and then stops", () => {
    const request = aClass(3, 3, [{ card: "c1", student: "s2", correct: true, daysAgo: 3 }], {
      order: "new",
    });
    expect(playOn(request, 5)).toEqual(["c0", "c2"]);
  });

  test("weak leaves out what the class knows", () => {
    const known = [0.03, 0.02, 0.01].flatMap((days) => everybody(4, "c0", true, days));
    const request = aClass(2, 4, [...known, ...everybody(4, "c1", false, 0.01)], { order: "weak" });
    expect(pickNext(request)?.card).toBe("c1");
    expect(pickNext({ ...request, skipped: new Set(["c1"]) })).toBeNull();
  });
});

describe("the plan ahead", () => {
  test("starts with the next question and names each card once", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<QuestionOrder>("smart", "as-written", "random", "new"),
        fc.nat(100),
        (order, seed) => {
          const request = aClass(8, 2, [], { order, seed, pinned: ["c5"] });
          const plan = planAhead(request, 5);
          expect(plan[0]).toEqual(pickNext(request));
          expect(new Set(plan.map(({ card }) => card)).size).toBe(5);
        },
      ),
    );
  });

  test("ends when the cards do", () => {
    expect(planAhead(aClass(3, 2), 10)).toHaveLength(3);
  });
});
