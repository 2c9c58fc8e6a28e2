import { describe, expect, test } from "vitest";
import { quality } from "./prediction-quality";

const of = (p: number[], y: number[]) => quality(Float64Array.from(p), Uint8Array.from(y));

describe("the quality of predictions", () => {
  test("AUC counts the pairs in the right order, ties half", () => {
    expect(of([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]).auc).toBe(0.75);
    expect(of([0.5, 0.5, 0.5], [1, 0, 1]).auc).toBe(0.5);
    expect(of([0.2, 0.9], [1, 0]).auc).toBe(0);
  });

  test("log-loss, squared error and calibration are those of the textbook", () => {
    const { logLoss, rmse, ece } = of([0.8, 0.8, 0.3], [1, 0, 0]);
    expect(logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.2) + Math.log(0.7)) / 3, 12);
    expect(rmse).toBeCloseTo(Math.sqrt((0.04 + 0.64 + 0.09) / 3), 12);
    expect(ece).toBeCloseTo((0.6 + 0.3) / 3, 12);
  });

  test("a certain mistake costs much, not everything", () => {
    expect(of([1], [0]).logLoss).toBeCloseTo(-Math.log(1e-7), 3);
  });
});
