import { expect, test, vi } from "vitest";
import { FakeClock } from "../testing/fake-clock";
import { TestGame } from "../testing/game";
import { Ledger } from "./ledger";
import type { EventLog } from "./ports";

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A ledger of a fresh game, how many events each of its commits held, and a command that is accepted. */
function openLedger() {
  const commits: number[] = [];
  const log: EventLog = {
    create: async () => "created",
    claim: async () => null,
    append: async ({ events }) => void commits.push(events.length),
    load: async () => null,
    unfinished: async () => [],
  };
  const { events, state } = new TestGame();
  const stored = events.map((event, i) => ({ seq: i + 1, event, cause: null }));
  const session = { sessionId: state.sessionId, teacherId: "ada", deckId: null, classId: null, seats: [] };
  const hooks = { stored: () => {}, reread: () => {}, vanished: () => {} };
  const ledger = new Ledger({ ...session, events: stored }, log, new FakeClock(), quiet, hooks);
  const write = (done: () => void = () => {}) =>
    ledger.write(null, (_, at) => ({ ok: true, events: [{ type: "lock-changed", at, locked: true }] }), done);
  return { commits, write };
}

test("a burst whose commands arrive one upon another is one commit", async () => {
  const { commits, write } = openLedger();
  for (let command = 0; command < 40; command++) {
    write();
    await nextTurn();
  }
  await vi.waitFor(() => expect(commits).toEqual([40]));
});

test("a burst that does not end is committed in parts, so that its first commands are not kept waiting", async () => {
  const { commits, write } = openLedger();
  let done = 0;
  for (let command = 0; command < 600; command++) {
    write(() => {
      done += 1;
    });
    await nextTurn();
    if (command === 300) expect(done).toBeGreaterThanOrEqual(250);
  }
  await vi.waitFor(() => expect(done).toBe(600));
  expect(Math.max(...commits)).toBe(250);
});

test("a command that comes alone is committed without another coming", async () => {
  const { commits, write } = openLedger();
  write();
  await vi.waitFor(() => expect(commits).toEqual([1]));
});
