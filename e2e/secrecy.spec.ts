import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { ask } from "./fixtures/database";
import { becomeFirstTeacher, openLobby, pasteDeck } from "./fixtures/desk";
import { Phone } from "./fixtures/phone";
import { expect, test } from "./fixtures/test";

const ROUNDS = 8;

/** A round as the database has it: what no phone may know while it is open. */
type StoredRound = {
  id: string;
  questionId: string;
  cardId: string;
  back: string;
  options: { id: string; text: string; correct: boolean; storedOptionId: string }[];
};

test("L13: from the frames that a phone receives nobody can tell the key of an open question", async ({
  page: host,
  browser,
  server,
}) => {
  test.setTimeout(300_000);
  await becomeFirstTeacher(host);
  await pasteDeck(host, await readFile("server/files/fixtures/brainscape-volcanoes.txt", "utf8"));
  const pin = await openLobby(host);
  const right = await Phone.join(browser, server.url, pin, "Rita");
  const wrong = await Phone.join(browser, server.url, pin, "Walt");
  const frames = { right: await framesOf(right.page), wrong: await framesOf(wrong.page) };
  const sessionId = new URL(host.url()).pathname.split("/").at(-1) ?? "";

  const bar = host.getByRole("toolbar", { name: "Game controls" });
  for (let number = 1; number <= ROUNDS; number++) {
    await bar.getByRole("button", { name: number === 1 ? "Start" : "Next question" }).click();
    await right.sees(number);
    const [round] = await ask<StoredRound>(
      server.dataDir,
      `select id, "questionId", "cardId", back, options from "Round" where "sessionId" = $1 and number = $2`,
      [sessionId, number],
    );
    if (!round) throw new Error(`Question ${number} is open and not stored.`);
    const key = round.options.findIndex(({ correct }) => correct);
    await right.answer(number, key);
    await wrong.answer(number, (key + 1) % round.options.length);
    await expect(bar.getByRole("button", { name: "Next question" })).toBeVisible({ timeout: 30_000 });

    // The host's screen can show the reveal before a phone's has heard of it.
    await expect
      .poll(() => [frames.right, frames.wrong].every((heard) => revealOf(heard, round) > 0), {
        timeout: 30_000,
      })
      .toBe(true);
    const seen = { right: whileOpen(frames.right, round), wrong: whileOpen(frames.wrong, round) };
    expect(seen.right.length).toBeGreaterThan(0);
    for (const frame of [...seen.right, ...seen.wrong]) holdsNoSecret(frame, round);
    // Whoever is right receives what anybody else receives, but for their own seat and their own choice.
    expect(seen.right.map((frame) => anonymous(frame, round))).toEqual(
      seen.wrong.map((frame) => anonymous(frame, round)),
    );
  }

  const rounds = await ask<StoredRound>(
    server.dataDir,
    `select id, options from "Round" where "sessionId" = $1 order by number`,
    [sessionId],
  );
  // No habit gives the key away either: not its place, its id's rank or its length. Each would be an accident of
  // less than one in ten thousand.
  const habits = {
    place: rounds.map(({ options }) => options.findIndex(({ correct }) => correct)),
    idRank: rounds.map(({ options }) => rankOfKey(options, ({ id }) => id)),
    lengthRank: rounds.map(({ options }) =>
      rankOfKey(options, ({ text }) => String(text.length).padStart(3, "0")),
    ),
  };
  for (const [habit, ranks] of Object.entries(habits))
    expect([habit, new Set(ranks).size > 1]).toEqual([habit, true]);
  await right.close();
  await wrong.close();
});

/** Records everything the server sends to this page from its next connection on, which a reload makes at once. */
async function framesOf(page: Page): Promise<string[]> {
  const frames: string[] = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      frames.push(String(payload));
    }),
  );
  await page.reload();
  await expect.poll(() => frames.some((frame) => frame.includes('"view"'))).toBe(true);
  return frames;
}

/** The place of the frame that reveals a round; -1 as long as it has not come. */
function revealOf(frames: readonly string[], { id }: StoredRound): number {
  const opened = frames.findIndex((frame) => frame.includes(id));
  return frames.findIndex((frame, index) => opened >= 0 && index > opened && frame.includes('"reveal"'));
}

/** The frames of a round from its opening until its reveal, without the clock's. */
function whileOpen(frames: readonly string[], round: StoredRound): string[] {
  return frames
    .slice(
      frames.findIndex((frame) => frame.includes(round.id)),
      revealOf(frames, round),
    )
    .filter((frame) => frame.startsWith("4") && !frame.includes('["clock"'));
}

function holdsNoSecret(frame: string, { questionId, cardId, back, options }: StoredRound): void {
  for (const secret of [questionId, cardId, JSON.stringify(back), ...options.map((o) => o.storedOptionId)])
    expect(frame).not.toContain(secret);
  expect(frame).not.toMatch(/"(keys?|correct|points|award|back|evidence)":/);
}

/** A frame without what is allowed to differ between two seats. */
function anonymous(frame: string, { options }: StoredRound): string {
  let text = frame.replace(/^(4\d\/player,)\d+/, "$1").replace(/"(seq|now)":\d+/g, '"$1":0');
  const chosen = /"chosen":"([^"]+)"/.exec(text)?.[1];
  if (options.some(({ id }) => id === chosen)) text = text.replace(`"chosen":"${chosen}"`, '"chosen":"*"');
  return text;
}

/** How many options sort before the key. */
function rankOfKey<O extends { correct: boolean }>(options: readonly O[], by: (option: O) => string): number {
  const key = options.find(({ correct }) => correct);
  return key ? options.filter((option) => by(option) < by(key)).length : -1;
}
