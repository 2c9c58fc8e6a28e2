import { expect, test } from "vitest";
import type { GameEvent } from "@/contract/events";
import type { SessionId } from "@/contract/ids";
import { DEFAULT_SETTINGS } from "@/contract/settings";
import { cryptoChance } from "../room/chance";
import type { EventLog, NewSession, NumberedEvent } from "../room/ports";
import { askedQuestion, optionId, playerId, roundId } from "./game";

/** What a test needs of a store: the log, and ids that its foreign keys accept. */
export type LogUnderTest = { log: EventLog; teacherId: string; deckId: string };

const numbered = (first: number, ...events: GameEvent[]): NumberedEvent[] =>
  events.map((event, i) => ({ seq: first + i, event, cause: i === 0 ? `host/command-${first}` : null }));
const joined = (name: string, at: number): GameEvent => ({
  type: "player-joined",
  at,
  playerId: playerId(name),
  name,
  studentId: null,
});
const seat = (name: string) => ({ playerId: playerId(name), tokenHash: `hash-${name}`, previousHash: null });

/** The behaviour that every event log has, the one in memory and the one in PostgreSQL alike. */
export function eventLogContract(under: () => Promise<LogUnderTest>) {
  const session = async (pin = cryptoChance.pin()) => {
    const { log, teacherId, deckId } = await under();
    const created: NewSession["created"] = {
      type: "session-created",
      at: 1_700_000_000_123,
      sessionId: cryptoChance.sessionId(),
      title: "Sums",
      pin,
      settings: DEFAULT_SETTINGS,
    };
    const answer = await log.create({ teacherId, deckId, classId: null, created });
    return { log, answer, created, sessionId: created.sessionId, teacherId, deckId };
  };

  test("gives a new session back as it was stored", async () => {
    const { log, sessionId, created, answer, teacherId, deckId } = await session();
    expect(answer).toBe("created");
    expect(await log.load(sessionId)).toEqual({
      sessionId,
      teacherId,
      deckId,
      classId: null,
      seats: [],
      events: [{ seq: 1, event: created, cause: null }],
    });
  });

  test("lets no two open sessions have the same PIN, and frees it at the end", async () => {
    const pin = cryptoChance.pin();
    const { log, sessionId } = await session(pin);
    expect((await session(pin)).answer).toBe("pin-taken");
    await log.append({ sessionId, seats: [], events: numbered(2, { type: "session-ended", at: 1 }) });
    expect((await session(pin)).answer).toBe("created");
  });

  test("gives a whole game back, event by event, with causes and seats", async () => {
    const { log, sessionId, created } = await session();
    const [ada, r1] = [playerId(`${sessionId}-ada`), roundId(`${sessionId}-r1`)];
    const seats = [{ playerId: ada, tokenHash: `${sessionId}-1`, previousHash: null }];
    const question = askedQuestion();
    const open: GameEvent = {
      ...{ type: "round-opened", at: 5, roundId: r1, number: 1, question, multiplier: 1 },
      ...{ opensAt: 3_005, durationMs: 20_000, why: "a reason" },
    };
    const answered: GameEvent = {
      ...{ type: "answer-accepted", at: 4_000, roundId: r1, playerId: ada, optionId: optionId("q-right") },
      ...{ takenMs: 995, correct: true, points: 1487, commandId: "command-of-ada" },
      award: { base: 1000, speed: 487, streak: 0, multiplier: 1 },
    };
    const all: GameEvent[][] = [
      [{ ...joined("ada", 3), playerId: ada } as GameEvent],
      [{ type: "player-renamed", at: 4, playerId: ada, name: "Ada L." }, open],
      [answered, { type: "confidence-rated", at: 4_500, roundId: r1, playerId: ada, rating: 4 }],
      [
        { type: "time-added", at: 4_600, roundId: r1, ms: 5_000 },
        { type: "round-closed", at: 5_000, roundId: r1, reason: "all-answered" },
        { type: "round-voided", at: 5_100, roundId: r1, voided: true },
      ],
      [{ type: "session-ended", at: 6_000 }],
    ];
    let seq = 2;
    const expected: NumberedEvent[] = [{ seq: 1, event: created, cause: null }];
    for (const [i, events] of all.entries()) {
      const batch = numbered(seq, ...events);
      await log.append({ sessionId, events: batch, seats: i === 0 ? seats : [] });
      expected.push(...batch);
      seq += events.length;
    }
    const stored = await log.load(sessionId);
    expect(stored?.events).toEqual(expected);
    expect(stored?.seats).toEqual(seats);
  });

  test("takes events in order only, and all of an append or nothing", async () => {
    const { log, sessionId } = await session();
    await log.append({ sessionId, seats: [], events: numbered(2, { type: "standings-shown", at: 2 }) });
    const twice = log.append({
      sessionId,
      seats: [],
      events: [
        ...numbered(3, { type: "standings-shown", at: 3 }),
        ...numbered(2, { type: "standings-shown", at: 4 }),
      ],
    });
    await expect(twice).rejects.toThrow();
    expect((await log.load(sessionId))?.events).toHaveLength(2);
  });

  test("replaces a seat's hashes, and stores many appends at once each for itself", async () => {
    const sessions = await Promise.all([session(), session(), session()]);
    await Promise.all(
      sessions
        .map(({ log, sessionId }, i) =>
          log.append({
            sessionId,
            seats: [{ ...seat(`${sessionId}-p`), tokenHash: `${sessionId}-first` }],
            // The second append conflicts: it must not take the others down with it.
            events: numbered(i === 1 ? 1 : 2, {
              ...joined("p", 1),
              playerId: playerId(`${sessionId}-p`),
            } as GameEvent),
          }),
        )
        .map((append, i) => (i === 1 ? expect(append).rejects.toThrow() : append)),
    );
    const [first] = sessions;
    const { log, sessionId } = first as (typeof sessions)[number];
    const rotated = {
      playerId: playerId(`${sessionId}-p`),
      tokenHash: `${sessionId}-second`,
      previousHash: `${sessionId}-first`,
    };
    await log.append({ sessionId, seats: [rotated], events: [] });
    expect((await log.load(sessionId))?.seats).toEqual([rotated]);
  });

  test("L29: takes nothing from a server whose session another has claimed since, not even a seat's new token", async () => {
    const { log, sessionId, created } = await session();
    const ada = playerId(`${sessionId}-ada`);
    const seatOf = (tokenHash: string) => ({ playerId: ada, tokenHash, previousHash: null });
    const before = await log.claim(sessionId);
    const { fence } = before ?? {};
    expect(before?.events).toEqual([{ seq: 1, event: created, cause: null }]);
    const joins = numbered(2, { ...joined("ada", 3), playerId: ada } as GameEvent);
    await log.append({ sessionId, events: joins, seats: [seatOf(`${sessionId}-1`)], fence });
    const after = await log.claim(sessionId);
    expect(after?.events).toHaveLength(2);
    const late = [
      { sessionId, events: numbered(3, { type: "standings-shown", at: 4 }), seats: [], fence },
      { sessionId, events: [], seats: [seatOf(`${sessionId}-late`)], fence },
    ];
    for (const append of late) await expect(log.append(append)).rejects.toThrow();
    const ends = numbered(3, { type: "session-ended", at: 5 });
    await log.append({ sessionId, events: ends, seats: [seatOf(`${sessionId}-2`)], fence: after?.fence });
    expect(await log.load(sessionId)).toMatchObject({
      events: [{ seq: 1 }, { seq: 2 }, { seq: 3, event: { type: "session-ended" } }],
      seats: [seatOf(`${sessionId}-2`)],
    });
  });

  test("claims no session that never was", async () => {
    expect(await (await under()).log.claim("nobody" as SessionId)).toBeNull();
  });

  test("finds the sessions that have not ended, and those that ended of late", async () => {
    const [open, late, old] = await Promise.all([session(), session(), session()]);
    const end = (at: number): GameEvent => ({ type: "session-ended", at });
    await late.log.append({ sessionId: late.sessionId, seats: [], events: numbered(2, end(2_000)) });
    await old.log.append({ sessionId: old.sessionId, seats: [], events: numbered(2, end(1_000)) });
    const found = (await open.log.unfinished(1_500)).map(({ sessionId }) => sessionId);
    expect(found).toContain(open.sessionId);
    expect(found).toContain(late.sessionId);
    expect(found).not.toContain(old.sessionId);
  });

  test("does not know a session that never was", async () => {
    expect(await (await under()).log.load("nobody" as SessionId)).toBeNull();
  });
}
