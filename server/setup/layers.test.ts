import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

// TypeScript 7 offers other programs no parser. Without @swc/core the layer check would pass over every TypeScript
// file and still say that all is well.
it.each([".ts", ".tsx", ".mjs"])("the layer check can read %s files", (extension) => {
  const program = "node_modules/dependency-cruiser/bin/dependency-cruise.mjs";
  const { stdout } = spawnSync(process.execPath, [program, "--info"], { encoding: "utf8" });
  expect(stdout).toMatch(new RegExp(`✔ \\${extension}$`, "m"));
});
