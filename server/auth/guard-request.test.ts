import { describe, expect, it } from "vitest";
import { fromThisHouse, readBounded } from "./guard-request";

const plain = { publicUrl: undefined, trustProxy: 0 };
const behindProxy = { publicUrl: "https://quiz.example.org", trustProxy: 1 };

describe("what a browser sends is done only from a page of this house", () => {
  it.each([
    [true, "the same host", { origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" }, plain],
    [false, "another host", { origin: "http://evil.example", host: "10.0.0.5:3000" }, plain],
    [
      false,
      "another port of the same host",
      { origin: "http://10.0.0.5:8080", host: "10.0.0.5:3000" },
      plain,
    ],
    [false, "no origin at all", { host: "10.0.0.5:3000" }, plain],
    [false, "a sandboxed page", { origin: "null", host: "10.0.0.5:3000" }, plain],
    [true, "the public address", { origin: "https://quiz.example.org", host: "127.0.0.1:3000" }, behindProxy],
    [
      true,
      "the host that the trusted proxy was asked for",
      {
        origin: "https://other.example.org",
        host: "127.0.0.1:3000",
        "x-forwarded-host": "other.example.org",
      },
      behindProxy,
    ],
    [
      false,
      "a forwarded host that no trusted proxy has written",
      { origin: "http://evil.example", host: "10.0.0.5:3000", "x-forwarded-host": "evil.example" },
      plain,
    ],
  ])("%s for %s", (allowed, _, headers, house) => {
    expect(fromThisHouse(new Headers(Object.entries(headers)), house)).toBe(allowed);
  });
});

describe("a body is read up to its limit", () => {
  const post = (body: BodyInit, headers: HeadersInit = {}) =>
    new Request("http://house.test/", { method: "POST", body, headers });

  it("whole when it fits", async () => {
    expect(await readBounded(post("hello"), 5)).toEqual(new TextEncoder().encode("hello"));
  });

  it("not at all when it says that it is longer", async () => {
    expect(await readBounded(post("hello", { "content-length": "6" }), 5)).toBeNull();
  });

  it("and no further when it lies", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1_000));
      },
    });
    const request = new Request("http://house.test/", {
      method: "POST",
      body: endless,
      ...{ duplex: "half" },
    });
    expect(await readBounded(request, 3_000)).toBeNull();
    expect(pulled).toBeLessThan(10);
  });
});
