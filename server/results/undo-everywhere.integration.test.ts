import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CorrectionCommand } from "@/contract/corrections";
import { correctionTrace } from "../queries/results/correction-trace";
import { PastGames } from "../testing/past-games";
import { storedDeck } from "../testing/stored-deck";

let past: PastGames;

beforeAll(async () => {
  past = await PastGames.open();
});
afterAll(() => past.close());
beforeEach(() => past.begin());

describe("taking back what was accepted everywhere", () => {
  const option = () => ({ text: "3", question: { deckId: past.deck.deckId, key: "sum-1" } });
  const inDeck = async () => {
    const { correct, state, question } = await past.database.prisma.questionOption.findFirstOrThrow({
      where: option(),
      include: { question: { select: { edited: true } } },
    });
    return { correct, state, ...question };
  };
  const group = async (id = past.sessionId) => {
    const [latest] = await correctionTrace(past.database.prisma, await past.read(id));
    return latest?.everywhere?.groupId ?? "none";
  };
  const undo = (groupId: string, teacherId = past.deck.teacherId) =>
    past.results.correct(teacherId, past.sessionId, { type: "undo", groupId });

  it("restores every number of every game, and the deck to the letter", async () => {
    const other = await past.play();
    await past.mastery.catchUp();
    await past.database.prisma.questionOption.updateMany({ where: option(), data: { state: "retired" } });
    const before = [await past.everything(), await past.read(other), await inDeck()];
    await past.correct(await past.command(true, true));
    expect(await inDeck()).toEqual({ correct: true, state: "active", edited: true });
    expect((await correctionTrace(past.database.prisma, await past.read(other)))[0]).toMatchObject({
      who: "Ada",
      everywhere: { games: 2, deck: true },
      stands: true,
    });

    // From the page of the other game, too.
    expect(await undo(await group(other))).toEqual({ ok: true, games: 2 });
    expect([await past.everything(), await past.read(other), await inDeck()]).toEqual(before);
    expect(await inDeck()).toEqual({ correct: false, state: "retired", edited: false });
  });

  it("can be taken back itself", async () => {
    const other = await past.play();
    await past.correct(await past.command(true, true));
    const after = [await past.read(), await past.read(other), await inDeck()];
    await undo(await group());
    expect(await undo(await group())).toEqual({ ok: true, games: 2 });
    expect([await past.read(), await past.read(other), await inDeck()]).toEqual(after);
  });

  it("leaves alone what had been accepted before, has been undone since, or was set in the deck by hand", async () => {
    const [accepted, undone] = [await past.play(), await past.play()];
    const one = async (id: string, taken: boolean) => {
      const { rounds } = await past.read(id);
      const [roundId, optionId] = [rounds[0]?.id, rounds[0]?.options.find(({ text }) => text === "3")?.id];
      const wish = { type: "accept", roundId, optionId, accepted: taken, everywhere: false };
      await past.results.correct(past.deck.teacherId, id, CorrectionCommand.parse(wish));
    };
    await one(accepted, true);
    await past.correct(await past.command(true, true));
    const groupId = await group();
    await one(undone, false);
    await past.database.prisma.questionOption.updateMany({ where: option(), data: { correct: false } });
    const before = [await past.read(accepted), await past.read(undone), await inDeck()];
    expect(await undo(groupId)).toEqual({ ok: true, games: 1 });
    expect([await past.read(accepted), await past.read(undone), await inDeck()]).toEqual(before);
    expect((await past.read()).totals.right).toBe(5);
    expect(await undo(groupId)).toMatchObject({ ok: false });
  });

  it("is refused to another teacher", async () => {
    await past.correct(await past.command(true, true));
    const { teacherId } = await storedDeck(past.database, 1);
    const before = await past.read();
    expect(await undo(await group(), teacherId)).toMatchObject({ ok: false });
    expect(await past.read()).toEqual(before);
  });
});
