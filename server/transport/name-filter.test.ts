import { describe, expect, it } from "vitest";
import { mayBeShown } from "./name-filter";

describe("a nickname on the projector", () => {
  it.each(["Mia", "小明", "Scunthorpe", "Cassandra", "Hancock", "Zoë", "Assan", "Player 455"])(
    "%s may be shown",
    (name) => expect(mayBeShown(name)).toBe(true),
  );

  it.each(["fuck", "FuUuck you", "sh1t", "ｆｕｃｋ", "b!tch"])("%s may not", (name) =>
    expect(mayBeShown(name)).toBe(false),
  );
});
