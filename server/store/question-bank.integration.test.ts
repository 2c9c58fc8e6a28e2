import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionId } from "@/contract/ids";
import { DEFAULT_SETTINGS, type QuestionOrder } from "@/contract/settings";
import type { PlayedRound, QuestionRequest } from "../room/ports";
import { playerId } from "../testing/game";
import { storedDeck } from "../testing/stored-deck";
import { startTestDatabase, type TestDatabase } from "../testing/test-database";
import { BankQuestionSource } from "./question-bank";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

/** Nothing is waiting to be heard in these tests. */
const heardAll = { settled: async () => {} };

const request = (
  deckId: string | null,
  order: QuestionOrder,
  rounds: PlayedRound[] = [],
): QuestionRequest => ({
  sessionId: "session" as SessionId,
  deckId,
  classId: null,
  settings: { ...DEFAULT_SETTINGS, order },
  rounds,
  players: [{ id: playerId("ben"), studentId: null }],
  plan: { pinned: [], skipped: [] },
  now: 1_000_000,
});

describe("the next question from the bank", () => {
  test("follows the deck as it was written, every card once before one comes twice", async () => {
    const { deckId } = await storedDeck(database, 3);
    const source = new BankQuestionSource(database, heardAll);
    const rounds: PlayedRound[] = [];
    const fronts: string[] = [];
    for (let i = 0; i < 3; i++) {
      const next = await source.next(request(deckId, "as-written", rounds));
      if (!next) throw new Error("The deck has three cards.");
      const { question } = next;
      fronts.push(question.front);
      expect(question.options.filter(({ correct }) => correct)).toHaveLength(1);
      expect(question.options).toHaveLength(4);
      const { questionId, cardId } = question;
      rounds.push({
        questionId,
        cardId,
        openedAt: i,
        options: 4,
        voided: false,
        answers: new Map(),
        secondTry: false,
      });
    }
    expect(fronts).toEqual(["What is 1 and 1?", "What is 2 and 2?", "What is 3 and 3?"]);
  });

  test.each(["smart", "random"] as const)("is some card's, in the order %s", async (order) => {
    const { deckId } = await storedDeck(database, 3);
    const next = await new BankQuestionSource(database, heardAll).next(request(deckId, order));
    expect(next?.question.prompt).toMatch(/^What is \d and \d\?$/);
    expect(next?.why).toBeTruthy();
  });

  test("never shows a banned option, nor a card that is not to be asked", async () => {
    const { deckId } = await storedDeck(database, 2);
    await database.prisma.card.updateMany({ where: { deckId, position: 1 }, data: { asked: false } });
    await database.prisma.questionOption.updateMany({
      where: { question: { deckId }, position: 1 },
      data: { state: "banned" },
    });
    const next = await new BankQuestionSource(database, heardAll).next(request(deckId, "as-written"));
    expect(next?.question.options.map(({ text }) => text)).toEqual(["4", "6", "7"]);
  });

  test("is planned ahead, what the host pinned first and what they skipped never", async () => {
    const { deckId } = await storedDeck(database, 4);
    const source = new BankQuestionSource(database, heardAll);
    const plain = await source.plan(request(deckId, "as-written"), 5);
    expect(plain.next.map(({ front }) => /\d/.exec(front)?.[0])).toEqual(["1", "2", "3", "4"]);
    const [first, second, third] = plain.next.map(({ cardId }) => cardId);
    if (!first || !second || !third) throw new Error("The plan is too short.");
    const changed = { ...request(deckId, "as-written"), plan: { pinned: [third], skipped: [first] } };
    const plan = await source.plan(changed, 5);
    expect(plan.next.map(({ front }) => /\d/.exec(front)?.[0])).toEqual(["3", "2", "4"]);
    expect(plan.skipped).toEqual([{ cardId: first, front: "What is 1 and 1?" }]);
    const next = await source.next(changed);
    expect(next?.question.cardId).toBe(third);
    expect(next?.why).toBe(plan.next[0]?.why);
  });

  test("is none for a deck that is empty or was deleted", async () => {
    const { deckId } = await storedDeck(database, 0);
    const source = new BankQuestionSource(database, heardAll);
    expect(await source.next(request(deckId, "smart"))).toBeNull();
    expect(await source.next(request(null, "smart"))).toBeNull();
  });
});
