import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(path.join(import.meta.dirname, "tokens.css"), "utf8");

/** The value of a token in one theme, as written in tokens.css. */
const token = (name: string, theme: "light" | "dark"): string => {
  const both = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
  const value = both?.[theme === "light" ? 1 : 2] ?? new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  if (!value) throw new Error(`no token --${name}`);
  return value;
};

type Rgb = [number, number, number];

const linear = (hex: string): Rgb => {
  const channel = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};

const luminance = (hex: string): number => {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast ratio of WCAG 2.2, 1–21. */
const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

/** Machado, Oliveira and Fernandes (2009), severity 1.0, in linear RGB. */
const SIGHT: Record<string, [Rgb, Rgb, Rgb]> = {
  ordinary: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE L*a*b* (D65) of a colour as it is seen with the given sight. */
const seen = (hex: string, sight: [Rgb, Rgb, Rgb]): Rgb => {
  const rgb = linear(hex);
  const dot = (row: Rgb) => Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]));
  const [r, g, b] = [dot(sight[0]), dot(sight[1]), dot(sight[2])];
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

const CHOICES = ["choice-a", "choice-b", "choice-c", "choice-d"];

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  it.each(Object.entries(SIGHT))("keeps the four choices apart in %s", (_name, sight) => {
    const colors = CHOICES.map((name) => seen(token(name, theme), sight));
    for (const [i, one] of colors.entries())
      for (const other of colors.slice(i + 1))
        expect(Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])).toBeGreaterThan(29);
  });

  it.each(CHOICES)("keeps the letter readable on %s", (name) => {
    expect(contrast(token(name, theme), token(`on-${name}`, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ["ink", "desk"],
    ["ink", "desk-deep"],
    ["ink", "paper"],
    ["ink", "paper-low"],
    ["ink-soft", "desk"],
    ["ink-soft", "desk-deep"],
    ["ink-soft", "paper"],
    ["ink-soft", "paper-low"],
    ["action-ink", "action"],
    ["highlight-ink", "highlight"],
    ["good", "paper"],
    ["good", "good-low"],
    ["bad", "paper"],
    ["bad", "bad-low"],
    ["warn", "warn-low"],
    ["info", "info-low"],
    ["ink", "good-low"],
    ["ink", "bad-low"],
    ["ink", "warn-low"],
    ["ink", "info-low"],
  ])("writes %s on %s legibly", (ink, ground) => {
    expect(contrast(token(ink, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ["edge-strong", "paper"],
    ["focus", "paper"],
    ["focus", "desk"],
  ])("draws %s on %s so that it is seen", (line, ground) => {
    expect(contrast(token(line, theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});
