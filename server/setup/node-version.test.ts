import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { tooOld } from "./node-version.mjs";

it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0", "100.0.0"])("Node %s is new enough", (version) => {
  expect(tooOld(version)).toBeUndefined();
});

it.each(["12.22.0", "18.20.8", "20.18.3", "9.0.0"])(
  "Node %s is too old, and is told so in a sentence",
  (version) => {
    expect(tooOld(version)).toBe(
      `Deckdash needs Node 20.19 or newer, and this is Node ${version}: install a newer one from https://nodejs.org and run the command again.`,
    );
  },
);

it("asks for the same Node as package.json", () => {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
  const oldest = /^>=([\d.]+)$/.exec(engines.node)?.[1];
  expect(tooOld(`${oldest}.0`)).toBeUndefined();
  expect(tooOld("20.18.9")).toContain(`Node ${oldest} or newer`);
});
