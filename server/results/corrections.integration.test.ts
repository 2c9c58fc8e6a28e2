import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CorrectionCommand } from "@/contract/corrections";
import { SessionId } from "@/contract/ids";
import { fold } from "../domain/game/evolve";
import { correctionTrace } from "../queries/results/correction-trace";
import { sessionResults } from "../queries/results/session-results";
import { cryptoChance } from "../room/chance";
import { Registry } from "../room/registry";
import { MasteryListener } from "../store/mastery/listener";
import { OptionCounter } from "../store/option-counter";
import { PostgresEventLog } from "../store/postgres-event-log";
import { KeptLog, listedQuestions, noClass, realClock } from "../testing/live-server";
import { playSession } from "../testing/played-session";
import { storedDeck } from "../testing/stored-deck";
import { startTestDatabase, type TestDatabase } from "../testing/test-database";
import { createResults, type Results } from "./results";

const NAMES = ["Ada", "Bea", "Cy", "Dee"];
let database: TestDatabase;
let log: PostgresEventLog;
let mastery: MasteryListener;
let results: Results;
let deck: Awaited<ReturnType<typeof storedDeck>>;
let classId: string;
let students: { name: string; studentId: string }[];
let sessionId: string;
const logger = new KeptLog();

beforeAll(async () => {
  database = await startTestDatabase();
  mastery = new MasteryListener(database.pool, logger);
  log = new PostgresEventLog(database.pool, (events) => mastery.notice(events));
  const rooms = new Registry({
    log,
    questions: listedQuestions(0),
    classSeats: noClass,
    clock: realClock,
    chance: cryptoChance,
    logger,
    joinUrl: "http://localhost",
    screensOf: () => expect.fail("no room is open in these tests"),
  });
  results = createResults({ db: database.prisma, rooms });
});

afterAll(async () => {
  await log.close();
  await database.close();
});

/** Round 0: Ada right, Bea and Cy take option 1, Dee option 2. Round 1: all right. */
const play = () =>
  playSession(database, {
    ...deck,
    classId,
    students,
    cards: [0, 1],
    choose: (student, round) => ({
      option: round === 1 ? 0 : ([0, 1, 1, 2][student] ?? 0),
      takenMs: 1_000 * (student + 1),
      confidence: 4,
    }),
    startsAt: Date.now() - 60_000,
  });

beforeEach(async () => {
  deck = await storedDeck(database, 2);
  ({ id: classId } = await database.prisma.class.create({
    data: { name: "7b", teachers: { create: { teacherId: deck.teacherId, owner: true } } },
  }));
  students = await Promise.all(
    NAMES.map(async (name) => {
      const { id } = await database.prisma.student.create({ data: { classId, name, pseudonym: name } });
      return { name, studentId: id };
    }),
  );
  sessionId = await play();
  await mastery.catchUp();
});

const read = async (id = sessionId) => {
  const found = await sessionResults(database.prisma, deck.teacherId, id);
  if (!found) throw new Error("The session is gone.");
  return found;
};

/** Everything that a correction may move: results, mastery, the frozen options. */
async function everything() {
  await mastery.settled();
  const { prisma } = database;
  const where = { student: { classId } };
  const plain = <T extends { updatedAt?: Date }>(rows: T[]) => rows.map(({ updatedAt: _, ...row }) => row);
  return {
    results: await read(),
    learned: await prisma.learnedAnswer.findMany({ where, orderBy: { id: "asc" } }),
    students: plain(await prisma.studentMemory.findMany({ where, orderBy: { studentId: "asc" } })),
    pairs: await prisma.studentCardMemory.findMany({
      where,
      orderBy: [{ studentId: "asc" }, { cardId: "asc" }],
    }),
    bank: await prisma.questionOption.findMany({
      where: { question: { deckId: deck.deckId } },
      orderBy: { id: "asc" },
    }),
  };
}

async function command(accepted: boolean, everywhere = false): Promise<CorrectionCommand> {
  const { rounds } = await read();
  const [round] = rounds;
  const option = round?.options.find(({ text }) => text === "3");
  return CorrectionCommand.parse({
    type: "accept",
    roundId: round?.id,
    optionId: option?.id,
    accepted,
    everywhere,
  });
}

describe("accepting another option after the game", () => {
  it("changes those who chose it, everywhere, and undo restores every number", async () => {
    const before = await everything();
    expect(await results.correct(deck.teacherId, sessionId, await command(true))).toEqual({
      ok: true,
      games: 1,
    });
    const after = await everything();
    expect(
      after.results.answers.map(({ name, number, correct, points }) => [name, number, correct, points]),
    ).toEqual([
      ["Ada", 1, true, 1_475],
      ["Bea", 1, true, 1_450],
      ["Cy", 1, true, 1_425],
      ["Dee", 1, false, 0],
      ["Ada", 2, true, 1_475],
      ["Bea", 2, true, 1_450],
      ["Cy", 2, true, 1_425],
      ["Dee", 2, true, 1_400],
    ]);
    expect(after.results.totals.right).toBe(before.results.totals.right + 2);
    expect(after.learned.filter(({ correct }) => correct)).toHaveLength(7);
    expect(after.pairs).not.toEqual(before.pairs);
    expect(after.bank).toEqual(before.bank);

    await results.correct(deck.teacherId, sessionId, await command(false));
    expect(await everything()).toEqual(before);
  });

  it("leaves the session the fold of its events", async () => {
    await results.correct(deck.teacherId, sessionId, await command(true));
    const stored = await log.load(SessionId.parse(sessionId));
    const state = fold(stored?.events.map(({ event }) => event) ?? []);
    const { students: rows } = await read();
    expect([...state.players.values()].map(({ name, score }) => [name, score]).sort()).toEqual(
      rows.map(({ name, points }) => [name, points]).sort(),
    );
  });

  it("reaches the deck and the other games where it is asked for", async () => {
    const other = await play();
    await mastery.catchUp();
    const before = await read(other);
    expect(await results.correct(deck.teacherId, sessionId, await command(true, true))).toEqual({
      ok: true,
      games: 2,
    });
    expect((await read(other)).totals.right).toBe(before.totals.right + 2);
    const bank = await database.prisma.questionOption.findMany({
      where: { text: "3", question: { deckId: deck.deckId, key: "sum-1" } },
    });
    expect(bank.map(({ correct }) => correct)).toEqual([true]);
    await results.correct(deck.teacherId, sessionId, await command(false, true));
    expect(await read(other)).toEqual(before);
  });

  it("is heard by mastery at the next start if the server fell in between", async () => {
    const { rounds, answers } = await read();
    const bea = answers.find(({ name, number }) => name === "Bea" && number === 1);
    await database.prisma.answer.updateMany({
      where: { roundId: rounds[0]?.id ?? "", playerId: bea?.playerId ?? "" },
      data: { correct: true },
    });
    await mastery.catchUp();
    const heard = await database.prisma.learnedAnswer.findMany({ where: { student: { classId } } });
    expect(heard.filter(({ correct }) => correct)).toHaveLength(6);
  });
});

describe("taking back what was accepted everywhere", () => {
  const option = () => ({ text: "3", question: { deckId: deck.deckId, key: "sum-1" } });
  const inDeck = async () => {
    const { correct, state, question } = await database.prisma.questionOption.findFirstOrThrow({
      where: option(),
      include: { question: { select: { edited: true } } },
    });
    return { correct, state, ...question };
  };
  const group = async (id = sessionId) => {
    const [latest] = await correctionTrace(database.prisma, await read(id));
    return latest?.everywhere?.groupId ?? "none";
  };
  const undo = (groupId: string, teacherId = deck.teacherId) =>
    results.correct(teacherId, sessionId, { type: "undo", groupId });

  it("restores every number of every game, and the deck to the letter", async () => {
    const other = await play();
    await mastery.catchUp();
    await database.prisma.questionOption.updateMany({ where: option(), data: { state: "retired" } });
    const before = [await everything(), await read(other), await inDeck()];
    await results.correct(deck.teacherId, sessionId, await command(true, true));
    expect(await inDeck()).toEqual({ correct: true, state: "active", edited: true });
    expect((await correctionTrace(database.prisma, await read(other)))[0]).toMatchObject({
      who: "Ada",
      everywhere: { games: 2, deck: true },
      stands: true,
    });

    // From the page of the other game, too.
    expect(await undo(await group(other))).toEqual({ ok: true, games: 2 });
    expect([await everything(), await read(other), await inDeck()]).toEqual(before);
    expect(await inDeck()).toEqual({ correct: false, state: "retired", edited: false });
  });

  it("can be taken back itself", async () => {
    const other = await play();
    await results.correct(deck.teacherId, sessionId, await command(true, true));
    const after = [await read(), await read(other), await inDeck()];
    await undo(await group());
    expect(await undo(await group())).toEqual({ ok: true, games: 2 });
    expect([await read(), await read(other), await inDeck()]).toEqual(after);
  });

  it("leaves alone what had been accepted before, has been undone since, or was set in the deck by hand", async () => {
    const [accepted, undone] = [await play(), await play()];
    const one = async (id: string, taken: boolean) => {
      const { rounds } = await read(id);
      const [roundId, optionId] = [rounds[0]?.id, rounds[0]?.options.find(({ text }) => text === "3")?.id];
      const wish = { type: "accept", roundId, optionId, accepted: taken, everywhere: false };
      await results.correct(deck.teacherId, id, CorrectionCommand.parse(wish));
    };
    await one(accepted, true);
    await results.correct(deck.teacherId, sessionId, await command(true, true));
    const groupId = await group();
    await one(undone, false);
    await database.prisma.questionOption.updateMany({ where: option(), data: { correct: false } });
    const before = [await read(accepted), await read(undone), await inDeck()];
    expect(await undo(groupId)).toEqual({ ok: true, games: 1 });
    expect([await read(accepted), await read(undone), await inDeck()]).toEqual(before);
    expect((await read()).totals.right).toBe(5);
    expect(await undo(groupId)).toMatchObject({ ok: false });
  });

  it("is refused to another teacher", async () => {
    await results.correct(deck.teacherId, sessionId, await command(true, true));
    const { teacherId } = await storedDeck(database, 1);
    const before = await read();
    expect(await undo(await group(), teacherId)).toMatchObject({ ok: false });
    expect(await read()).toEqual(before);
  });
});

describe("voiding a question after the game", () => {
  it("takes it out of every figure, and undo restores every number", async () => {
    const before = await everything();
    const roundId = before.results.rounds[0]?.id ?? "";
    const voiding = (voided: boolean) =>
      results.correct(deck.teacherId, sessionId, CorrectionCommand.parse({ type: "void", roundId, voided }));
    await voiding(true);
    const after = await everything();
    expect(after.results.totals).toMatchObject({ answers: 4, right: 4, voided: 1 });
    expect(after.learned.filter(({ counts }) => counts)).toHaveLength(4);
    await voiding(false);
    expect(await everything()).toEqual(before);
  });
});

it("shows who changed what when, the latest first, and what an undo would undo", async () => {
  await results.correct(deck.teacherId, sessionId, await command(true));
  await results.correct(deck.teacherId, sessionId, await command(false));
  const trace = await correctionTrace(database.prisma, await read());
  expect(
    trace.map(({ who, what, optionText, rescored, number, stands }) => ({
      who,
      what,
      optionText,
      rescored,
      number,
      stands,
    })),
  ).toEqual([
    { who: "Ada", what: "withdrawn", optionText: "3", rescored: 2, number: 1, stands: true },
    { who: "Ada", what: "accepted", optionText: "3", rescored: 2, number: 1, stands: false },
  ]);
});

it("does nothing for another teacher, and says the same as for a game that never was", async () => {
  const { teacherId } = await storedDeck(database, 1);
  const before = await everything();
  const wish = await command(true);
  const theirs = await results.correct(teacherId, sessionId, wish);
  expect(theirs).toEqual(await results.correct(deck.teacherId, "no-such-session", wish));
  expect(theirs.ok).toBe(false);
  expect(
    await results.newReportLink(teacherId, sessionId, before.results.students[0]?.playerId ?? ""),
  ).toBeNull();
  expect(await results.deleteSession(teacherId, sessionId)).toBe(false);
  expect(await everything()).toEqual(before);
  expect(await database.prisma.correction.count({ where: { sessionId } })).toBe(0);
});

it("counts each ended game once for the deck's options", async () => {
  const counter = new OptionCounter(database.pool, logger);
  await counter.catchUp();
  counter.ended(sessionId);
  await counter.settled();
  const options = await database.prisma.questionOption.findMany({
    where: { question: { deckId: deck.deckId, key: "sum-1" } },
    orderBy: { position: "asc" },
  });
  expect(options.map(({ shown, chosen }) => [shown, chosen])).toEqual([
    [4, 1],
    [4, 2],
    [4, 1],
    [4, 0],
  ]);
});

describe("an answer that is accepted at the desk", () => {
  const stored = async (text: string) => {
    const option = await database.prisma.questionOption.findFirstOrThrow({
      where: { text, question: { deckId: deck.deckId, position: 0, card: { position: 1 } } },
    });
    return option.id;
  };
  const right = async (id: string) => {
    const { rounds } = await read(id);
    return rounds[0]?.options.filter(({ correct }) => correct).map(({ text }) => text);
  };

  it("counts as right in the deck and in every game that showed it, until it is taken back", async () => {
    const another = await play();
    const option = await stored("3");
    expect(await results.acceptInDeck(deck.teacherId, option, true)).toEqual({ ok: true, games: 2 });
    for (const id of [sessionId, another]) expect(await right(id)).toEqual(["2", "3"]);
    expect(await database.prisma.questionOption.findUnique({ where: { id: option } })).toMatchObject({
      correct: true,
    });
    expect(await results.acceptInDeck(deck.teacherId, option, false)).toEqual({ ok: true, games: 2 });
    for (const id of [sessionId, another]) expect(await right(id)).toEqual(["2"]);
  });

  it("is set right in the deck alone when its games are deleted", async () => {
    await database.prisma.session.deleteMany({ where: { teacherId: deck.teacherId } });
    expect(await results.acceptInDeck(deck.teacherId, await stored("3"), true)).toEqual({
      ok: true,
      games: 0,
    });
  });

  it("is refused to strangers, and where no right or no wrong answer would be left", async () => {
    expect(await results.acceptInDeck("somebody", await stored("3"), true)).toMatchObject({ ok: false });
    expect(await results.acceptInDeck(deck.teacherId, await stored("2"), false)).toMatchObject({
      ok: false,
      message: expect.stringContaining("no answer of this question would be right"),
    });
    for (const text of ["3", "4"]) await results.acceptInDeck(deck.teacherId, await stored(text), true);
    expect(await results.acceptInDeck(deck.teacherId, await stored("5"), true)).toMatchObject({ ok: false });
    expect(await right(sessionId)).toEqual(["2", "3", "4"]);
  });
});
