import { type Random, shuffled } from "../random";

/** Orders of growth: "O(n log n)", "Θ(h)". */
const ORDER = /^([OΘΩ])\s?\((.+)\)$/;
/** What is applied to a size and is no size itself. */
const FUNCTIONS = /\b(?:log|lg|ln|sqrt|max|min|alpha)\b/gi;

export function isOrder(text: string): boolean {
  return ORDER.test(text.trim());
}

/**
 * True when two orders are of the same sizes and may stand beside each other: a tree's h may be log n and its n may be
 * h, so that orders of different sizes can both be right. An order without a size stands beside all.
 */
export function growAlike(a: string, b: string): boolean {
  const [one, other] = [sizesOf(a), sizesOf(b)];
  return one === "" || other === "" || one === other;
}

function sizesOf(text: string): string {
  const body = ORDER.exec(text.trim())?.[2] ?? "";
  const sizes =
    body
      .toLowerCase()
      .replace(FUNCTIONS, " ")
      .match(/\p{L}+/gu) ?? [];
  return [...new Set(sizes)].sort().join(" ");
}

/** Common orders of the same one or two sizes, each surely another than the one given; none where that is on no rung. */
export function otherOrders(text: string, random: Random): string[] {
  const [, sign = "O", body = ""] = ORDER.exec(text.trim()) ?? [];
  const [one = "n", other, ...more] = [...new Set(body.replace(FUNCTIONS, " ").match(/\p{L}+/gu) ?? [])];
  if (more.length > 0 || !isOrder(text)) return [];
  const log = /\b(log|lg|ln)\b/i.exec(body)?.[1] ?? "log";
  const ladder = other === undefined ? ladderOf(one, log) : ladderOfTwo(one, other, log);
  const own = plainOrder(body);
  const place = ladder.findIndex((order) => plainOrder(order) === own);
  if (place < 0) return [];
  const wrong = ladder.filter((_, rung) => rung !== place);
  return shuffled(wrong, random).map((order) => `${sign}(${order})`);
}

function ladderOf(n: string, log: string): string[] {
  return ["1", `${log} ${n}`, n, `${n} ${log} ${n}`, `${n}^2`, `${n}^3`];
}

/** Not "a log a" beside "a log b": of edges and vertices the logarithms grow alike. */
function ladderOfTwo(a: string, b: string, log: string): string[] {
  return [
    `${a} + ${b}`,
    `${a}${b}`,
    `${a} ${log} ${b}`,
    `${b} ${log} ${a}`,
    `${a} + ${b} ${log} ${b}`,
    `${a}^2`,
    `${b}^2`,
  ];
}

function plainOrder(body: string): string {
  return body
    .toLowerCase()
    .replace(/²/g, "^2")
    .replace(/³/g, "^3")
    .replace(/\b(?:lg|ln)\b/g, "log")
    .replace(/\blog\s?\(\s?(\p{L}+)\s?\)/gu, "log $1")
    .replace(/[\s*·]+/g, "");
}
