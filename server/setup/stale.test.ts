import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildIsCurrent, holdBuild, stampBuild } from "./build.mjs";
import { serverFolder } from "./bundle.mjs";
import { clientIsCurrent, stampClient } from "./prisma-client.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "deckdash-stale-"));
  for (const folder of ["src/app", "server/queries", "server/store/generated", "prisma/seed", ".next"]) {
    mkdirSync(path.join(root, folder), { recursive: true });
  }
  write("src/app/page.tsx", "one");
  write("server/queries/decks.ts", "one");
  write("prisma/schema.prisma", "one");
  write("package-lock.json", "one");
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  writeFileSync(path.join(root, file), text);
}

describe("the pages", () => {
  it("have to be built once", () => {
    expect(buildIsCurrent(root)).toBe(false);
    stampBuild(root);
    expect(buildIsCurrent(root)).toBe(true);
  });

  it.each([
    "src/app/page.tsx",
    "src/app/new.tsx",
    "server/queries/decks.ts",
    "prisma/schema.prisma",
    "package-lock.json",
  ])("have to be built again when %s changes", (file) => {
    stampBuild(root);
    write(file, "two");
    expect(buildIsCurrent(root)).toBe(false);
  });

  it("have to be built again when a file goes, or takes another name", () => {
    stampBuild(root);
    rmSync(path.join(root, "src/app/page.tsx"));
    expect(buildIsCurrent(root)).toBe(false);
    write("src/app/other.tsx", "one");
    expect(buildIsCurrent(root)).toBe(false);
  });

  it.each(["server/queries/decks.test.ts", "server/store/generated/client.ts"])("do not mind %s", (file) => {
    stampBuild(root);
    write(file, "two");
    expect(buildIsCurrent(root)).toBe(true);
  });
});

describe("the server", () => {
  it.each(["server/queries/decks.ts", "prisma/schema.prisma", "prisma/seed/deck.json", "package-lock.json"])(
    "is another one when %s changes",
    (file) => {
      const before = serverFolder(root);
      write(file, "two");
      expect(serverFolder(root)).not.toBe(before);
    },
  );

  it.each(["src/app/page.tsx", "server/queries/decks.test.ts", "server/store/generated/client.ts"])(
    "does not mind %s",
    (file) => {
      const before = serverFolder(root);
      write(file, "two");
      expect(serverFolder(root)).toBe(before);
    },
  );
});

describe("a build", () => {
  it("keeps out a second one, until it has ended", () => {
    const file = path.join(root, "building");
    write("building", String(process.ppid));
    expect(() => holdBuild(file)).toThrow(
      `Another start (process ${process.ppid}) is building in this folder`,
    );
    rmSync(file);
    const letGo = holdBuild(file);
    expect(readFileSync(file, "utf8")).toBe(String(process.pid));
    letGo();
    expect(existsSync(file)).toBe(false);
  });

  it("that was killed keeps out nobody", () => {
    const { pid } = spawnSync(process.execPath, ["-e", "0"]);
    write("building", String(pid));
    expect(() => holdBuild(path.join(root, "building"))).not.toThrow();
  });
});

it("the database client is made anew when the schema changes, and only then", () => {
  expect(clientIsCurrent(root)).toBe(false);
  stampClient(root);
  expect(clientIsCurrent(root)).toBe(true);
  write("src/app/page.tsx", "two");
  expect(clientIsCurrent(root)).toBe(true);
  write("prisma/schema.prisma", "two");
  expect(clientIsCurrent(root)).toBe(false);
});
