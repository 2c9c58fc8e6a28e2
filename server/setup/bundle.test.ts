import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildServer, INPUTS, PROCESSES, THREADS } from "./bundle.mjs";
import { ROOT } from "./project.mjs";

describe("The built server", () => {
  let folder: string;
  let inputs: string[];
  beforeAll(async () => {
    const cache = path.join(ROOT, "node_modules/.cache");
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(path.join(cache, "built-"));
    inputs = await buildServer(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is made of nothing whose change would not be noticed", () => {
    const isNoticed = (file: string) => INPUTS.some((part) => file === part || file.startsWith(`${part}/`));
    expect(inputs.length).toBeGreaterThan(100);
    expect(inputs.filter((file) => !isNoticed(file))).toEqual([]);
  });

  it("has a file for each of its processes and threads", () => {
    const names = [...Object.keys(PROCESSES), ...Object.keys(THREADS)].map((name) => `${name}.mjs`);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(names));
  });

  it("imports the set-up from where it has run", () => {
    const main = readFileSync(path.join(folder, "main.mjs"), "utf8");
    const [, imported = ""] = /from "([^"]*\/setup\/plain-error\.mjs)"/.exec(main) ?? [];
    expect(path.resolve(folder, imported)).toBe(path.join(ROOT, "server/setup/plain-error.mjs"));
    expect(inputs.filter((file) => file.startsWith("server/setup/"))).toEqual([]);
  });

  it("sets no name on a function while it runs", () => {
    const files = readdirSync(folder).filter((file) => file.endsWith(".mjs"));
    for (const file of files) expect(readFileSync(path.join(folder, file), "utf8")).not.toContain("__name(");
  });
});
