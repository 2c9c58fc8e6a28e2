import { describe, expect, test } from "vitest";
import type { Ack } from "@/contract/errors";
import type { PlayerView } from "@/contract/views";
import { applyPlayerPatch } from "./apply";
import { deliver } from "./deliver";
import { LiveStore } from "./live-store";
import { SeatKeeper } from "./seat-keeper";

const view = (score: number) => ({ role: "player", score }) as PlayerView;
const shelf = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

describe("what a screen shows", () => {
  test("L11: patches follow each other, an old one is nothing, and a gap asks for the whole", async () => {
    let asked = 0;
    const store = new LiveStore(applyPlayerPatch, async () => {
      asked += 1;
      return { ok: true as const, snapshot: { seq: 9, now: 0, view: view(900) } };
    });
    store.whole({ seq: 3, now: 0, view: view(0) });
    store.patch({ seq: 4, now: 0, set: { score: 100 } });
    store.patch({ seq: 4, now: 0, set: { score: 999 } });
    expect(store.read().view?.score).toBe(100);
    store.patch({ seq: 6, now: 0, set: { score: 300 } });
    store.patch({ seq: 7, now: 0, set: { score: 400 } });
    await Promise.resolve();
    await Promise.resolve();
    expect(asked).toBe(1);
    expect(store.read().view?.score).toBe(900);
    store.patch({ seq: 10, now: 0, set: { score: 1_000 } });
    expect(store.read().view?.score).toBe(1_000);
  });
});

describe("a screen that comes back", () => {
  test("L11: hears a patch before it has taken over the whole view that the patch builds on, and misses nothing", async () => {
    let asked = 0;
    const store = new LiveStore(applyPlayerPatch, async () => {
      asked += 1;
      return { ok: true as const, snapshot: { seq: 12, now: 0, view: view(500) } };
    });
    store.whole({ seq: 11, now: 0, view: view(0) });
    store.linked();
    store.patch({ seq: 12, now: 0, set: { score: 500 } });
    store.whole({ seq: 11, now: 0, view: view(0) });
    await Promise.resolve();
    await Promise.resolve();
    expect(asked).toBe(1);
    expect(store.read().view?.score).toBe(500);
  });

  test("L11: asks once more when a patch has overtaken the whole view it asked for", async () => {
    const snapshots = [2, 3].map((seq) => ({ seq, now: 0, view: view(seq * 100) }));
    const store = new LiveStore(applyPlayerPatch, async () => {
      const snapshot = snapshots.shift();
      if (!snapshot) throw new Error("It asks without end.");
      if (snapshot.seq === 2) store.patch({ seq: 3, now: 0, set: { score: 300 } });
      return { ok: true as const, snapshot };
    });
    // Before the restart of the server the numbers were higher.
    store.whole({ seq: 50, now: 0, view: view(0) });
    store.linked();
    expect(await store.resync()).toBe(true);
    expect(store.read().view?.score).toBe(300);
    expect(snapshots).toEqual([]);
  });
});

describe("a command", () => {
  test("L1: is sent until it is acknowledged, and a dead link is given up after two misses", async () => {
    let tries = 0;
    let suspected = 0;
    const answer = await deliver({
      ready: async () => null,
      transmit: async () => {
        tries += 1;
        if (tries < 4) throw new Error("no acknowledgement in time");
        return { ok: true };
      },
      suspect: () => {
        suspected += 1;
      },
    });
    expect(answer).toEqual({ ok: true });
    expect([tries, suspected]).toEqual([4, 1]);
  });

  test("L1: is sent again when the server could not store it just now, and not when it is refused", async () => {
    const answers: Ack[] = [
      { ok: false, code: "try-again" },
      { ok: false, code: "too-late" },
    ];
    let tries = 0;
    const answer = await deliver({
      ready: async () => null,
      transmit: async () => answers[tries++] ?? { ok: true },
      suspect: () => {},
    });
    expect(answer).toEqual({ ok: false, code: "too-late" });
    expect(tries).toBe(2);
  });

  test("L6: a tap that is there before the question opens goes again until it counts", async () => {
    const early: Ack = { ok: false, code: "too-early" };
    const answers: Ack[] = [early, early];
    let tries = 0;
    const answer = await deliver({
      ready: async () => null,
      transmit: async () => answers[tries++] ?? { ok: true },
      suspect: () => {},
    });
    expect(answer).toEqual({ ok: true });
    expect(tries).toBe(3);
  });

  test("ends with the reason when the link will not be up again", async () => {
    const store = new LiveStore(applyPlayerPatch, async () => ({
      ok: false as const,
      code: "seat-unknown" as const,
    }));
    store.to("reconnecting");
    const answer = deliver({
      ready: () => store.ready(),
      transmit: async () => ({ ok: true }),
      suspect: () => {},
    });
    store.to("removed");
    expect(await answer).toEqual({ ok: false, code: "seat-removed" });
  });
});

describe("kept seats", () => {
  test("are found by PIN, or the last one, and only for a day", () => {
    let now = 0;
    const storage = shelf();
    const seats = new SeatKeeper(storage, () => now);
    seats.keep({ pin: "111111", name: "Ben", token: "one" });
    seats.keep({ pin: "222222", name: "Ben", token: "two" });
    expect(seats.find()?.token).toBe("two");
    expect(seats.find("111111")?.token).toBe("one");
    seats.keep({ pin: "111111", name: "Ben", token: "new" });
    expect(seats.find("111111")?.token).toBe("new");
    seats.forget("111111");
    expect(seats.find("111111")).toBeNull();
    now = 25 * 60 * 60 * 1_000;
    expect(seats.find()).toBeNull();
  });

  test.each(["{", "null", '[{"pin":1}]', '"x"'])("survive a storage that holds %s", (held) => {
    const storage = shelf();
    storage.setItem("deckdash.seats", held);
    expect(new SeatKeeper(storage).find()).toBeNull();
  });
});
