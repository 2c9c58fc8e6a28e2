import fc from "fast-check";
import { expect, test } from "vitest";
import { referenceMastery } from "#server/testing/reference-mastery";
import { fold, memoriesOf } from "./fold";
import { predict } from "./predict";

const answer = fc.record({
  student: fc.constantFrom("ana", "bo", "cem"),
  card: fc.constantFrom("c1", "c2", "c3", "c4"),
  correct: fc.boolean(),
  options: fc.constantFrom(2, 3, 4),
  gap: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 3_600, max: 700_000 })),
});

test("the model is what its description says, written a second time without it", () => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 60 }), (drawn) => {
      let at = 1_760_000_000;
      const answers = drawn.map(({ gap, ...one }) => {
        at += gap;
        return { ...one, at, deck: "deck", skill: one.card < "c3" ? "deck#birds" : "deck" };
      });
      const mastery = fold(answers);
      const reference = referenceMastery(answers);
      const later = at + 86_400;
      for (const student of ["ana", "bo", "cem"])
        for (const card of ["c1", "c3"]) {
          const subject = { student, card, deck: "deck", skill: card < "c3" ? "deck#birds" : "deck" };
          const { k } = predict(memoriesOf(mastery, subject), mastery.weights, later, 0);
          expect(reference.knows(subject, later)).toBeCloseTo(k, 9);
        }
    }),
  );
});
