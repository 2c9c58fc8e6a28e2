import { describe, expect, test } from "vitest";
import { earlyStart, LATE_TYPEFACES } from "./early-start";

/** Runs the script in a page of its own; `storage` null: a browser that forbids it. */
function page({ search = "", storage = {} }: { search?: string; storage?: Record<string, string> | null }) {
  const classes = new Set([LATE_TYPEFACES]);
  const sockets: string[] = [];
  const sent: string[] = [];
  const opened: { onmessage?: (event: { data: string }) => void }[] = [];
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
    performance: { now: () => 7, getEntriesByName: (name: string) => (fetched.has(name) ? [name] : []) },
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
      onmessage = undefined;
      constructor(address: string) {
        sockets.push(address);
        opened.push(this);
      }
      send(text: string) {
        sent.push(text);
      }
    },
  };
  // Names are looked up when they are used, as in a page.
  new Function("browser", `with (browser) { ${earlyStart("/quiz")} }`)(browser);
  return {
    sockets,
    sent,
    hears: (data: string) => opened[0]?.onmessage?.({ data }),
    early: () => (browser.window as Window).deckdashEarly,
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
  const keptAt = Date.now();
  const seatOf = (pin: string) => ({ pin, name: "Ada", token: "ada", keptAt });
  const yesterday = keptAt - 25 * 60 * 60 * 1000;
  const address = "wss://school.example/quiz/socket.io/?room=123456&EIO=4&transport=websocket";
  test.each([
    ["the address has a PIN", { search: "?pin=123456" }, [address]],
    [
      "the address has a PIN, and a seat of another game is kept",
      { search: "?pin=123456", ...keeps(JSON.stringify([seatOf("654321")])) },
      [address],
    ],
    ["a seat is kept", keeps(JSON.stringify([seatOf("123456"), seatOf("654321")])), [address]],
    ["yesterday's seat is kept", keeps(JSON.stringify([{ ...seatOf("123456"), keptAt: yesterday }])), []],
    ["the seats are all given up", keeps("[]"), []],
    ["what is kept cannot be read", keeps('{"pin":'), []],
    [
      "what is kept is no seat",
      keeps(JSON.stringify([null, 7, { pin: 123456, name: "A", token: "a", keptAt }])),
      [],
    ],
    ["nothing says that somebody plays", {}, []],
    ["the PIN has more behind it", { search: "?pin=123456abc" }, []],
    ["there are two PINs", { search: "?pin=123456&pin=654321" }, []],
    ["the PIN is none", { search: "?pin=12345678" }, []],
    ["storage is forbidden and there is no PIN", { storage: null }, []],
    ["storage is forbidden and there is a PIN", { search: "?pin=123456", storage: null }, [address]],
  ])("the connection, when it is expected: %s", (_, where, expected) => {
    expect(page(where).sockets).toEqual(expected);
  });

  const seats = [
    { pin: "654321", name: "Bo", token: "bo", keptAt },
    { pin: "123456", name: "Ada", token: "ada", keptAt },
  ];
  const ofAda = '40/player,{"token":"ada","pin":"123456"}';
  test.each([
    ["the seat of the address's game is kept", { search: "?pin=123456", seats }, [ofAda]],
    ["the newest seat, without an address", { seats: seats.toReversed() }, [ofAda]],
    ["only another game's seat is kept", { search: "?pin=123456", seats: seats.slice(0, 1) }, []],
    ["none is kept", { search: "?pin=123456", seats: [] }, []],
  ])("the way back to a seat, as soon as the connection is open: %s", (_, { seats, ...where }, expected) => {
    const phone = page({ ...where, ...keeps(JSON.stringify(seats)) });
    expect(phone.sent).toEqual([]);
    phone.hears('0{"sid":"abc"}');
    phone.hears('40/player,{"sid":"def"}');
    expect(phone.sent).toEqual(expected);
    expect(phone.early()?.asked).toBe(expected[0]);
    expect(phone.early()?.heard).toEqual([
      { data: '0{"sid":"abc"}', at: 7 },
      { data: '40/player,{"sid":"def"}', at: 7 },
    ]);
  });

  test("the way back to the newest token, which another tab may have been given meanwhile", () => {
    const storage = { "deckdash.seats": JSON.stringify([seatOf("123456")]) };
    const phone = page({ storage });
    storage["deckdash.seats"] = JSON.stringify([{ ...seatOf("123456"), token: "newer" }]);
    phone.hears('0{"sid":"abc"}');
    expect(phone.sent).toEqual(['40/player,{"token":"newer","pin":"123456"}']);
  });

  test("the answer to the server's clock, at once", () => {
    const phone = page({ search: "?pin=123456" });
    phone.hears('42/player,12["clock",1795416427692,null]');
    phone.hears('42/player,["seated",{"name":"["clock",1"}]');
    expect(phone.sent).toEqual(["43/player,12[]"]);
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
