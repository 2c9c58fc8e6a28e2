import { expect, it } from "vitest";
import { explainRefusal } from "./client";

const url = "postgresql://quiz:secret@db.example.org:5433/deckdash";
const error = (code: string) => Object.assign(new Error("no"), { code });

it.each([
  ["28P01", /did not let the user "quiz" in/],
  ["28000", /did not let the user "quiz" in/],
  ["3D000", /has no database named "deckdash"/],
  ["ENOTFOUND", /"db.example.org" is not known by that name/],
  ["ECONNREFUSED", /at db.example.org:5433 cannot be reached \(ECONNREFUSED\)/],
])("explains %s in one sentence that keeps the password", (code, sentence) => {
  const said = explainRefusal(error(code), url);
  expect(said).toMatch(sentence);
  expect(said).toMatch(/DATABASE_URL.*\.$/);
  expect(said).not.toContain("secret");
});
