import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CorrectionCommand } from "@/contract/corrections";
import { SessionId } from "@/contract/ids";
import { fold } from "../domain/game/evolve";
import { correctionTrace } from "../queries/results/correction-trace";
import { OptionCounter } from "../store/option-counter";
import { PastGames } from "../testing/past-games";
import { storedDeck } from "../testing/stored-deck";

let past: PastGames;

beforeAll(async () => {
  past = await PastGames.open();
});
afterAll(() => past.close());
beforeEach(() => past.begin());

describe("accepting another option after the game", () => {
  it("changes those who chose it, everywhere, and undo restores every number", async () => {
    const before = await past.everything();
    expect(await past.correct(await past.command(true))).toEqual({
      ok: true,
      games: 1,
    });
    const after = await past.everything();
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

    await past.correct(await past.command(false));
    expect(await past.everything()).toEqual(before);
  });

  it("leaves the session the fold of its events", async () => {
    await past.correct(await past.command(true));
    const stored = await past.log.load(SessionId.parse(past.sessionId));
    const state = fold(stored?.events.map(({ event }) => event) ?? []);
    const { students: rows } = await past.read();
    expect([...state.players.values()].map(({ name, score }) => [name, score]).sort()).toEqual(
      rows.map(({ name, points }) => [name, points]).sort(),
    );
  });

  it("reaches the deck and the other games where it is asked for", async () => {
    const other = await past.play();
    await past.mastery.catchUp();
    const before = await past.read(other);
    expect(await past.correct(await past.command(true, true))).toEqual({
      ok: true,
      games: 2,
    });
    expect((await past.read(other)).totals.right).toBe(before.totals.right + 2);
    const bank = await past.database.prisma.questionOption.findMany({
      where: { text: "3", question: { deckId: past.deck.deckId, key: "sum-1" } },
    });
    expect(bank.map(({ correct }) => correct)).toEqual([true]);
    await past.correct(await past.command(false, true));
    expect(await past.read(other)).toEqual(before);
  });

  it("is heard by mastery at the next start if the server fell in between", async () => {
    const { rounds, answers } = await past.read();
    const bea = answers.find(({ name, number }) => name === "Bea" && number === 1);
    await past.database.prisma.answer.updateMany({
      where: { roundId: rounds[0]?.id ?? "", playerId: bea?.playerId ?? "" },
      data: { correct: true },
    });
    await past.mastery.catchUp();
    const heard = await past.database.prisma.learnedAnswer.findMany({
      where: { student: { classId: past.classId } },
    });
    expect(heard.filter(({ correct }) => correct)).toHaveLength(6);
  });
});

describe("voiding a question after the game", () => {
  it("takes it out of every figure, and undo restores every number", async () => {
    const before = await past.everything();
    const roundId = before.results.rounds[0]?.id ?? "";
    const voiding = (voided: boolean) =>
      past.correct(CorrectionCommand.parse({ type: "void", roundId, voided }));
    await voiding(true);
    const after = await past.everything();
    expect(after.results.totals).toMatchObject({ answers: 4, right: 4, voided: 1 });
    expect(after.learned.filter(({ counts }) => counts)).toHaveLength(4);
    await voiding(false);
    expect(await past.everything()).toEqual(before);
  });
});

it("shows who changed what when, the latest first, and what an undo would undo", async () => {
  await past.correct(await past.command(true));
  await past.correct(await past.command(false));
  const trace = await correctionTrace(past.database.prisma, await past.read());
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
  const { teacherId } = await storedDeck(past.database, 1);
  const before = await past.everything();
  const wish = await past.command(true);
  const theirs = await past.results.correct(teacherId, past.sessionId, wish);
  expect(theirs).toEqual(await past.results.correct(past.deck.teacherId, "no-such-session", wish));
  expect(theirs.ok).toBe(false);
  expect(
    await past.results.newReportLink(teacherId, past.sessionId, before.results.students[0]?.playerId ?? ""),
  ).toBeNull();
  expect(await past.results.deleteSession(teacherId, past.sessionId)).toBe(false);
  expect(await past.everything()).toEqual(before);
  expect(await past.database.prisma.correction.count({ where: { sessionId: past.sessionId } })).toBe(0);
});

it("counts each ended game once for the deck's options", async () => {
  const counter = new OptionCounter(past.database.pool, past.logger);
  await counter.catchUp();
  counter.ended(past.sessionId);
  await counter.settled();
  const options = await past.database.prisma.questionOption.findMany({
    where: { question: { deckId: past.deck.deckId, key: "sum-1" } },
    orderBy: { position: "asc" },
  });
  expect(options.map(({ shown, chosen }) => [shown, chosen])).toEqual([
    [4, 1],
    [4, 2],
    [4, 1],
    [4, 0],
  ]);
});
