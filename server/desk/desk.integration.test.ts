import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DeskCard, DeskCommand, DeskQuestion } from "@/contract/desk";
import { askableCards, deskPage, listDecks } from "../queries/decks";
import { CapitalsDesk, capitals } from "../testing/capitals-desk";

const ORIGINAL = capitals(8)
  .map((pair) => pair.join("\t"))
  .join("\n");

let house: CapitalsDesk;
let bo: string;

beforeAll(async () => {
  house = await CapitalsDesk.open();
  bo = await house.newTeacher("bo");
});
afterAll(() => house.close());
beforeEach(async () => {
  house.deckId = await house.save(capitals(8), ORIGINAL);
});
afterEach(async () => {
  await house.quiet();
  await house.desk.deleteDeck(house.ada, house.deckId);
  expect(house.logged).toEqual([]);
});

async function questionNow(id: string): Promise<DeskQuestion | undefined> {
  return (await house.cards()).flatMap((card) => card.questions).find((question) => question.id === id);
}

const texts = (question: DeskQuestion | undefined) => question?.options.map((option) => option.text).sort();
const wrongOf = (question: DeskQuestion) => {
  const wrong = question.options.find((option) => !option.correct);
  if (!wrong) throw new Error("The question has no wrong answer.");
  return wrong;
};

describe("a saved deck", () => {
  it("has a question for every card, with one right answer, and keeps the text it came from", async () => {
    expect(await askableCards(house.database.prisma, house.deckId)).toBe(8);
    for (const card of await house.cards()) {
      const [question] = card.questions;
      expect(question?.options.filter((option) => option.correct).map((option) => option.text)).toEqual([
        card.back,
      ]);
      expect(question?.options.length).toBeGreaterThanOrEqual(3);
    }
    const stored = await house.database.prisma.deck.findUniqueOrThrow({ where: { id: house.deckId } });
    expect(stored.original).toBe(ORIGINAL);
    expect(stored.madeAt).not.toBeNull();
  });

  it("is made again, to the same questions, when the server fell while they were being made", async () => {
    const before = await house.cards();
    await house.database.prisma.question.deleteMany({
      where: { card: { deckId: house.deckId, position: { gt: 3 } } },
    });
    await house.database.prisma.deck.update({ where: { id: house.deckId }, data: { madeAt: null } });
    expect(await house.desk.resume()).toBe(1);
    await house.quiet();
    const said = (list: DeskCard[]) => list.map((card) => card.questions.map((question) => texts(question)));
    expect(said(await house.cards())).toEqual(said(before));
  });

  it("is nobody else's: not listed, not read, not written, not deleted", async () => {
    const { card, question } = await house.first();
    expect(await listDecks(house.database.prisma, bo)).toEqual([]);
    expect(await deskPage(house.database.prisma, bo, house.deckId, { search: "", page: 1 })).toBeNull();
    expect(await house.desk.examine(bo, house.deckId)).toBeNull();
    expect(await house.desk.deleteDeck(bo, house.deckId)).toBe(false);
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
    const before = await house.cards();
    for (const command of commands) {
      expect(await house.desk.run(bo, house.deckId, command), command.type).toMatchObject({ ok: false });
    }
    expect(await house.cards()).toEqual(before);
  });

  it("does not let a card or question of another deck in by its id", async () => {
    const { card, question } = await house.first();
    const bosDeck = await house.desk.save(
      bo,
      { title: "Bo's", format: "json", cards: [{ front: "a", back: "b", tags: [] }] },
      "",
    );
    const trespass = async (command: DeskCommand) => house.desk.run(bo, bosDeck, command);
    expect(await trespass({ type: "turn-cards", cardIds: [card.id], on: false })).toMatchObject({
      ok: false,
    });
    expect(await trespass({ type: "remove-card", cardId: card.id })).toMatchObject({ ok: false });
    expect(await trespass({ type: "pin-question", questionId: question.id, pinned: true })).toMatchObject({
      ok: false,
    });
    expect(await trespass({ type: "redraw-question", questionId: question.id })).toMatchObject({ ok: false });
    expect((await house.first()).question).toEqual(question);
    await house.desk.deleteDeck(bo, bosDeck);
  });
});

describe("what the teacher decides", () => {
  it("about a question's wording stays when the deck is made again and when the card changes", async () => {
    const { card, question } = await house.first();
    const edit = {
      prompt: "Where does the French president live?",
      options: [
        { id: null, text: "Paris", correct: true },
        { id: null, text: "Lyon", correct: false },
        { id: null, text: "Nice", correct: false },
      ],
    };
    expect(await house.run({ type: "edit-question", questionId: question.id, ...edit })).toEqual({
      ok: true,
    });
    await house.run({ type: "remake-deck" });
    await house.quiet();
    await house.run({ type: "edit-card", cardId: card.id, front: "France?", back: "Paris" });
    await house.quiet();
    const now = await questionNow(question.id);
    expect(now).toMatchObject({ prompt: edit.prompt, edited: true, cardChanged: true });
    expect(texts(now)).toEqual(["Lyon", "Nice", "Paris"]);
  });

  it("can be given back: the question is then made from the card again", async () => {
    const { question } = await house.first();
    const before = texts(question);
    const options = question.options.map(({ id, text, correct }) => ({ id, text: `${text}!`, correct }));
    await house.run({ type: "edit-question", questionId: question.id, prompt: question.prompt, options });
    expect(texts(await questionNow(question.id))).not.toEqual(before);
    await house.run({ type: "restore-question", questionId: question.id });
    expect(texts(await questionNow(question.id))).toEqual(before);
  });

  it("to ban is a ban for the card: another wrong answer comes, here and at every later making", async () => {
    const { card, question } = await house.first();
    const banned = wrongOf(question);
    await house.run({ type: "ban-option", questionId: question.id, optionId: banned.id });
    await house.run({ type: "remake-deck" });
    await house.quiet();
    const after = (await house.cards()).find((item) => item.id === card.id);
    const all = after?.questions.flatMap((item) => item.options.map((option) => option.text));
    expect(all).not.toContain(banned.text);
    expect(after?.questions[0]?.options).toHaveLength(question.options.length);
    expect(after?.banned).toEqual([banned.text]);
    await house.run({ type: "allow-text", cardId: card.id, text: banned.text });
    expect((await house.first()).question.options.map((option) => option.text)).toContain(banned.text);
  });

  it("never bans the right answer", async () => {
    const { question } = await house.first();
    const key = question.options.find((option) => option.correct);
    expect(
      await house.run({ type: "ban-option", questionId: question.id, optionId: key?.id ?? "" }),
    ).toMatchObject({
      ok: false,
    });
  });

  it("to draw others changes the wrong answers, keeps the right one, and is kept", async () => {
    const { question } = await house.first();
    expect(await house.run({ type: "redraw-question", questionId: question.id })).toEqual({ ok: true });
    const drawn = texts(await questionNow(question.id));
    expect(drawn).not.toEqual(texts(question));
    expect(drawn).toContain("Paris");
    await house.run({ type: "remake-deck" });
    await house.quiet();
    expect(texts(await questionNow(question.id))).toEqual(drawn);
  });

  it("to write for a card of their own stands beside the others, and stays", async () => {
    const { card } = await house.first();
    const edit = {
      prompt: "Where is the Louvre?",
      options: [
        { id: null, text: "Paris", correct: true },
        { id: null, text: "Lyon", correct: false },
      ],
    };
    await house.run({ type: "add-question", cardId: card.id, ...edit });
    await house.run({ type: "remake-deck" });
    await house.quiet();
    const now = (await house.cards()).find(({ id }) => id === card.id);
    const own = now?.questions.at(-1);
    expect(own).toMatchObject({ prompt: edit.prompt, madeBy: "teacher", edited: true, active: true });
    expect(texts(own)).toEqual(["Lyon", "Paris"]);
    expect(now?.questions).toHaveLength(card.questions.length + 1);
  });

  it("to show again what nobody took begins its counts anew", async () => {
    const { question } = await house.first();
    const { id } = wrongOf(question);
    await house.database.prisma.questionOption.update({
      where: { id },
      data: { state: "retired", shown: 90, chosen: 1 },
    });
    const option = async () => (await questionNow(question.id))?.options.find((one) => one.id === id);
    expect(await option()).toMatchObject({ retired: true, shown: 90 });
    await house.run({ type: "show-option", questionId: question.id, optionId: id });
    expect(await option()).toMatchObject({ retired: false, shown: 0, chosen: 0 });
  });

  it("to write another option keeps the counts of the others, and those of the old one for its return", async () => {
    const { question } = await house.first();
    const out = wrongOf(question);
    const counts = { shown: 30, chosen: 4 };
    await house.database.prisma.questionOption.updateMany({
      where: { questionId: question.id },
      data: counts,
    });
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
    await house.run(edit("Lyon"));
    expect(await now()).toMatchObject({ replaced: [{ text: out.text, ...counts }] });
    expect((await now()).options).toEqual(
      expect.arrayContaining([...others, { text: "Lyon", shown: 0, chosen: 0 }]),
    );
    await house.run(edit(out.text));
    expect(await now()).toMatchObject({ replaced: [] });
    expect((await now()).options).toEqual(expect.arrayContaining([...others, { text: out.text, ...counts }]));
  });

  it("to ban an option that classes have met keeps its counts, also where the question is made again", async () => {
    const { question } = await house.first();
    const out = wrongOf(question);
    await house.database.prisma.questionOption.update({
      where: { id: out.id },
      data: { shown: 30, chosen: 4 },
    });
    const ban = { questionId: question.id, optionId: out.id };
    await house.run({ type: "ban-option", ...ban });
    expect((await questionNow(question.id))?.replaced).toEqual([{ text: out.text, shown: 30, chosen: 4 }]);
    await house.run({ type: "remake-deck" });
    await house.quiet();
    expect(texts(await questionNow(question.id))).not.toContain(out.text);
    const { card } = await house.first();
    await house.run({ type: "allow-text", cardId: card.id, text: out.text });
    const back = await questionNow(question.id);
    expect(texts(back)).toEqual(texts(question));
    expect(back?.replaced).toEqual([]);
    expect(back?.options.find(({ text }) => text === out.text)).toMatchObject({ id: out.id, shown: 30 });
  });

  it("is asked for where the best take a wrong answer more often than the weakest", async () => {
    const { question } = await house.first();
    const { id } = wrongOf(question);
    const alarm = async () =>
      (await questionNow(question.id))?.options.find((one) => one.id === id)?.mayBeRight;
    expect(await alarm()).toBe(false);
    const counts = { shown: 30, chosen: 9, shownTop: 10, chosenTop: 6, shownBottom: 10, chosenBottom: 1 };
    await house.database.prisma.questionOption.update({ where: { id }, data: counts });
    expect(await alarm()).toBe(true);
    await house.database.prisma.questionOption.update({ where: { id }, data: { correct: true } });
    expect(await alarm()).toBe(false);
    await house.database.prisma.questionOption.update({ where: { id }, data: { correct: false } });
  });

  it("to turn off a kind, a card or a question takes it from the class and not from the desk", async () => {
    const { card, question } = await house.first();
    await house.run({ type: "turn-question", questionId: question.id, on: false });
    await house.run({ type: "remake-deck" });
    await house.quiet();
    expect(await questionNow(question.id)).toMatchObject({ active: false });
    await house.run({ type: "turn-cards", cardIds: [card.id], on: false });
    expect(await askableCards(house.database.prisma, house.deckId)).toBe(7);
    await house.run({ type: "turn-kind", kind: "front-to-back", on: false });
    const kinds = (await house.cards()).flatMap((item) => item.questions.map((made) => made.kind));
    expect(kinds).not.toContain("front-to-back");
  });
});

describe("a card", () => {
  it("that is edited is asked in its new words, and other cards quote them", async () => {
    const { card } = await house.first();
    await house.run({
      type: "edit-card",
      cardId: card.id,
      front: "What is the capital of Belgium?",
      back: "Brussels",
    });
    await house.quiet();
    const all = await house.cards();
    expect(all[0]?.questions[0]?.prompt).toContain("Belgium");
    const quoted = all
      .slice(1)
      .flatMap((item) => item.questions.flatMap((question) => texts(question) ?? []));
    expect(quoted).not.toContain("Paris");
  });

  it("that is removed leaves the deck and every question", async () => {
    const { card } = await house.first();
    await house.run({ type: "remove-card", cardId: card.id });
    await house.quiet();
    const all = await house.cards();
    expect(all).toHaveLength(7);
    expect(all.flatMap((item) => item.questions.flatMap((question) => texts(question) ?? []))).not.toContain(
      "Paris",
    );
  });

  it("that asks what another asks is joined with it, at the doctor's advice", async () => {
    await house.run({ type: "add-card", front: "What is the capital of Poland?", back: "Cracow" });
    await house.quiet();
    const ailment = (await house.desk.examine(house.ada, house.deckId))?.find(
      ({ code }) => code === "equal-fronts",
    );
    const [into, ...others] = ailment?.cards ?? [];
    expect(await house.run({ type: "join-cards", cardIds: others, into: into ?? "" })).toEqual({ ok: true });
    await house.quiet();
    const poland = (await house.cards()).filter((item) => item.front.includes("Poland"));
    expect(poland.map((item) => item.back)).toEqual(["Warsaw / Cracow"]);
  });
});
