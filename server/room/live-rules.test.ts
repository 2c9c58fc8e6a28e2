import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");
const TEST_FILE = /\.(test|spec)\.tsx?$/;
/** A title names its rules first: "L2, L7: an answer …". */
const TITLE = /["'`](L\d+(?:, L\d+)*): /g;

const rules = [
  ...readFileSync(path.join(ROOT, "docs/live-rules.md"), "utf8").matchAll(/^- \*\*(L\d+)\*\*/gm),
].map(([, rule]) => rule ?? "");
const quoted = new Set(
  ["server", "src", "e2e"]
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) =>
        path.join(ROOT, folder, file),
      ),
    )
    .filter((file) => TEST_FILE.test(file))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(TITLE)])
    .flatMap(([, numbers = ""]) => numbers.split(", ")),
);

describe("the rules of a live game", () => {
  test("are numbered without gaps", () => {
    expect(rules).toEqual(rules.map((_, i) => `L${i + 1}`));
  });

  test.each(rules)("%s stands in the title of a test", (rule) => {
    expect(quoted).toContain(rule);
  });

  test("no title names a rule that does not exist", () => {
    expect([...quoted].filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});
