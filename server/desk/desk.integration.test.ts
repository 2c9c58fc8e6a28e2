import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DeskCard, DeskCommand, DeskQuestion } from "@/contract/desk";
import { askableCards, deskPage, listDecks } from "../queries/decks";
import { startTestDatabase, type TestDatabase } from "../testing/test-database";
import { createDesk, type Desk } from "./desk";

const CAPITALS = {
  France: "Paris",
  Spain: "Madrid",
  Italy: "Rome",
  Austria: "Vienna",
  Greece: "Athens",
  Norway: "Oslo",
  Sweden: "Stockholm",
  Poland: "Warsaw",
};
const ORIGINAL = Object.entries(CAPITALS)
  .map(([country, city]) => `${country}\t${city}`)
  .join("\n");

let database: TestDatabase;
let desk: Desk;
let ada: string;
let bo: string;
let deckId: string;
const logged: unknown[] = [];

beforeAll(async () => {
  database = await startTestDatabase();
  desk = createDesk({ db: database.prisma, log: { error: (details) => logged.push(details) }, model: null });
  const teacher = async (name: string) =>
    (await database.prisma.teacher.create({ data: { name, email: `${name}@school.test` } })).id;
  [ada, bo] = [await teacher("ada"), await teacher("bo")];
});
afterAll(async () => {
  await desk.close();
  await database.close();
});
beforeEach(async () => {
  const cards = Object.entries(CAPITALS).map(([country, back]) => ({
    front: `What is the capital of ${country}?`,
    back,
    tags: [],
  }));
  deckId = await desk.save(ada, { title: "Capitals", format: "quizlet", cards }, ORIGINAL);
  await made();
});
afterEach(async () => {
  await made();
  await desk.deleteDeck(ada, deckId);
  expect(logged).toEqual([]);
});

async function made(): Promise<void> {
  for (let tries = 0; desk.progress(deckId) !== null && tries < 200; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(desk.progress(deckId)).toBeNull();
}

async function cards(): Promise<DeskCard[]> {
  const page = await deskPage(database.prisma, ada, deckId, { search: "", page: 1 });
  return page?.deck.cards ?? [];
}

async function firstCard(): Promise<{ card: DeskCard; question: DeskQuestion }> {
  const [card] = await cards();
  const question = card?.questions[0];
  if (!card || !question) throw new Error("The deck has no question.");
  return { card, question };
}

async function questionNow(id: string): Promise<DeskQuestion | undefined> {
  return (await cards()).flatMap((card) => card.questions).find((question) => question.id === id);
}

const run = (command: DeskCommand) => desk.run(ada, deckId, command);
const texts = (question: DeskQuestion | undefined) => question?.options.map((option) => option.text).sort();
const wrongOf = (question: DeskQuestion) => {
  const wrong = question.options.find((option) => !option.correct);
  if (!wrong) throw new Error("The question has no wrong answer.");
  return wrong;
};

describe("a saved deck", () => {
  it("has a question for every card, with one right answer, and keeps the text it came from", async () => {
    expect(await askableCards(database.prisma, deckId)).toBe(8);
    for (const card of await cards()) {
      const [question] = card.questions;
      expect(question?.options.filter((option) => option.correct).map((option) => option.text)).toEqual([
        card.back,
      ]);
      expect(question?.options.length).toBeGreaterThanOrEqual(3);
    }
    const stored = await database.prisma.deck.findUniqueOrThrow({ where: { id: deckId } });
    expect(stored.original).toBe(ORIGINAL);
    expect(stored.madeAt).not.toBeNull();
  });

  it("is made again, to the same questions, when the server fell while they were being made", async () => {
    const before = await cards();
    await database.prisma.question.deleteMany({ where: { card: { deckId, position: { gt: 3 } } } });
    await database.prisma.deck.update({ where: { id: deckId }, data: { madeAt: null } });
    expect(await desk.resume()).toBe(1);
    await made();
    const said = (list: DeskCard[]) => list.map((card) => card.questions.map((question) => texts(question)));
    expect(said(await cards())).toEqual(said(before));
  });

  it("is nobody else's: not listed, not read, not written, not deleted", async () => {
    const { card, question } = await firstCard();
    expect(await listDecks(database.prisma, bo)).toEqual([]);
    expect(await deskPage(database.prisma, bo, deckId, { search: "", page: 1 })).toBeNull();
    expect(await desk.examine(bo, deckId)).toBeNull();
    expect(await desk.deleteDeck(bo, deckId)).toBe(false);
    const commands: DeskCommand[] = [
      { type: "rename-deck", title: "Mine now" },
      { type: "archive-deck", archived: true },
      { type: "turn-kind", kind: "front-to-back", on: false },
      { type: "remake-deck" },
      { type: "add-card", front: "f", back: "b" },
      { type: "edit-card", cardId: card.id, front: "f", back: "b" },
      { type: "turn-cards", cardIds: [card.id], on: false },
      { type: "remove-card", cardId: card.id },
      { type: "join-cards", cardIds: [card.id], into: card.id },
      {
        type: "add-question",
        cardId: card.id,
        prompt: "p",
        options: [
          { id: null, text: "a", correct: true },
          { id: null, text: "b", correct: false },
        ],
      },
      { type: "show-option", questionId: question.id, optionId: wrongOf(question).id },
      { type: "turn-question", questionId: question.id, on: false },
      { type: "pin-question", questionId: question.id, pinned: true },
      { type: "redraw-question", questionId: question.id },
      { type: "restore-question", questionId: question.id },
      { type: "ban-option", questionId: question.id, optionId: wrongOf(question).id },
      { type: "allow-text", cardId: card.id, text: "Rome" },
    ];
    const before = await cards();
    for (const command of commands) {
      expect(await desk.run(bo, deckId, command), command.type).toMatchObject({ ok: false });
    }
    expect(await cards()).toEqual(before);
  });

  it("does not let a card or question of another deck in by its id", async () => {
    const { card, question } = await firstCard();
    const bosDeck = await desk.save(
      bo,
      { title: "Bo's", format: "json", cards: [{ front: "a", back: "b", tags: [] }] },
      "",
    );
    const trespass = async (command: DeskCommand) => desk.run(bo, bosDeck, command);
    expect(await trespass({ type: "turn-cards", cardIds: [card.id], on: false })).toMatchObject({
      ok: false,
    });
    expect(await trespass({ type: "remove-card", cardId: card.id })).toMatchObject({ ok: false });
    expect(await trespass({ type: "pin-question", questionId: question.id, pinned: true })).toMatchObject({
      ok: false,
    });
    expect(await trespass({ type: "redraw-question", questionId: question.id })).toMatchObject({ ok: false });
    expect((await firstCard()).question).toEqual(question);
    await desk.deleteDeck(bo, bosDeck);
  });
});

describe("what the teacher decides", () => {
  it("about a question's wording stays when the deck is made again and when the card changes", async () => {
    const { card, question } = await firstCard();
    const edit = {
      prompt: "Where does the French president live?",
      options: [
        { id: null, text: "Paris", correct: true },
        { id: null, text: "Lyon", correct: false },
        { id: null, text: "Nice", correct: false },
      ],
    };
    expect(await run({ type: "edit-question", questionId: question.id, ...edit })).toEqual({ ok: true });
    await run({ type: "remake-deck" });
    await made();
    await run({ type: "edit-card", cardId: card.id, front: "France?", back: "Paris" });
    await made();
    const now = await questionNow(question.id);
    expect(now).toMatchObject({ prompt: edit.prompt, edited: true, cardChanged: true });
    expect(texts(now)).toEqual(["Lyon", "Nice", "Paris"]);
  });

  it("can be given back: the question is then made from the card again", async () => {
    const { question } = await firstCard();
    const before = texts(question);
    const options = question.options.map(({ id, text, correct }) => ({ id, text: `${text}!`, correct }));
    await run({ type: "edit-question", questionId: question.id, prompt: question.prompt, options });
    expect(texts(await questionNow(question.id))).not.toEqual(before);
    await run({ type: "restore-question", questionId: question.id });
    expect(texts(await questionNow(question.id))).toEqual(before);
  });

  it("to ban is a ban for the card: another wrong answer comes, here and at every later making", async () => {
    const { card, question } = await firstCard();
    const banned = wrongOf(question);
    await run({ type: "ban-option", questionId: question.id, optionId: banned.id });
    await run({ type: "remake-deck" });
    await made();
    const after = (await cards()).find((item) => item.id === card.id);
    const all = after?.questions.flatMap((item) => item.options.map((option) => option.text));
    expect(all).not.toContain(banned.text);
    expect(after?.questions[0]?.options).toHaveLength(question.options.length);
    expect(after?.banned).toEqual([banned.text]);
    await run({ type: "allow-text", cardId: card.id, text: banned.text });
    expect((await firstCard()).question.options.map((option) => option.text)).toContain(banned.text);
  });

  it("never bans the right answer", async () => {
    const { question } = await firstCard();
    const key = question.options.find((option) => option.correct);
    expect(await run({ type: "ban-option", questionId: question.id, optionId: key?.id ?? "" })).toMatchObject(
      {
        ok: false,
      },
    );
  });

  it("to draw others changes the wrong answers, keeps the right one, and is kept", async () => {
    const { question } = await firstCard();
    expect(await run({ type: "redraw-question", questionId: question.id })).toEqual({ ok: true });
    const drawn = texts(await questionNow(question.id));
    expect(drawn).not.toEqual(texts(question));
    expect(drawn).toContain("Paris");
    await run({ type: "remake-deck" });
    await made();
    expect(texts(await questionNow(question.id))).toEqual(drawn);
  });

  it("to write for a card of their own stands beside the others, and stays", async () => {
    const { card } = await firstCard();
    const edit = {
      prompt: "Where is the Louvre?",
      options: [
        { id: null, text: "Paris", correct: true },
        { id: null, text: "Lyon", correct: false },
      ],
    };
    await run({ type: "add-question", cardId: card.id, ...edit });
    await run({ type: "remake-deck" });
    await made();
    const now = (await cards()).find(({ id }) => id === card.id);
    const own = now?.questions.at(-1);
    expect(own).toMatchObject({ prompt: edit.prompt, madeBy: "teacher", edited: true, active: true });
    expect(texts(own)).toEqual(["Lyon", "Paris"]);
    expect(now?.questions).toHaveLength(card.questions.length + 1);
  });

  it("to show again what nobody took begins its counts anew", async () => {
    const { question } = await firstCard();
    const { id } = wrongOf(question);
    await database.prisma.questionOption.update({
      where: { id },
      data: { state: "retired", shown: 90, chosen: 1 },
    });
    const option = async () => (await questionNow(question.id))?.options.find((one) => one.id === id);
    expect(await option()).toMatchObject({ retired: true, shown: 90 });
    await run({ type: "show-option", questionId: question.id, optionId: id });
    expect(await option()).toMatchObject({ retired: false, shown: 0, chosen: 0 });
  });

  it("to write another option keeps the counts of the others, and those of the old one for its return", async () => {
    const { question } = await firstCard();
    const out = wrongOf(question);
    const counts = { shown: 30, chosen: 4 };
    await database.prisma.questionOption.updateMany({ where: { questionId: question.id }, data: counts });
    const edit = (text: string) => ({
      type: "edit-question" as const,
      questionId: question.id,
      prompt: question.prompt,
      options: question.options.map((option) => ({
        id: option.id === out.id ? null : option.id,
        text: option.id === out.id ? text : option.text,
        correct: option.correct,
      })),
    });
    const now = async () => {
      const { options = [], replaced } = (await questionNow(question.id)) ?? {};
      return { replaced, options: options.map(({ text, shown, chosen }) => ({ text, shown, chosen })) };
    };
    const others = question.options.flatMap(({ text }) => (text === out.text ? [] : { text, ...counts }));
    await run(edit("Lyon"));
    expect(await now()).toMatchObject({ replaced: [{ text: out.text, ...counts }] });
    expect((await now()).options).toEqual(
      expect.arrayContaining([...others, { text: "Lyon", shown: 0, chosen: 0 }]),
    );
    await run(edit(out.text));
    expect(await now()).toMatchObject({ replaced: [] });
    expect((await now()).options).toEqual(expect.arrayContaining([...others, { text: out.text, ...counts }]));
  });

  it("to ban an option that classes have met keeps its counts, also where the question is made again", async () => {
    const { question } = await firstCard();
    const out = wrongOf(question);
    await database.prisma.questionOption.update({ where: { id: out.id }, data: { shown: 30, chosen: 4 } });
    const ban = { questionId: question.id, optionId: out.id };
    await run({ type: "ban-option", ...ban });
    expect((await questionNow(question.id))?.replaced).toEqual([{ text: out.text, shown: 30, chosen: 4 }]);
    await run({ type: "remake-deck" });
    await made();
    expect(texts(await questionNow(question.id))).not.toContain(out.text);
    const { card } = await firstCard();
    await run({ type: "allow-text", cardId: card.id, text: out.text });
    const back = await questionNow(question.id);
    expect(texts(back)).toEqual(texts(question));
    expect(back?.replaced).toEqual([]);
    expect(back?.options.find(({ text }) => text === out.text)).toMatchObject({ id: out.id, shown: 30 });
  });

  it("is asked for where the best take a wrong answer more often than the weakest", async () => {
    const { question } = await firstCard();
    const { id } = wrongOf(question);
    const alarm = async () =>
      (await questionNow(question.id))?.options.find((one) => one.id === id)?.mayBeRight;
    expect(await alarm()).toBe(false);
    const counts = { shown: 30, chosen: 9, shownTop: 10, chosenTop: 6, shownBottom: 10, chosenBottom: 1 };
    await database.prisma.questionOption.update({ where: { id }, data: counts });
    expect(await alarm()).toBe(true);
    await database.prisma.questionOption.update({ where: { id }, data: { correct: true } });
    expect(await alarm()).toBe(false);
    await database.prisma.questionOption.update({ where: { id }, data: { correct: false } });
  });

  it("to turn off a kind, a card or a question takes it from the class and not from the desk", async () => {
    const { card, question } = await firstCard();
    await run({ type: "turn-question", questionId: question.id, on: false });
    await run({ type: "remake-deck" });
    await made();
    expect(await questionNow(question.id)).toMatchObject({ active: false });
    await run({ type: "turn-cards", cardIds: [card.id], on: false });
    expect(await askableCards(database.prisma, deckId)).toBe(7);
    await run({ type: "turn-kind", kind: "front-to-back", on: false });
    const kinds = (await cards()).flatMap((item) => item.questions.map((made) => made.kind));
    expect(kinds).not.toContain("front-to-back");
  });
});

describe("a card", () => {
  it("that is edited is asked in its new words, and other cards quote them", async () => {
    const { card } = await firstCard();
    await run({
      type: "edit-card",
      cardId: card.id,
      front: "What is the capital of Belgium?",
      back: "Brussels",
    });
    await made();
    const all = await cards();
    expect(all[0]?.questions[0]?.prompt).toContain("Belgium");
    const quoted = all
      .slice(1)
      .flatMap((item) => item.questions.flatMap((question) => texts(question) ?? []));
    expect(quoted).not.toContain("Paris");
  });

  it("that is removed leaves the deck and every question", async () => {
    const { card } = await firstCard();
    await run({ type: "remove-card", cardId: card.id });
    await made();
    const all = await cards();
    expect(all).toHaveLength(7);
    expect(all.flatMap((item) => item.questions.flatMap((question) => texts(question) ?? []))).not.toContain(
      "Paris",
    );
  });

  it("that asks what another asks is joined with it, at the doctor's advice", async () => {
    await run({ type: "add-card", front: "What is the capital of Poland?", back: "Cracow" });
    await made();
    const ailment = (await desk.examine(ada, deckId))?.find(({ code }) => code === "equal-fronts");
    const [into, ...others] = ailment?.cards ?? [];
    expect(await run({ type: "join-cards", cardIds: others, into: into ?? "" })).toEqual({ ok: true });
    await made();
    const poland = (await cards()).filter((item) => item.front.includes("Poland"));
    expect(poland.map((item) => item.back)).toEqual(["Warsaw / Cracow"]);
  });
});
