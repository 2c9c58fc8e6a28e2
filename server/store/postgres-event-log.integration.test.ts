import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GameEvent } from "@/contract/events";
import { eventLogContract } from "../testing/event-log-contract";
import { playerId } from "../testing/game";
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
  log.close();
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
