import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { interval, middle, type Reckoning, type Round } from "./reckoning";

// What the pages must say, written from the reckoning alone.

const percent = (share: number | null) =>
  // As the pages round: 0.575 is 58 %.
  share === null ? "–" : `${Math.round(Number((share * 100).toFixed(6)))} %`;
const seconds = (ms: number | null) => (ms === null ? "–" : `${(ms / 1000).toFixed(1)} s`);
const whole = (n: number) => n.toLocaleString("en");
const counted = (n: number, one: string) => `${whole(n)} ${n === 1 ? one : `${one}s`}`;
const share = (right: number, n: number) => (n === 0 ? null : right / n);

/** The words of every element that is found, with every run of spaces as one; hidden and unlaid ones too. */
const texts = (page: Page, selector: string): Promise<string[]> =>
  page
    .locator(selector)
    .evaluateAll((all) => all.map((one) => (one.textContent ?? "").replace(/\s+/g, " ").trim()));

/** The cells of the table with this caption, row by row, its head left out. */
const rowsOf = (page: Page, caption: string): Promise<string[][]> =>
  page
    .locator("table")
    .filter({ has: page.locator("caption", { hasText: caption }) })
    .first()
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()),
      ),
    );

/** Opens the results of a game and holds every figure on them against the reckoning. */
export async function checkSessionPage(page: Page, url: string, reckoning: Reckoning): Promise<void> {
  await page.goto(url);
  await expect(page.getByRole("region", { name: "At a glance" })).toBeVisible();
  await checkGlance(page, reckoning);
  await checkQuestions(page, reckoning);
  await checkStudents(page, reckoning);
  await checkFindings(page, reckoning);
}

async function checkGlance(page: Page, reckoning: Reckoning): Promise<void> {
  const { answers, counting, game } = reckoning;
  const [came = "", right = "", learned = ""] = await texts(page, '[aria-label="At a glance"] > a');
  const voided = game.rounds.length - counting.length;
  expect(came).toContain(`${game.students.length}students came`);
  expect(came).toContain(
    `${whole(answers.length)} answers to ${counted(counting.length, "question")}${voided > 0 ? `, ${voided} voided` : ""}`,
  );
  const { low, high } = interval(reckoning.right(), answers.length);
  expect(right).toContain(percent(share(reckoning.right(), answers.length)));
  expect(right).toContain(
    `${whole(reckoning.right())} of ${whole(answers.length)}; 95 % sure: ${percent(low)} to ${percent(high)}`,
  );
  const twice = reckoning.relearned();
  const pairs = twice.reduce((all, { students }) => all + students, 0);
  if (pairs > 0) {
    const mean = (which: "first" | "second") =>
      twice.reduce((all, row) => all + row[which] * row.students, 0) / pairs;
    expect(learned).toContain(`${percent(mean("first"))} → ${percent(mean("second"))}`);
    expect(learned).toContain(counted(pairs, "pair"));
  } else expect(learned).toContain("no card was asked twice of five students");
  const again = await texts(page, '[aria-label="Teach again"] li');
  const wanted = reckoning.teachAgain();
  expect(again).toHaveLength(wanted.length);
  for (const [at, round] of wanted.entries()) {
    const own = reckoning.to(round.id);
    const hits = own.filter(({ correct }) => correct).length;
    expect(again[at]).toContain(`${percent(share(hits, own.length))} right: ${round.prompt}`);
  }
}

async function checkQuestions(page: Page, reckoning: Reckoning): Promise<void> {
  await page.locator("main li[id^=question-] details").evaluateAll((all) => {
    for (const details of all) details.setAttribute("open", "");
  });
  await expect(page.locator("main caption", { hasText: "Who chose what in question" })).toHaveCount(
    reckoning.counting.length,
  );
  for (const round of reckoning.game.rounds) {
    const [card = ""] = await texts(page, `li[id="question-${round.number}"]`);
    const own = reckoning.game.answers.filter(({ roundId }) => roundId === round.id);
    const hits = own.filter(({ correct }) => correct).length;
    const label = `question ${round.number}`;
    expect(card, label).toContain(`${round.number}.${round.prompt}`);
    expect(card, label).toContain(
      `${percent(share(hits, own.length))}${hits} of ${counted(own.length, "answer")} right`,
    );
    expect(card, label).toContain(
      `half answered within ${seconds(middle(own.map(({ takenMs }) => takenMs)))}`,
    );
    const sure = own.filter(({ correct, confidence }) => !correct && (confidence ?? 0) >= 4).length;
    if (sure > 0) expect(card, label).toContain(`${counted(sure, "student")} sure and wrong`);
    else expect(card, label).not.toContain("sure and wrong");
    expect(card.includes("voided: counts for nobody"), label).toBe(round.voided);
    for (const option of round.options) {
      const took = own.filter(({ optionId }) => optionId === option.id).length;
      expect(card, label).toContain(`${option.text}${option.correct ? "right" : ""}${took} chose this`);
    }
    if (!round.voided) await checkStatistics(page, reckoning, round, card);
  }
}

async function checkStatistics(page: Page, reckoning: Reckoning, round: Round, card: string): Promise<void> {
  const label = `statistics of question ${round.number}`;
  const own = reckoning.to(round.id);
  const hits = own.filter(({ correct }) => correct).length;
  const { low, high } = interval(hits, own.length);
  expect(card, label).toContain(`between ${percent(low)} and ${percent(high)} would get it right (95 %)`);
  if (!reckoning.firsts.includes(round)) expect(card, label).toContain("an exercise, so it is not measured");
  else {
    const found = reckoning.telling(round);
    if (!found) expect(card, label).toContain("Too little varies to say");
    else {
      const size = Math.abs(found.r).toFixed(2);
      const sign = size === "0.00" ? "" : found.r < 0 ? "−" : "+";
      expect(card, label).toContain(`Corrected point-biserial ${sign}${size} ± ${found.margin.toFixed(2)}`);
    }
  }
  const rows = await rowsOf(page, `Who chose what in question ${round.number}`);
  expect(rows, label).toHaveLength(round.options.length);
  for (const [at, option] of round.options.entries()) {
    const { all, best, weakest } = reckoning.took(round, option.id);
    const [name, ...shares] = rows[at] ?? [];
    expect(name, label).toBe(`${"ABCD"[at]}: ${option.text}${option.correct ? " (right)" : ""}`);
    expect(shares.slice(0, 3), `${label}: ${option.text}`).toEqual([
      percent(all),
      percent(best),
      percent(weakest),
    ]);
  }
  for (const rating of [1, 2, 3, 4, 5]) {
    const given = own.filter(({ confidence }) => confidence === rating);
    const right = given.filter(({ correct }) => correct).length;
    if (given.length > 0) expect(card, label).toContain(`${rating}: ${right} of ${given.length} right`);
  }
}

async function checkStudents(page: Page, reckoning: Reckoning): Promise<void> {
  const shown = await rowsOf(page, "Students of this game");
  const wanted = reckoning.game.students.map(({ playerId, name, removed }) => {
    const own = reckoning.by(playerId);
    const hits = own.filter(({ correct }) => correct).length;
    const { points, place } = reckoning.standing(playerId);
    return [
      removed ? `${name}left early` : name,
      place === null ? "–" : String(place),
      whole(points),
      `${hits} of ${own.length}`,
      percent(share(hits, own.length)),
      seconds(middle(own.map(({ takenMs }) => takenMs))),
    ];
  });
  const byName = (a: string[], b: string[]) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1);
  expect(shown.sort(byName)).toEqual(wanted.sort(byName));
}

async function checkFindings(page: Page, reckoning: Reckoning): Promise<void> {
  const shown = await texts(page, '[aria-labelledby="misconceptions"] li');
  const wanted = reckoning.misconceptions();
  expect(shown).toHaveLength(wanted.length);
  for (const { round, option, students, share: part, sure } of wanted) {
    const sentence = `${sure > 0 ? `${sure} sure of it ` : ""}“${option.text}” to ${round.prompt}${counted(students, "student")} (${percent(part)})`;
    expect(
      shown.filter((line) => line.includes(sentence)),
      sentence,
    ).not.toHaveLength(0);
  }
  const twice = reckoning.relearned();
  if (twice.length > 0) {
    const rows = await rowsOf(page, "First and second tries");
    expect(rows.map((row) => row.slice(0, 4)).sort()).toEqual(
      twice
        .map(({ front, students, first, second }) => [
          front,
          String(students),
          percent(first),
          percent(second),
        ])
        .sort(),
    );
  }
  const [trusted = ""] = await texts(page, '[aria-labelledby="reliability"]');
  const found = reckoning.reliability();
  if (found.alpha === null) expect(trusted).toContain("to say how far a total can be trusted");
  else {
    expect(trusted).toContain(`KR-20 (α) ${found.alpha.toFixed(2)}`);
    expect(trusted).toContain(`95 % interval ${found.low.toFixed(2)} to ${found.high.toFixed(2)}`);
    expect(trusted).toContain(
      `Standard error of measurement ${found.sem.toFixed(2)}; mean ${found.mean.toFixed(2)}, SD ${found.sd.toFixed(2)} of ${found.k}; from the ${counted(found.n, "student")}`,
    );
  }
}

/** Opens the map of a game and holds every cell of it against the reckoning. */
export async function checkMapPage(page: Page, url: string, reckoning: Reckoning): Promise<void> {
  await page.goto(`${url}/map`);
  const shown = await rowsOf(page, "Students and questions");
  const wanted = reckoning.game.students.map(({ playerId, name }) => {
    const own = reckoning.by(playerId);
    const hits = own.filter(({ correct }) => correct).length;
    const cells = reckoning.counting.map(({ id }) => {
      const answer = own.find(({ roundId }) => roundId === id);
      return answer ? (answer.correct ? "right" : "wrong") : "none";
    });
    return [name, whole(reckoning.standing(playerId).points), percent(share(hits, own.length)), ...cells];
  });
  const byName = (a: string[], b: string[]) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1);
  expect(shown.sort(byName)).toEqual(wanted.sort(byName));
  const foot = await texts(page, "tfoot td");
  expect(foot.slice(2)).toEqual(
    reckoning.counting.map(({ id }) => {
      const own = reckoning.to(id);
      return own.length === 0
        ? "–"
        : String(Math.round((100 * own.filter(({ correct }) => correct).length) / own.length));
    }),
  );
}

/** Opens one student's page of a game and holds it against the reckoning. */
export async function checkStudentPage(
  page: Page,
  url: string,
  reckoning: Reckoning,
  playerId: string,
): Promise<void> {
  await page.goto(`${url}/students/${playerId}`);
  const [main = ""] = await texts(page, "main");
  const own = reckoning.by(playerId);
  const hits = own.filter(({ correct }) => correct).length;
  const { points, place } = reckoning.standing(playerId);
  const sure = own.length === 0 ? null : interval(hits, own.length);
  expect(main).toContain(
    `${hits} of ${counted(own.length, "answer")} right (${percent(share(hits, own.length))}${
      sure ? `; 95 % sure: ${percent(sure.low)} to ${percent(sure.high)}` : ""
    }), ${whole(points)} points${place === null ? "" : `, place ${place} of ${reckoning.game.students.length}`}.`,
  );
  const rounds = new Map(reckoning.game.rounds.map((round) => [round.id, round]));
  const rows = await rowsOf(page, "Answers of");
  const given = reckoning.game.answers.filter((answer) => answer.playerId === playerId);
  expect(rows.map((row) => row.slice(0, 6))).toEqual(
    given.map((answer) => {
      const round = rounds.get(answer.roundId);
      return [
        `${round?.number}. ${round?.prompt}`,
        round?.options.find(({ id }) => id === answer.optionId)?.text,
        answer.correct ? "✓ right" : "✗ wrong",
        seconds(answer.takenMs),
        answer.confidence === null ? "–" : String(answer.confidence),
        whole(answer.points),
      ];
    }),
  );
  const last = new Map<string, boolean>();
  for (const answer of [...own].sort((a, b) => Date.parse(a.acceptedAt) - Date.parse(b.acceptedAt)))
    last.set(rounds.get(answer.roundId)?.cardId ?? "", answer.correct);
  const missed = [...last.values()].filter((right) => !right).length;
  expect(await texts(page, '[aria-labelledby="missed"] > ul > li')).toHaveLength(missed);
  for (const rating of [1, 2, 3, 4, 5]) {
    const rated = own.filter(({ confidence }) => confidence === rating);
    const right = rated.filter(({ correct }) => correct).length;
    if (rated.length > 0)
      expect(main).toContain(
        `Rated ${rating}: ${counted(rated.length, "answer")}, ${percent(right / rated.length)} right`,
      );
  }
}
