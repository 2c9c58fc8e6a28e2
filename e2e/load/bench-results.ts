import { chromium } from "playwright";
import { startServer } from "#server/testing/house";
import { chromiumOptions } from "../chromium";
import { playedHouse } from "../fixtures/played-house";

// Usage: npm run -s bench:results   (after a build)
// Opens the results of 200 students × 50 questions on the real server and prints the milliseconds as JSON.

const STUDENTS = 200;
const ROUNDS = 50;
const REPEATS = 5;
const PORT = Number(process.env.PORT ?? 4179);
const PAGES = ["", "/map", "/answers"];
const FILES = ["answers.csv", "students.csv", "questions.csv", "results.xlsx", "results.json", "missed.apkg"];

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const rounded = (ms: number) => Math.round(ms);

async function timed(work: () => Promise<unknown>): Promise<{ first: number; median: number }> {
  const times: number[] = [];
  for (let i = 0; i <= REPEATS; i++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  const [first = Number.NaN, ...rest] = times;
  return { first: rounded(first), median: rounded(median(rest)) };
}

const house = await playedHouse({ students: STUDENTS, rounds: ROUNDS });
const server = await startServer({ dataDir: house.dataDir, port: PORT });
try {
  await server.atRest();
  const { cookie } = house.teacher;
  const path = `/teach/sessions/${house.sessionId}`;
  const fetched: Record<string, unknown> = {};
  const get = async (address: string) => {
    const response = await fetch(`${server.origin}${address}`, { headers: { cookie } });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return (await response.arrayBuffer()).byteLength;
  };
  for (const page of PAGES)
    fetched[`page ${page || "/"}`] = {
      ...(await timed(() => get(path + page))),
      bytes: await get(path + page),
    };
  for (const file of FILES) {
    const address = `/api/sessions/${house.sessionId}/${file}`;
    fetched[file] = { ...(await timed(() => get(address))), bytes: await get(address) };
  }
  const browser = await chromium.launch(await chromiumOptions());
  const context = await browser.newContext({ extraHTTPHeaders: { cookie } });
  const page = await context.newPage();
  const opened: Record<string, unknown> = {};
  for (const place of PAGES)
    opened[`page ${place || "/"}`] = await timed(() =>
      page.goto(server.origin + path + place, { waitUntil: "load" }),
    );
  await browser.close();
  console.log(
    JSON.stringify(
      { students: STUDENTS, questions: ROUNDS, fetchedMs: fetched, openedInChromiumMs: opened },
      null,
      2,
    ),
  );
} finally {
  await server.stop();
  house.remove();
}
