import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { HostLink } from "@/client/host";
import type { RoundId } from "@/contract/ids";
import { picturesOf } from "@/contract/pictures";
import type { HostView } from "@/contract/views";
import { createClassSeats } from "../classes/class-seats";
import { createClasses } from "../classes/classes";
import { hostScreen, inPhase, next, phone, shows, type TestPhone, tap } from "../testing/live-players";
import { type LiveServer, startLiveServer } from "../testing/live-server";
import { MemoryEventLog } from "../testing/memory-event-log";
import { startTestDatabase, type TestDatabase } from "../testing/test-database";

const SECRET = "s".repeat(32);
let db: TestDatabase;
let server: LiveServer;
const links: { stop: () => unknown }[] = [];

beforeAll(async () => {
  db = await startTestDatabase();
  server = await startLiveServer({
    log: new MemoryEventLog(),
    classSeats: createClassSeats(db.prisma, SECRET),
  });
});
afterEach(async () => {
  for (const link of links.splice(0).reverse()) await link.stop();
});
afterAll(async () => {
  await server.stop();
  await db.close();
});

/** A class with its printed words, and a game of it. */
async function schoolDay(...names: string[]) {
  const { id: teacherId } = await db.prisma.teacher.create({
    data: { name: "Ada", email: `ada-${crypto.randomUUID()}@example.org` },
  });
  const classes = createClasses({ db: db.prisma, pool: db.pool, secret: SECRET, now: () => new Date() });
  const { classId } = await classes.create(teacherId, "7b", { names, problems: [] });
  const cards = (await classes.drawSeatCards(teacherId, classId, "all", "words")) ?? [];
  const card = (name: string) => {
    const found = cards.find((one) => one.name === name);
    if (!found) throw new Error(`${name} has no card.`);
    return found;
  };
  const game = await server.create({ confidence: false }, classId);
  return { teacherId, classes, classId, card, game, cards };
}

const come = (shelf?: Map<string, string>): TestPhone => {
  const made = phone(server.origin, shelf);
  links.push(made.link);
  return made;
};
const host = async (game: { sessionId: HostView["sessionId"] }): Promise<HostLink> => {
  const link = await hostScreen(server, game.sessionId);
  links.push(link);
  return link;
};
const sits = (pin: string, { studentId, words }: { studentId: string; words: string }) => ({
  pin,
  student: { studentId, words },
});

describe("the class list", () => {
  test("is shown to a phone that knows the PIN, and says who sits already", async () => {
    const { game, card } = await schoolDay("Ana", "Bo");
    const ana = come();
    expect(await ana.link.look({ pin: "000000" })).toEqual({ ok: false, code: "no-such-room" });
    await ana.link.join(sits(game.pin, card("Ana")));
    expect(await come().link.look({ pin: game.pin })).toMatchObject({
      roster: {
        name: "7b",
        own: null,
        students: [
          { name: "Ana", seated: true },
          { name: "Bo", seated: false },
        ],
      },
    });
  });

  test("is none in a game without a class, where nobody is a student", async () => {
    const { card } = await schoolDay("Ana");
    const { pin } = await server.create();
    expect(await come().link.look({ pin })).toEqual({ ok: true, roster: null, names: "typed" });
    expect(await come().link.join(sits(pin, card("Ana")))).toEqual({ ok: false, code: "no-such-student" });
  });
});

describe("a seat", () => {
  test("is taken with two words, however they are typed, under the student's own name", async () => {
    const { game, card } = await schoolDay("Ana Maria da Conceição Vasconcelos", "Bo");
    const guest = come();
    await guest.link.join({ pin: game.pin, name: "Bo" });
    const { studentId, words } = card("Bo");
    const typed = { studentId, words: ` ${words.toUpperCase().replace(" ", "-")} ` };
    expect(await come().link.join(sits(game.pin, typed))).toEqual({ ok: true, name: "Bo 2" });
    const long = await come().link.join(sits(game.pin, card("Ana Maria da Conceição Vasconcelos")));
    expect(long).toEqual({ ok: true, name: "Ana Maria da Concei." });
  });

  test("is taken with four pictures as with two words: in their order, thrown away by a new card, five tries", async () => {
    const { game, card, classes, classId, teacherId } = await schoolDay("Ana", "Bo");
    const [drawn] =
      (await classes.drawSeatCards(teacherId, classId, { studentId: card("Bo").studentId }, "pictures")) ??
      [];
    if (!drawn) throw new Error("No card was drawn.");
    expect(picturesOf(drawn.words)).toHaveLength(4);
    expect(await come().link.look({ pin: game.pin })).toMatchObject({
      roster: {
        students: [
          { name: "Ana", proof: "words" },
          { name: "Bo", proof: "pictures" },
        ],
      },
    });
    const other = picturesOf(drawn.words).map((name) => (name === "apple" ? "ball" : "apple"));
    expect(await come().link.join(sits(game.pin, card("Bo")))).toMatchObject({ code: "wrong-words" });
    for (let i = 0; i < 4; i++)
      expect(await come().link.join(sits(game.pin, { ...drawn, words: other.join(" ") }))).toMatchObject({
        code: "wrong-words",
      });
    expect(await come().link.join(sits(game.pin, drawn))).toMatchObject({ code: "words-throttled" });

    const fresh = await schoolDay("Cem");
    const [row] =
      (await fresh.classes.drawSeatCards(fresh.teacherId, fresh.classId, "all", "pictures")) ?? [];
    if (!row) throw new Error("No card was drawn.");
    expect(await come().link.join(sits(fresh.game.pin, row))).toEqual({ ok: true, name: "Cem" });
  });

  test("is found by the same phone in the class's next game, and the phone's token is not in the database", async () => {
    const { game, card, classId } = await schoolDay("Ana");
    const shelf = new Map<string, string>();
    await come(shelf).link.join(sits(game.pin, card("Ana")));
    const kept = JSON.parse(shelf.get("deckdash.class-seats") ?? "[]");
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(await db.prisma.classSeat.findMany())).not.toContain(kept[0]);
    const tomorrow = await server.create({}, classId);
    const again = come(shelf);
    expect(await again.link.look({ pin: tomorrow.pin })).toMatchObject({ roster: { own: { name: "Ana" } } });
    expect(await again.link.joinAgain({ pin: tomorrow.pin })).toEqual({ ok: true, name: "Ana" });
  });

  test("cannot be taken from another class, by words or by a phone's seat", async () => {
    const mine = await schoolDay("Ana");
    const other = await schoolDay("Ana");
    const shelf = new Map<string, string>();
    await come(shelf).link.join(sits(other.game.pin, other.card("Ana")));
    const stranger = come(shelf);
    expect(await stranger.link.look({ pin: mine.game.pin })).toMatchObject({ roster: { own: null } });
    expect(await stranger.link.joinAgain({ pin: mine.game.pin })).toEqual({
      ok: false,
      code: "class-seat-unknown",
    });
    expect(await come().link.join(sits(mine.game.pin, other.card("Ana")))).toEqual({
      ok: false,
      code: "wrong-words",
    });
    const { studentId } = mine.card("Ana");
    const { words } = other.card("Ana");
    expect(await come().link.join(sits(mine.game.pin, { studentId, words }))).toMatchObject({ ok: false });
  });

  test("moves to another phone with its score, and the first phone is told", async () => {
    const { game, card } = await schoolDay("Ana");
    const screen = await host(game);
    const first = come();
    await first.link.join(sits(game.pin, card("Ana")));
    await next(screen);
    await tap(first.link, true);
    const { view } = await shows(first.link.store, inPhase("reveal"));
    const second = come();
    expect(await second.link.join(sits(game.pin, card("Ana")))).toEqual({ ok: true, name: "Ana" });
    const there = await shows(second.link.store, inPhase("reveal"));
    expect(there.view?.playerId).toBe(view?.playerId);
    expect(there.view?.score).toBe(view?.score);
    expect(view?.score).toBeGreaterThan(0);
    await shows(first.link.store, ({ connection }) => connection === "displaced");
  });

  test("is refused after five wrong tries, even with the right words, to this student alone", async () => {
    const { game, card } = await schoolDay("Ana", "Bo");
    const { studentId, words } = card("Ana");
    const codes: unknown[] = [];
    for (let i = 0; i < 6; i++) {
      // A new phone every time: it is the student who is guessed at.
      const answer = await come().link.join(sits(game.pin, { studentId, words: `maple ${i}` }));
      codes.push(answer.ok || answer.code);
    }
    expect(codes).toEqual([...Array(5).fill("wrong-words"), "words-throttled"]);
    expect(await come().link.join(sits(game.pin, { studentId, words }))).toEqual({
      ok: false,
      code: "words-throttled",
    });
    expect(await come().link.join(sits(game.pin, card("Bo")))).toEqual({ ok: true, name: "Bo" });
  });

  test("is not opened by words that were drawn anew since, nor by phones let in by them", async () => {
    const { game, card, classes, teacherId, classId } = await schoolDay("Ana");
    const shelf = new Map<string, string>();
    const old = card("Ana");
    await come(shelf).link.join(sits(game.pin, old));
    await classes.drawSeatCards(teacherId, classId, { studentId: old.studentId }, "words");
    const tomorrow = await server.create({}, classId);
    expect(await come(shelf).link.joinAgain({ pin: tomorrow.pin })).toMatchObject({ ok: false });
    expect(await come().link.join(sits(tomorrow.pin, old))).toMatchObject({ ok: false, code: "wrong-words" });
  });
});

describe("one school's address", () => {
  test("lets 200 students in at once who are right, with guessers between them", async () => {
    const { classId, cards, card } = await schoolDay(
      ...Array.from({ length: 200 }, (_, i) => `Student ${i}`),
      ...Array.from({ length: 8 }, (_, i) => `Victim ${i}`),
    );
    const students = cards.filter(({ name }) => name.startsWith("Student"));
    // A server of its own: what is wrong here must not be counted against the other tests.
    const school = await startLiveServer({
      log: new MemoryEventLog(),
      classSeats: createClassSeats(db.prisma, SECRET),
    });
    links.push(school);
    const { pin } = await school.create({ confidence: false }, classId);
    const knock = (proof: Parameters<typeof sits>[1]) => {
      const { link } = phone(school.origin);
      links.push(link);
      return link.join(sits(pin, proof));
    };
    const guesses = students.slice(0, 30).map((_, i) => {
      const { studentId } = card(`Victim ${i % 8}`);
      return knock({ studentId, words: `maple ${i}` });
    });
    const joins = students.map(knock);
    expect(await Promise.all(joins)).toEqual(students.map(({ name }) => ({ ok: true, name })));
    for (const answer of await Promise.all(guesses))
      expect(answer).toEqual({ ok: false, code: "wrong-words" });
  });
});

describe("a student without a phone", () => {
  test("gets a seat and an answer from the host, and the question waits for it", async () => {
    const { game, card } = await schoolDay("Ana", "Bo");
    const screen = await host(game);
    const view = () => screen.store.read().view;
    await shows(screen.store, (live) => live.view?.absent?.length === 2);
    const ana = come();
    await ana.link.join(sits(game.pin, card("Ana")));
    await screen.send({ type: "lock", locked: true });
    expect(await screen.send({ type: "seat-student", studentId: card("Bo").studentId })).toEqual({
      ok: true,
    });
    expect(await screen.send({ type: "seat-student", studentId: card("Bo").studentId })).toMatchObject({
      ok: false,
    });
    expect(await screen.send({ type: "seat-student", studentId: "nobody" })).toMatchObject({
      code: "no-such-student",
    });
    await shows(screen.store, (live) => live.view?.absent?.length === 0);
    const bo = view()?.players.find(({ name }) => name === "Bo");
    expect(bo).toMatchObject({ phoneless: true, connected: false });

    await next(screen);
    await tap(ana.link, true);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const { view: asked } = await shows(screen.store, inPhase("question"));
    if (asked?.phase.name !== "question" || !bo) throw new Error("The question did not wait.");
    const { round } = asked.phase;
    const answer = {
      type: "answer-for",
      roundId: round.id as RoundId,
      optionId: round.options[0]?.id,
    } as const;
    const anaId = asked.players.find(({ name }) => name === "Ana")?.id;
    if (!answer.optionId || !anaId) throw new Error("Somebody is missing.");
    const { optionId } = answer;
    expect(await screen.send({ ...answer, optionId, playerId: anaId })).toEqual({
      ok: false,
      code: "has-phone",
    });
    expect(await screen.send({ ...answer, optionId, playerId: bo.id })).toEqual({ ok: true });
    const { view: revealed } = await shows(screen.store, inPhase("reveal"));
    expect(revealed?.phase).toMatchObject({ answered: 2 });
  });
});
