import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { webStream } from "./web-stream";

describe("the body of a download", () => {
  it("is the pieces in their order, words and bytes alike", async () => {
    async function* pieces() {
      yield "día, ";
      yield new TextEncoder().encode("李");
    }
    expect(await text(webStream(pieces()))).toBe("día, 李");
  });

  it("ends its source when it is broken off", async () => {
    const seen = { taken: 0, ended: false };
    async function* pieces() {
      try {
        for (;;) yield `${seen.taken++}`;
      } finally {
        seen.ended = true;
      }
    }
    const reader = webStream(pieces()).getReader();
    await reader.read();
    await reader.cancel();
    expect(seen.ended).toBe(true);
    expect(seen.taken).toBeLessThan(5);
  });

  it("breaks off when its source fails", async () => {
    async function* pieces() {
      yield "half";
      throw new Error("the database has gone");
    }
    await expect(text(webStream(pieces()))).rejects.toThrow("the database has gone");
  });
});
