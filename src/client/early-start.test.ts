import { describe, expect, test } from "vitest";
import { earlyStart, LATE_TYPEFACES } from "./early-start";

/** Runs the script in a page of its own; `storage` null: a browser that forbids it. */
function page({ search = "", storage = {} }: { search?: string; storage?: Record<string, string> | null }) {
  const classes = new Set([LATE_TYPEFACES]);
  const sockets: string[] = [];
  const fetched = new Set<string>();
  const listeners: (() => void)[] = [];
  const document = {
    documentElement: { classList: { remove: (name: string) => classes.delete(name) } },
    readyState: "loading",
    scripts: [{ src: "" }, { src: "one.js" }, { src: "two.js" }],
    addEventListener: (_: "readystatechange", call: () => void) => listeners.push(call),
  };
  const browser = {
    document,
    window: {},
    location: { search, origin: "https://school.example" },
    performance: { getEntriesByName: (name: string) => (fetched.has(name) ? [name] : []) },
    addEventListener: () => {},
    get localStorage() {
      if (!storage) throw new Error("SecurityError");
      return { getItem: (key: string) => storage[key] ?? null };
    },
    PerformanceObserver: class {
      constructor(private readonly call: () => void) {}
      observe() {
        listeners.push(this.call);
      }
    },
    WebSocket: class {
      constructor(address: string) {
        sockets.push(address);
      }
    },
  };
  // Names are looked up when they are used, as in a page.
  new Function("browser", `with (browser) { ${earlyStart("/quiz")} }`)(browser);
  return {
    sockets,
    late: () => classes.has(LATE_TYPEFACES),
    parsed() {
      document.readyState = "interactive";
      for (const call of listeners) call();
    },
    fetches(name: string) {
      fetched.add(name);
      for (const call of listeners) call();
    },
  };
}

describe("what a phone's page starts before its scripts are there", () => {
  const keeps = (seats: string) => ({ storage: { "deckdash.seats": seats } });
  const address = "wss://school.example/quiz/socket.io/?room=123456&EIO=4&transport=websocket";
  test.each([
    ["the address has a PIN", { search: "?pin=123456" }, [address]],
    [
      "the address has a PIN, and a seat of another game is kept",
      { search: "?pin=123456", ...keeps('[{"pin":"654321"}]') },
      [address],
    ],
    ["a seat is kept", keeps('[{"pin":"123456"},{"pin":"654321"}]'), [address]],
    ["the seats are all given up", keeps("[]"), []],
    ["what is kept cannot be read", keeps('{"pin":'), []],
    ["nothing says that somebody plays", {}, []],
    ["the PIN is none", { search: "?pin=12345678" }, []],
    ["storage is forbidden and there is no PIN", { storage: null }, []],
    ["storage is forbidden and there is a PIN", { search: "?pin=123456", storage: null }, [address]],
  ])("the connection, when it is expected: %s", (_, where, expected) => {
    expect(page(where).sockets).toEqual(expected);
  });

  test("the typefaces, as soon as every script is here and not before", () => {
    const { late, parsed, fetches } = page({});
    fetches("one.js");
    parsed();
    expect(late()).toBe(true);
    fetches("two.js");
    expect(late()).toBe(false);
  });

  test("the typefaces, at once when the page is read to its end and its scripts come from the cache", () => {
    const { late, parsed, fetches } = page({});
    fetches("one.js");
    fetches("two.js");
    expect(late()).toBe(true);
    parsed();
    expect(late()).toBe(false);
  });
});
