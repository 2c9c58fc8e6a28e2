import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GameEvent } from "@/contract/events";
import type { PlayerId, RoundId, SessionId } from "@/contract/ids";
import { DEFAULT_SETTINGS } from "@/contract/settings";
import { eventLogContract } from "../testing/event-log-contract";
import { askedQuestion, commandId, optionId, playerId, roundId } from "../testing/game";
import { storedDeck } from "../testing/stored-deck";
import { startTestDatabase, type TestDatabase } from "../testing/test-database";
import { PostgresEventLog } from "./postgres-event-log";

let database: TestDatabase;
let log: PostgresEventLog;
let owner: { teacherId: string; deckId: string };
beforeAll(async () => {
  database = await startTestDatabase();
  log = new PostgresEventLog(database.pool);
  owner = await storedDeck(database, 1);
});
afterAll(async () => {
  await log.close();
  await database.close();
});

describe("the event log in PostgreSQL", () => {
  eventLogContract(async () => ({ log, ...owner }));

  test("keeps rows for pages beside the events", async () => {
    const [session] = await log.unfinished(0);
    const sessionId = session?.sessionId;
    if (!session || !sessionId) throw new Error("The contract's tests leave a session behind.");
    const id = playerId(`${sessionId}-row`);
    const seq = (session.events.at(-1)?.seq ?? 0) + 1;
    const events: GameEvent[] = [
      { type: "player-joined", at: 10, playerId: id, name: "Ben", studentId: null },
      { type: "player-renamed", at: 11, playerId: id, name: "Benno" },
      { type: "player-removed", at: 12, playerId: id, reason: "left" },
    ];
    await log.append({
      sessionId,
      seats: [{ playerId: id, tokenHash: `${id}-hash`, previousHash: null }],
      events: events.map((event, i) => ({ seq: seq + i, event, cause: null })),
    });
    expect(await database.prisma.player.findUnique({ where: { id } })).toMatchObject({
      name: "Benno",
      joinedAt: new Date(10),
      removedAt: new Date(12),
    });
  });

  describe("the rows of answers follow their events", () => {
    const answerOf = (round: RoundId, player: PlayerId): GameEvent => ({
      ...{ type: "answer-accepted", at: 3, roundId: round, playerId: player, optionId: optionId("q-right") },
      ...{ takenMs: 900, correct: true, points: 800, commandId: commandId("command-of-an-answer") },
      award: { base: 700, speed: 100, streak: 0, multiplier: 1 },
    });
    const numbered = (first: number, events: GameEvent[]) =>
      events.map((event, i) => ({ seq: first + i, event, cause: null }));
    /** A game with an open round and two answers in commits of their own. */
    const answered = async (pin: string) => {
      const sessionId = `rows-${pin}` as SessionId;
      const round = roundId(`rows-round-${pin}`);
      const players = [playerId(`rows-${pin}-1`), playerId(`rows-${pin}-2`)];
      const created = { type: "session-created", at: 1, sessionId, title: "Rows", pin } as const;
      await log.create({ ...owner, classId: null, created: { ...created, settings: DEFAULT_SETTINGS } });
      const joined = players.map(
        (id): GameEvent => ({ type: "player-joined", at: 2, playerId: id, name: id, studentId: null }),
      );
      const opened: GameEvent = {
        ...{
          type: "round-opened",
          at: 2,
          roundId: round,
          number: 1,
          question: askedQuestion(),
          multiplier: 1,
        },
        ...{ opensAt: 2, durationMs: null, why: null },
      };
      const seats = players.map((id) => ({ playerId: id, tokenHash: `${id}-hash`, previousHash: null }));
      await log.append({ sessionId, seats, events: numbered(2, [...joined, opened]) });
      for (const [i, id] of players.entries())
        await log.append({ sessionId, seats: [], events: numbered(5 + i, [answerOf(round, id)]) });
      const rows = () =>
        database.prisma.answer.findMany({ where: { sessionId }, orderBy: { playerId: "asc" } });
      return { sessionId, round, players, rows };
    };

    test("within a moment when nothing else happens", async () => {
      const { rows } = await answered("700001");
      await expect.poll(async () => (await rows()).length).toBe(2);
      expect(await rows()).toMatchObject([{ points: 800, base: 700, confidence: null }, { speed: 100 }]);
    });

    test("at the latest with the next other event, which may change them", async () => {
      const { sessionId, round, players, rows } = await answered("700002");
      const [first] = players;
      if (!first) throw new Error("There are two players.");
      const events: GameEvent[] = [
        { type: "confidence-rated", at: 4, roundId: round, playerId: first, rating: 4 },
        { type: "round-closed", at: 5, roundId: round, reason: "host" },
      ];
      await log.append({ sessionId, seats: [], events: numbered(7, events) });
      expect(await rows()).toMatchObject([{ confidence: 4 }, { confidence: null }]);
    });

    test("L7: after a crash in between, at the next start", async () => {
      const { sessionId, rows } = await answered("700003");
      const next = new PostgresEventLog(database.pool);
      expect((await next.unfinished(0)).some((session) => session.sessionId === sessionId)).toBe(true);
      expect(await rows()).toHaveLength(2);
      await next.close();
    });

    test("except for a player whose data was deleted meanwhile", async () => {
      const { sessionId, round, players, rows } = await answered("700004");
      await database.prisma.player.delete({ where: { id: players[0] ?? "" } });
      const closed: GameEvent = { type: "round-closed", at: 5, roundId: round, reason: "host" };
      await log.append({ sessionId, seats: [], events: numbered(7, [closed]) });
      expect(await rows()).toMatchObject([{ playerId: players[1] }]);
    });
  });

  test("L20: opens the other sessions when one has a log that cannot be read, and leaves that one as it is", async () => {
    const readable = (await log.unfinished(0)).length;
    await database.prisma.session.create({
      data: {
        id: "torn",
        ...owner,
        title: "Torn",
        settings: {},
        events: { create: { seq: 1, type: "from-the-future", at: new Date(), payload: {} } },
      },
    });
    const unreadable: string[] = [];
    const careful = new PostgresEventLog(
      database.pool,
      () => {},
      (id) => unreadable.push(id),
    );
    expect(await careful.unfinished(0)).toHaveLength(readable);
    expect(unreadable).toEqual(["torn"]);
    expect(await database.prisma.gameEvent.count({ where: { sessionId: "torn" } })).toBe(1);
  });
});
