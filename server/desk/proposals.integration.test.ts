import { beforeEach, describe, expect, it } from "vitest";
import type { DeskCommand, DeskQuestion } from "@/contract/desk";
import { capitals, textsOf } from "../testing/capitals-desk";
import { deskBesideModel, MODEL_KEY, modelAt, proposedTo } from "../testing/helpful-model";
import { askedIn, proposing } from "../testing/model-server";

const at = deskBesideModel();
const firstQuestion = async () => (await at.house.first()).question;
const said = async () => (await at.house.cards()).map((card) => card.questions.map(textsOf));
const wrongOf = (question: DeskQuestion) => question.options.filter(({ correct }) => !correct);

it("asks nothing before the teacher allows it for this deck", async () => {
  for (const about of [
    { what: "deck" } as const,
    { what: "question", questionId: (await firstQuestion()).id } as const,
  ]) {
    expect(
      await at.house.desk.run(at.house.ada, at.house.deckId, { type: "ask-model", about }),
    ).toMatchObject({
      ok: false,
    });
  }
  await at.house.done({ type: "remake-deck" });
  expect(at.server.heard).toEqual([]);
});

describe("a deck that the model may read", () => {
  beforeEach(() => at.house.done({ type: "allow-model", on: true }));

  it("is asked about in batches of four, each card's best question once, with the key in the header alone", async () => {
    expect(at.server.heard.map((heard) => askedIn(heard).length)).toEqual([4, 2]);
    const asked = at.server.heard.flatMap((heard) => askedIn(heard).map(({ question }) => question));
    expect(new Set(asked).size).toBe(6);
    for (const heard of at.server.heard) {
      expect(heard.authorization).toBe(`Bearer ${MODEL_KEY}`);
      expect(heard.material + heard.task).not.toContain(MODEL_KEY);
    }
  });

  it("gets marked proposals beside its questions, and none of them in a question", async () => {
    const question = await firstQuestion();
    expect(proposedTo(question)).toEqual(["Lyon", "Marseille"]);
    expect(question.proposals).toMatchObject({
      model: "tiny",
      wordings: ["Which city is the capital of France?"],
      before: null,
    });
    expect(question.proposals?.options[0]).toMatchObject({ origin: "model", source: "tiny" });
    expect(question.proposals?.rejected).toEqual(
      expect.arrayContaining([
        { text: "Paris", reason: "contains the right answer" },
        { text: "<b>Nice</b>", reason: "not plain text" },
        { text: "Is it Paris?", reason: "tells the answer" },
      ]),
    );
    expect((await said()).flat(2)).not.toContain("Lyon");
  });

  it("is not asked about again: not by a making, not by another server", async () => {
    const before = (await at.house.cards()).map(({ questions }) => questions.map(proposedTo));
    await at.house.done({ type: "remake-deck" });
    await at.house.desk.close();
    at.house.sitDown(modelAt(at.server.url));
    await at.house.desk.resumeAsking();
    await at.house.quiet();
    expect(at.server.heard).toHaveLength(2);
    expect((await at.house.cards()).map(({ questions }) => questions.map(proposedTo))).toEqual(before);
  });

  it("is asked about a card that comes later", async () => {
    await at.house.done({ type: "add-card", front: "What is the capital of Poland?", back: "Warsaw" });
    expect(at.server.heard).toHaveLength(3);
    expect(askedIn(at.server.heard[2] ?? nobody()).map(({ question }) => question)).toEqual([
      "What is the capital of Poland?",
    ]);
  });

  it("stores no key: no row of any table holds it", async () => {
    const { rows } = await at.house.database.pool.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    for (const { name } of rows) {
      const found = await at.house.database.pool.query(
        `select 1 from "${name}" t where to_json(t)::text like $1`,
        [`%${MODEL_KEY}%`],
      );
      expect(found.rowCount, name).toBe(0);
    }
  });

  it("takes a proposal at the teacher's word, keeps it through makings, and gives back what made room", async () => {
    const question = await firstQuestion();
    const out = wrongOf(question)[0];
    if (!out) throw new Error("no wrong answer");
    await at.house.done({ type: "take-option", questionId: question.id, text: "Lyon", instead: out.id });
    await at.house.done({ type: "remake-deck" });
    const now = await firstQuestion();
    expect(now).toMatchObject({ id: question.id, edited: true });
    expect(textsOf(now)).toEqual(
      textsOf(question)
        .filter((text) => text !== out.text)
        .concat("Lyon")
        .sort(),
    );
    expect(now.options.find(({ text }) => text === "Lyon")).toMatchObject({
      origin: "model",
      source: "tiny",
    });
    expect(now.proposals?.options.find(({ text }) => text === out.text)).toMatchObject({
      origin: out.origin,
    });
    const lyon = now.options.find(({ text }) => text === "Lyon");
    await at.house.done({
      type: "take-option",
      questionId: question.id,
      text: out.text,
      instead: lyon?.id ?? "",
    });
    expect(textsOf(await firstQuestion())).toEqual(textsOf(question));
    expect(proposedTo(await firstQuestion())).toEqual(["Lyon", "Marseille"]);
  });

  it("keeps what classes made of an option for the day on which it comes back", async () => {
    const question = await firstQuestion();
    const [out, stays] = wrongOf(question);
    if (!out || !stays) throw new Error("no wrong answers");
    const { prisma } = at.house.database;
    const met = { shown: 40, chosen: 7, shownTop: 13, chosenTop: 1 };
    await prisma.questionOption.updateMany({ where: { questionId: question.id }, data: met });
    await at.house.done({ type: "take-option", questionId: question.id, text: "Lyon", instead: out.id });
    const now = await firstQuestion();
    expect(now.replaced).toEqual([{ text: out.text, shown: 40, chosen: 7 }]);
    expect(now.options.find(({ text }) => text === "Lyon")).toMatchObject({ shown: 0, chosen: 0 });
    expect(now.options.find(({ id }) => id === stays.id)).toMatchObject({ shown: 40, chosen: 7 });
    const lyon = now.options.find(({ text }) => text === "Lyon");
    await at.house.done({
      type: "take-option",
      questionId: question.id,
      text: out.text,
      instead: lyon?.id ?? "",
    });
    const again = await firstQuestion();
    expect(again.options.find(({ text }) => text === out.text)).toMatchObject({ id: out.id, shown: 40 });
    expect(again.replaced).toEqual([]);
    expect(await prisma.questionOption.findUnique({ where: { id: out.id } })).toMatchObject(met);
    expect(await prisma.questionOption.count({ where: { questionId: question.id } })).toBe(4);
  });

  it("refuses a fifth option, an option of another question, and what nobody proposed", async () => {
    const question = await firstQuestion();
    const take = (text: string, instead: string | null) =>
      at.house.desk.run(at.house.ada, at.house.deckId, {
        type: "take-option",
        questionId: question.id,
        text,
        instead,
      });
    expect(question.options).toHaveLength(4);
    expect(await take("Lyon", null)).toMatchObject({ ok: false, message: /four options/ });
    const other = (await at.house.cards())[1]?.questions[0]?.options[0]?.id ?? "";
    expect(await take("Lyon", other)).toMatchObject({ ok: false });
    expect(await take("Bordeaux", wrongOf(question)[0]?.id ?? "")).toMatchObject({ ok: false });
    const right = question.options.find(({ correct }) => correct)?.id ?? "";
    expect(await take("Lyon", right)).toMatchObject({ ok: false });
    expect(await firstQuestion()).toEqual(question);
  });

  it("asks in a proposed wording at the teacher's word, and in the old one again", async () => {
    const { id, prompt } = await firstQuestion();
    const wording = "Which city is the capital of France?";
    await at.house.done({ type: "take-wording", questionId: id, text: wording });
    expect(await firstQuestion()).toMatchObject({
      prompt: wording,
      edited: true,
      proposals: { before: prompt },
    });
    await at.house.done({ type: "take-wording", questionId: id, text: prompt });
    expect(await firstQuestion()).toMatchObject({ prompt, proposals: { before: null, wordings: [wording] } });
  });

  it("does not show again what the teacher does not want, nor what was banned", async () => {
    const question = await firstQuestion();
    const card = (await at.house.cards())[0];
    const key = question.proposals?.key ?? "";
    await at.house.done({ type: "dismiss-proposal", cardId: card?.id ?? "", key, text: "Marseille" });
    expect(proposedTo(await firstQuestion())).toEqual(["Lyon"]);
    await at.house.done({
      type: "take-option",
      questionId: question.id,
      text: "Lyon",
      instead: wrongOf(question)[0]?.id ?? "",
    });
    const lyon = (await firstQuestion()).options.find(({ text }) => text === "Lyon");
    await at.house.done({ type: "ban-option", questionId: question.id, optionId: lyon?.id ?? "" });
    expect(textsOf(await firstQuestion())).not.toContain("Lyon");
    expect(proposedTo(await firstQuestion())).not.toContain("Lyon");
    await at.house.done({ type: "ask-model", about: { what: "question", questionId: question.id } });
    const again = askedIn(at.server.heard.at(-1) ?? nobody())[0];
    expect(again?.avoid).toEqual(expect.arrayContaining(["Lyon", "Marseille"]));
    expect(proposedTo(await firstQuestion())).not.toContain("Marseille");
  });

  it("is asked no more when the teacher takes the permission back; what came stays", async () => {
    await at.house.done({ type: "allow-model", on: false });
    await at.house.done({ type: "add-card", front: "What is the capital of Poland?", back: "Warsaw" });
    expect(at.server.heard).toHaveLength(2);
    expect(proposedTo(await firstQuestion())).toEqual(["Lyon", "Marseille"]);
  });
});

describe("a card for which the deck has no wrong answers", () => {
  it("gets a question of the model's at the teacher's word, which stays", async () => {
    const small = await at.house.save(capitals(1));
    expect((await at.house.cards(small))[0]).toMatchObject({ questions: [], offer: null });
    await at.house.done({ type: "allow-model", on: true }, small);
    const [card] = await at.house.cards(small);
    expect(card?.offer).toMatchObject({ prompt: "What is the capital of France?", right: "Paris" });
    expect(card?.questions).toEqual([]);
    await at.house.done(
      { type: "take-question", cardId: card?.id ?? "", key: card?.offer?.key ?? "" },
      small,
    );
    await at.house.done({ type: "remake-deck" }, small);
    const question = (await at.house.cards(small))[0]?.questions[0];
    expect(question).toMatchObject({ madeBy: "model", edited: true, active: true });
    expect(question && textsOf(question)).toEqual(["Lyon", "Marseille", "Paris"]);
    expect((await at.house.desk.examine(at.house.ada, small))?.map(({ code }) => code)).not.toContain(
      "too-few-distractors",
    );
    await at.house.done({ type: "restore-question", questionId: question?.id ?? "" }, small);
    expect((await at.house.cards(small))[0]).toMatchObject({ questions: [], offer: { right: "Paris" } });
    await at.house.desk.deleteDeck(at.house.ada, small);
  });

  it("gets none when too little of it may be shown", async () => {
    at.server.behave(proposing(() => ({ distractors: ["Lyon"] })));
    const small = await at.house.save(capitals(1));
    await at.house.done({ type: "allow-model", on: true }, small);
    const [card] = await at.house.cards(small);
    const take = { type: "take-question", cardId: card?.id ?? "", key: card?.offer?.key ?? "" } as const;
    expect(await at.house.desk.run(at.house.ada, small, take)).toMatchObject({
      ok: false,
      message: /Fewer than two/,
    });
    await at.house.desk.deleteDeck(at.house.ada, small);
  });
});

it("does not let another teacher ask, take or dismiss", async () => {
  const bo = await at.house.newTeacher("bo");
  await at.house.done({ type: "allow-model", on: true });
  const question = await firstQuestion();
  const card = (await at.house.cards())[0]?.id ?? "";
  const key = question.proposals?.key ?? "";
  const bosDeck = await at.house.desk.save(
    bo,
    { title: "b", format: "json", cards: [{ front: "a", back: "b", tags: [] }] },
    "",
  );
  const commands: DeskCommand[] = [
    { type: "allow-model", on: false },
    { type: "ask-model", about: { what: "card", cardId: card } },
    { type: "take-option", questionId: question.id, text: "Lyon", instead: wrongOf(question)[0]?.id ?? "" },
    { type: "take-wording", questionId: question.id, text: question.proposals?.wordings[0] ?? "" },
    { type: "take-question", cardId: card, key },
    { type: "dismiss-proposal", cardId: card, key, text: "Lyon" },
  ];
  for (const command of commands) {
    expect(await at.house.desk.run(bo, at.house.deckId, command), command.type).toMatchObject({ ok: false });
    if (!["allow-model", "ask-model"].includes(command.type)) {
      expect(await at.house.desk.run(bo, bosDeck, command), command.type).toMatchObject({ ok: false });
    }
  }
  expect(await firstQuestion()).toEqual(question);
  await at.house.database.prisma.teacher.delete({ where: { id: bo } });
});

function nobody(): never {
  throw new Error("The model was not asked.");
}
