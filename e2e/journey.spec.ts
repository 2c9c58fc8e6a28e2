import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import { ask } from "./fixtures/database";
import { becomeFirstTeacher, openLobby, pasteDeck } from "./fixtures/desk";
import { Phone } from "./fixtures/phone";
import { expect, test } from "./fixtures/test";

/** Cards that many missed come back on top of these. */
const QUESTIONS = 10;
const NAMES = ["Mia", "Noah", "Zoë", "Ali", "小明"];
const LATE = "Lea";

test("a whole game: reload, late join, lost network and a killed server cost nobody an answer", async ({
  page: host,
  browser,
  server,
}) => {
  test.setTimeout(420_000);
  await becomeFirstTeacher(host);
  await pasteDeck(host, await readFile("server/files/fixtures/brainscape-volcanoes.txt", "utf8"));
  // Long enough for a slow machine to start a server within one question.
  const pin = await openLobby(host, 180);
  const phones: Phone[] = [];
  for (const name of NAMES) phones.push(await Phone.join(browser, server.url, pin, name));
  for (const name of NAMES) await expect(host.getByText(name, { exact: true })).toBeVisible();

  const bar = host.getByRole("toolbar", { name: "Game controls" });
  const podium = host.getByRole("heading", { name: "Curtain call" });
  let rounds = 0;
  for (let round = 1; ; round++) {
    await bar.getByRole("button", { name: /^(Start|Next question|To the podium)/ }).click();
    await expect(host.getByText(`Question ${round} of`).or(podium)).toBeVisible();
    if (await podium.isVisible()) break;
    rounds = round;
    const [first, second, third, ...others] = phones;
    if (!first || !second || !third) throw new Error("This game is played by five phones at least.");
    const tap = (phone: Phone) => phone.answer(round, (phones.indexOf(phone) + round) % 4);

    if (round === 2) {
      await first.sees(round);
      await first.page.reload();
    }
    if (round === 3) phones.push(await Phone.join(browser, server.url, pin, LATE));
    if (round === 5) {
      await second.sees(round);
      await second.context.setOffline(true);
      await expect(second.page.getByText(/Connection lost|no network/)).toBeVisible({ timeout: 20_000 });
      await second.context.setOffline(false);
    }
    if (round === 7) {
      await Promise.all([tap(first), tap(second)]);
      await server.kill();
      await server.restart();
      await expect(first.page.getByText(/^Answer [A-D] is in$/)).toBeVisible({ timeout: 30_000 });
      await Promise.all([third, ...others].map(tap));
    } else {
      await Promise.all(phones.map(tap));
    }
    await expect(bar.getByRole("button", { name: /Next question|To the podium/ })).toBeVisible({
      timeout: 60_000,
    });
  }
  expect(rounds).toBeGreaterThanOrEqual(QUESTIONS);

  const onPhones = new Map<string, number>();
  for (const phone of phones) {
    await expect(phone.page.getByRole("heading", { name: "That was it" })).toBeVisible();
    onPhones.set(phone.name, await phone.score());
  }
  expect(Math.max(...onPhones.values())).toBeGreaterThan(0);

  for (const score of onPhones.values())
    await expect(host.getByText(score.toLocaleString("en")).first()).toBeVisible();

  const sessionId = new URL(host.url()).pathname.split("/").at(-1) ?? "";
  expect(await storedScores(server.dataDir, sessionId, rounds)).toEqual(onPhones);

  await host.getByRole("link", { name: "Open the results" }).click();
  const students = host.getByRole("table", { name: "Students" });
  for (const [name, score] of onPhones) {
    const row = students.getByRole("row").filter({ hasText: name });
    await expect(row).toContainText(score.toLocaleString("en"));
  }
  const csv = await host.request.get(`${server.url}/api/sessions/${sessionId}/students.csv`);
  expect(scoresOf(await csv.text())).toEqual(onPhones);
  for (const phone of phones) await phone.close();
});

/** Every player's sum of points as PostgreSQL has it; each of them answered every round they were there for. */
async function storedScores(
  dataDir: string,
  sessionId: string,
  rounds: number,
): Promise<Map<string, number>> {
  const rows = await ask<{ name: string; points: number; answers: number }>(
    dataDir,
    `select p.name, sum(a.points)::int points, count(*)::int answers
       from "Player" p join "Answer" a on a."playerId" = p.id where p."sessionId" = $1 group by p.name`,
    [sessionId],
  );
  for (const { name, answers } of rows)
    expect([name, answers]).toEqual([name, name === LATE ? rounds - 2 : rounds]);
  return new Map(rows.map(({ name, points }) => [name, points]));
}

/** Name and points of every line of the students' CSV. */
function scoresOf(csv: string): Map<string, number> {
  const { data } = Papa.parse<{ student: string; points: string }>(csv.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  return new Map(data.map(({ student, points }) => [student, Number(points)]));
}
