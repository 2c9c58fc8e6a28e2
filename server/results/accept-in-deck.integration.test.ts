import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PastGames } from "../testing/past-games";

let past: PastGames;

beforeAll(async () => {
  past = await PastGames.open();
});
afterAll(() => past.close());
beforeEach(() => past.begin());

describe("an answer that is accepted at the desk", () => {
  const stored = async (text: string) => {
    const option = await past.database.prisma.questionOption.findFirstOrThrow({
      where: { text, question: { deckId: past.deck.deckId, position: 0, card: { position: 1 } } },
    });
    return option.id;
  };
  const right = async (id: string) => {
    const { rounds } = await past.read(id);
    return rounds[0]?.options.filter(({ correct }) => correct).map(({ text }) => text);
  };

  it("counts as right in the deck and in every game that showed it, until it is taken back", async () => {
    const another = await past.play();
    const option = await stored("3");
    expect(await past.results.acceptInDeck(past.deck.teacherId, option, true)).toEqual({
      ok: true,
      games: 2,
    });
    for (const id of [past.sessionId, another]) expect(await right(id)).toEqual(["2", "3"]);
    expect(await past.database.prisma.questionOption.findUnique({ where: { id: option } })).toMatchObject({
      correct: true,
    });
    expect(await past.results.acceptInDeck(past.deck.teacherId, option, false)).toEqual({
      ok: true,
      games: 2,
    });
    for (const id of [past.sessionId, another]) expect(await right(id)).toEqual(["2"]);
  });

  it("is set right in the deck alone when its games are deleted", async () => {
    await past.database.prisma.session.deleteMany({ where: { teacherId: past.deck.teacherId } });
    expect(await past.results.acceptInDeck(past.deck.teacherId, await stored("3"), true)).toEqual({
      ok: true,
      games: 0,
    });
  });

  it("is refused to strangers, and where no right or no wrong answer would be left", async () => {
    expect(await past.results.acceptInDeck("somebody", await stored("3"), true)).toMatchObject({ ok: false });
    expect(await past.results.acceptInDeck(past.deck.teacherId, await stored("2"), false)).toMatchObject({
      ok: false,
      message: expect.stringContaining("no answer of this question would be right"),
    });
    for (const text of ["3", "4"])
      await past.results.acceptInDeck(past.deck.teacherId, await stored(text), true);
    expect(await past.results.acceptInDeck(past.deck.teacherId, await stored("5"), true)).toMatchObject({
      ok: false,
    });
    expect(await right(past.sessionId)).toEqual(["2", "3", "4"]);
  });
});
