import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playSession } from "../../testing/played-session";
import { storedDeck } from "../../testing/stored-deck";
import { startTestDatabase, type TestDatabase } from "../../testing/test-database";
import { deckAnswers, ownGames } from "./deck-answers";
import { deckConfusions, deckHealth } from "./deck-health";

let database: TestDatabase;
let deck: Awaited<ReturnType<typeof storedDeck>>;
let colleague: string;
let stranger: string;
let classId: string;
let cards: string[];
let games: string[];

/** Sums whose second option is the answer of the next card; everybody takes it for the first card. */
beforeAll(async () => {
  database = await startTestDatabase();
  const { prisma } = database;
  deck = await storedDeck(database, 3);
  ({ teacherId: stranger } = await storedDeck(database, 1));
  ({ teacherId: colleague } = await storedDeck(database, 1));
  const rows = await prisma.card.findMany({ where: { deckId: deck.deckId }, orderBy: { position: "asc" } });
  cards = rows.map(({ id }) => id);
  for (const [at, { id }] of rows.entries())
    await prisma.questionOption.updateMany({
      where: { position: 1, question: { cardId: id } },
      data: { origin: "deck", source: rows[(at + 1) % rows.length]?.front ?? "" },
    });
  ({ id: classId } = await prisma.class.create({
    data: {
      name: "7b",
      teachers: { create: [{ teacherId: deck.teacherId, owner: true }, { teacherId: colleague }] },
    },
  }));
  const students = await Promise.all(
    ["Ana", "Bo", "Cem", "Dee"].map(async (name) => {
      const { id } = await prisma.student.create({ data: { classId, name, pseudonym: name } });
      return { name, studentId: id };
    }),
  );
  const choose = (student: number, round: number) => ({
    option: round === 0 && student < 3 ? 1 : 0,
    takenMs: 900,
  });
  const played = { ...deck, cards: [0, 1], choose };
  games = [
    await playSession(database, { ...played, classId, students, startsAt: Date.now() - 9e7 }),
    await playSession(database, { ...played, classId, students, startsAt: Date.now() - 5e7 }),
    await playSession(database, { ...played, students: [{ name: "Ana" }], startsAt: Date.now() - 1e7 }),
  ];
});
afterAll(() => database.close());

const of = (scope: Partial<Parameters<typeof deckAnswers>[1]>) =>
  deckAnswers(database.prisma, { teacherId: deck.teacherId, deckId: deck.deckId, ...scope });

describe("the answers to a deck over all its games", () => {
  it("are its owner's", async () => {
    expect((await of({}))?.answers).toHaveLength(18);
    expect(await of({ teacherId: colleague })).toBeNull();
  });

  it("are a class's for every teacher of it, and for no other", async () => {
    for (const teacherId of [deck.teacherId, colleague])
      expect((await of({ teacherId, classId }))?.answers).toHaveLength(16);
    expect(await of({ teacherId: stranger, classId })).toBeNull();
    expect(await ownGames(database.prisma, deck.teacherId, classId)).toEqual(new Set(games.slice(0, 2)));
    expect(await ownGames(database.prisma, colleague, classId)).toEqual(new Set());
  });

  it("know the card whose answer was given, and one student in two games", async () => {
    const answers = (await of({ classId }))?.answers ?? [];
    const mixed = answers.filter(({ took }) => took !== null);
    expect(mixed).toHaveLength(6);
    expect(new Set(mixed.map(({ cardId, took }) => `${cardId} ${took}`))).toEqual(
      new Set([`${cards[0]} ${cards[1]}`]),
    );
    expect(new Set(answers.map(({ who }) => who)).size).toBe(4);
  });

  it("leave out a question that was voided", async () => {
    const round = await database.prisma.round.findFirstOrThrow({
      where: { sessionId: games[2] ?? "", number: 1 },
    });
    await database.prisma.round.update({ where: { id: round.id }, data: { voided: true } });
    expect((await of({}))?.answers).toHaveLength(17);
  });
});

it("draws the cards that a class takes for each other, and tells how the questions have done", async () => {
  const { answers = [] } = (await of({ classId })) ?? {};
  expect(deckConfusions(answers).edges).toMatchObject([
    { asked: cards[0], answered: cards[1], students: 3, offered: 4, times: 6, beyondChance: true },
  ]);
  const { rows, neverAsked } = await deckHealth(database.prisma, deck.deckId, answers);
  expect(neverAsked).toBe(1);
  expect(
    rows.map(({ cardId, games: asked, first, difficulty }) => [cardId, asked, first, difficulty]),
  ).toEqual([
    [cards[0], 2, 4, 0.25],
    [cards[1], 2, 4, 1],
  ]);
  expect(rows[0]).toMatchObject({ verdict: "few", groupNames: ["7b"], replaced: [] });
});

it("still tells what was taken of an option that its question has no more", async () => {
  const { prisma } = database;
  const asked = { position: 1, question: { cardId: cards[0] ?? "" } };
  const out = await prisma.questionOption.findFirstOrThrow({ where: asked });
  const { answers = [] } = (await of({ classId })) ?? {};
  const taken = [{ text: out.text, shown: 8, taken: 6 }];
  const firstRow = async () => (await deckHealth(prisma, deck.deckId, answers)).rows[0];
  await prisma.questionOption.update({ where: { id: out.id }, data: { state: "replaced" } });
  expect(await firstRow()).toMatchObject({ cardId: cards[0], replaced: taken });
  await prisma.questionOption.delete({ where: { id: out.id } });
  expect(await firstRow()).toMatchObject({ cardId: cards[0], replaced: taken });
});
