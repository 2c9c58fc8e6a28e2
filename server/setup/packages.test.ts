import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { packagesAreCurrent } from "./packages.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "deckdash-packages-"));
  mkdirSync(path.join(root, "node_modules"));
});
afterEach(() => rmSync(root, { recursive: true }));

const next = { "node_modules/next": { version: "16.0.0" } };
const forMac = { "node_modules/mac-only": { version: "1.0.0", optional: true } };

function wanted(packages: object): void {
  writeFileSync(path.join(root, "package-lock.json"), JSON.stringify({ packages: { "": {}, ...packages } }));
}

function installed(packages: object): void {
  writeFileSync(path.join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
}

it("an untouched checkout needs an installation", () => {
  wanted(next);
  expect(packagesAreCurrent(root)).toBe(false);
});

it("an installed checkout does not, whatever npm left out for this platform", () => {
  wanted({ ...next, ...forMac });
  installed(next);
  expect(packagesAreCurrent(root)).toBe(true);
});

it.each([
  ["another version", { "node_modules/next": { version: "16.0.1" } }],
  ["one more package", { ...next, "node_modules/zod": { version: "4.0.0" } }],
])("%s in the lock file needs an installation", (_what, packages) => {
  wanted(packages);
  installed(next);
  expect(packagesAreCurrent(root)).toBe(false);
});
