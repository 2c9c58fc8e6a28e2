import { describe, expect, it } from "vitest";
import { createRandom } from "../random";
import { growAlike, isOrder, otherOrders } from "./growth";

const random = createRandom(7);

describe("Orders of growth", () => {
  it("stand beside orders of the same sizes only: a height may be the logarithm of a count", () => {
    expect(growAlike("O(h)", "O(log N)")).toBe(false);
    expect(growAlike("O(N)", "O(n log n)")).toBe(true);
    expect(growAlike("O(1)", "O(h)")).toBe(true);
  });

  it("have others of the same size, never the one itself in another writing", () => {
    const others = otherOrders("O(k lg k)", random);
    expect(others).toHaveLength(5);
    expect(others).toContain("O(k^2)");
    expect(others.every((order) => isOrder(order) && order !== "O(k lg k)")).toBe(true);
    expect(otherOrders("Θ(n²)", random)).not.toContain("Θ(n^2)");
  });

  it("of two sizes change their places", () => {
    const others = otherOrders("O(e log v)", random);
    expect(others).toContain("O(v log e)");
    expect(others).not.toContain("O(e log v)");
  });

  it.each(["O(2^n)", "O(a b c)", "n log n", "O(digits(n))"])(
    "that are on no common rung (%s) have none",
    (text) => {
      expect(otherOrders(text, random)).toEqual([]);
    },
  );
});
