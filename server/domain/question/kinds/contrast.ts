import type { Candidate } from "#server/domain/distractors/types";
import { sourceOf } from "../study";
import { normalise, shareContent } from "../text";
import type { KindRule } from "./kind";
import { comparedFacts, spread } from "./matrix";
import { fits, quoted } from "./prompt";

/** Of a card that compares three or more subjects: one statement, and which subject it is true of. */
export const contrast: KindRule = {
  kind: "contrast",
  mirrors: "matrix",
  limit: 2,
  *propose(card, deck) {
    const compared = comparedFacts(card.facts);
    const subjects = [...new Set(compared.map((fact) => fact.subject ?? ""))];
    if (subjects.length < 3) return;
    for (const fact of spread([...compared].reverse())) {
      const subject = fact.subject ?? "";
      const repeated = compared.some(
        (other) => other.subject !== subject && normalise(other.text) === normalise(fact.text),
      );
      const names = subjects.some((one) => shareContent(one, `${fact.label} ${fact.text}`));
      if (repeated || names) continue;
      const said = quoted(`${fact.label}: ${fact.text}`);
      // The front would name the subjects; the statement and the options say enough.
      const prompt = deck.languages.english ? `Which of these is described by ${said}?` : `${said} — ?`;
      if (!fits(prompt)) continue;
      yield {
        variant: `${subject}/${fact.label}`,
        prompt,
        key: subject,
        source: sourceOf(card, { section: subject }),
        evidence: `${subject} — ${fact.evidence}`,
        alsoCorrect: [],
        candidates: subjects
          .filter((one) => one !== subject)
          .map(
            (one): Candidate => ({
              text: one,
              origin: "sibling-subject",
              source: sourceOf(card, { section: one }),
            }),
          ),
        language: deck.languages.back,
        flags: [],
      };
    }
  },
};
