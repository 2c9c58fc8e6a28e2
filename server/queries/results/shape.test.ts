import { describe, expect, it } from "vitest";
import type { AnswerRow, SessionFrame } from "./rows";
import { shapeResults } from "./shape";
import { resultTable, TABLES } from "./tables";

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 8, 0, second));

const round = (
  number: number,
  more: Partial<SessionFrame["rounds"][number]> = {},
): SessionFrame["rounds"][number] => ({
  id: `round ${number}`,
  sessionId: "s",
  number,
  batch: null,
  questionId: null,
  cardId: null,
  kind: "front-to-back",
  prompt: `Prompt ${number}`,
  front: "front",
  back: "back",
  options: [
    { id: "right", text: "Right", correct: true, storedOptionId: null },
    { id: "wrong", text: "Wrong", correct: false, storedOptionId: null },
  ],
  multiplier: 1,
  why: null,
  opensAt: at(number * 10),
  durationMs: 20_000,
  closedAt: at(number * 10 + 9),
  closeReason: "time",
  voided: false,
  ...more,
});

const player = (id: string, more: Partial<SessionFrame["players"][number]> = {}) => ({
  id,
  name: id,
  joinedAt: at(0),
  removedAt: null,
  studentId: null,
  reportHash: null,
  ...more,
});

const answer = (
  roundNumber: number,
  playerId: string,
  optionId: "right" | "wrong",
  more: Partial<AnswerRow> = {},
): AnswerRow => ({
  roundId: `round ${roundNumber}`,
  playerId,
  optionId,
  takenMs: 4_000,
  correct: optionId === "right",
  points: optionId === "right" ? 1_400 : 0,
  base: optionId === "right" ? 1_000 : 0,
  speed: optionId === "right" ? 400 : 0,
  streak: 0,
  confidence: null,
  acceptedAt: at(roundNumber * 10 + 4),
  ...more,
});

const shaped = ({
  rounds,
  players,
  answers = [],
}: {
  rounds: SessionFrame["rounds"];
  players: SessionFrame["players"];
  answers?: AnswerRow[];
}) => {
  const session = {
    id: "s",
    title: "Game",
    createdAt: at(0),
    startedAt: at(1),
    endedAt: at(99),
    class: null,
    deckId: null,
    settings: {},
  };
  return shapeResults({ session, rounds, players }, answers);
};

describe("the results of a session", () => {
  it("count every right answer once, for the class, the question and the student", () => {
    const results = shaped({
      rounds: [round(1), round(2)],
      players: [player("Ada"), player("Bo")],
      answers: [answer(1, "Ada", "right"), answer(1, "Bo", "wrong"), answer(2, "Ada", "right")],
    });
    expect(results.totals).toMatchObject({ answers: 3, right: 2, accuracy: 2 / 3 });
    expect(results.rounds.map((item) => [item.right, item.answered, item.silent])).toEqual([
      [1, 2, 0],
      [1, 1, 1],
    ]);
    expect(results.rounds[0]?.options.map((option) => option.chosen)).toEqual([1, 1]);
    expect(results.students.map(({ name, place, points, right }) => [name, place, points, right])).toEqual([
      ["Ada", 1, 2_800, 2],
      ["Bo", 2, 0, 0],
    ]);
  });

  it.each([
    ["voided", { voided: true }],
    ["still open", { closedAt: null }],
  ])("give nobody anything for a round that is %s, and still show who chose what", (_, state) => {
    const results = shaped({
      rounds: [round(1, state), round(2)],
      players: [player("Ada")],
      answers: [answer(1, "Ada", "right"), answer(2, "Ada", "wrong")],
    });
    expect(results.totals).toMatchObject({ answers: 1, right: 0, accuracy: 0 });
    expect(results.students[0]).toMatchObject({ points: 0, answered: 1, right: 0 });
    expect(results.rounds[0]).toMatchObject({ counts: false, answered: 1, right: 1, share: 1 });
    expect(results.answers[0]).toMatchObject({ points: 0, counts: false });
  });

  it("have no share where nobody answered", () => {
    const results = shaped({ rounds: [round(1)], players: [player("Ada")] });
    expect(results.totals).toMatchObject({ accuracy: null, low: null, high: null });
    expect(results.rounds[0]).toMatchObject({ share: null, medianMs: null, silent: 1 });
    expect(results.students[0]).toMatchObject({ share: null, medianMs: null, points: 0 });
  });

  it("do not miss an answer of who came later or had left", () => {
    const players = [
      player("Ada"),
      player("Late", { joinedAt: at(25) }),
      player("Left", { removedAt: at(15) }),
    ];
    const results = shaped({ rounds: [round(1), round(2)], players });
    expect(results.rounds.map((item) => item.silent)).toEqual([1, 2]);
  });

  it("share a place among equals, and give none to who left", () => {
    const players = ["Ada", "Bo", "Cleo", "Dan"].map((id) =>
      player(id, { removedAt: id === "Dan" ? at(90) : null }),
    );
    const answers = [
      answer(1, "Ada", "right"),
      answer(1, "Bo", "right"),
      answer(1, "Cleo", "wrong"),
      answer(1, "Dan", "right", { points: 1_500 }),
    ];
    const results = shaped({ rounds: [round(1)], players, answers });
    expect(results.students.map(({ name, place }) => [name, place])).toEqual([
      ["Ada", 1],
      ["Bo", 1],
      ["Cleo", 3],
      ["Dan", null],
    ]);
  });

  it("name those who were sure and wrong", () => {
    const answers = [
      answer(1, "Ada", "wrong", { confidence: 5 }),
      answer(1, "Bo", "wrong", { confidence: 3 }),
      answer(1, "Cleo", "right", { confidence: 5 }),
    ];
    const players = ["Ada", "Bo", "Cleo"].map((id) => player(id));
    expect(shaped({ rounds: [round(1)], players, answers }).rounds[0]?.sureAndWrong).toBe(1);
  });
});

describe("the files of a session", () => {
  const results = shaped({
    rounds: [round(1), round(2, { voided: true })],
    players: [player("Ada"), player("Bo")],
    answers: [answer(1, "Ada", "right"), answer(1, "Bo", "wrong"), answer(2, "Bo", "right")],
  });
  const { answers, ...counted } = results;
  const reading = {
    prompts: () => new Map(results.rounds.map(({ id, prompt }) => [id, prompt])),
    async *answers() {
      yield answers;
    },
    counted: async () => counted,
  };
  const table = async (name: (typeof TABLES)[number]) => {
    const { header, rows } = resultTable(reading, name);
    const read: (readonly unknown[])[] = [];
    for await (const row of rows) read.push(row);
    return { header, rows: read };
  };
  const column = async (name: (typeof TABLES)[number], head: string) => {
    const { header, rows } = await table(name);
    return rows.map((row) => row[header.indexOf(head)]);
  };

  it.each(TABLES)("have a cell for every head in %s", async (name) => {
    const { header, rows } = await table(name);
    expect(new Set(header).size).toBe(header.length);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(header.length);
  });

  it("say the same points in every one of them", async () => {
    const sum = (cells: unknown[]) => cells.reduce<number>((total, cell) => total + Number(cell), 0);
    expect(sum(await column("answers", "points"))).toBe(1_400);
    expect(sum(await column("students", "points"))).toBe(1_400);
  });

  it("mark what does not count", async () => {
    expect(await column("answers", "counts")).toEqual([true, true, false]);
    expect(await column("questions", "voided")).toEqual([false, true]);
  });
});
