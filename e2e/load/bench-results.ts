import { parseArgs } from "node:util";
import { type Browser, chromium } from "playwright";
import { type RunningServer, startServer } from "#server/testing/house";
import { chromiumOptions } from "../chromium";
import { type PlayedHouse, playedHouse } from "../fixtures/played-house";
import { median, rounded } from "./figures";
import { Measured, PROBE_FLAGS } from "./measured";
import { numbersOf } from "./options";

// Usage: npm run -s bench:results -- [--students N] [--questions N] [--repeats R]   (after a build)
// Opens the results of one game (200 students × 50 questions) on the real server and prints as JSON what that takes: the
// server's milliseconds and processor time, bytes, and when Chromium shows the first screen.

const { values } = parseArgs({
  options: {
    students: { type: "string", default: "200" },
    questions: { type: "string", default: "50" },
    repeats: { type: "string", default: "7" },
  },
});
const { students, questions, repeats } = numbersOf(values);
const PORT = Number(process.env.PORT ?? 4179);
const PAGES = ["", "/map", "/answers"];
const FILES = ["answers.csv", "students.csv", "questions.csv", "results.xlsx", "results.json", "missed.apkg"];

type Row = Record<string, number>;

/** The first time, and the median of those after it. */
async function repeated(
  work: () => Promise<Row>,
): Promise<Record<string, { first: number; median: number }>> {
  const rows: Row[] = [];
  while (rows.length <= repeats) rows.push(await work());
  const [first = {}, ...rest] = rows;
  return Object.fromEntries(
    Object.entries(first).map(([key, value]) => [
      key,
      { first: rounded(value, 0), median: rounded(median(rest.map((row) => row[key] ?? 0)), 0) },
    ]),
  );
}

/** One download: how long, how many bytes, how much of the server's processor. */
async function fetched(address: string, cookie: string, measured: Measured): Promise<Row> {
  const [started, cpu] = [performance.now(), measured.cpuUs()];
  const response = await fetch(address, { headers: { cookie } });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const { byteLength: bytes } = await response.arrayBuffer();
  return { ms: performance.now() - started, cpuMs: (measured.cpuUs() - cpu) / 1_000, bytes };
}

/** A page in a browser that has never been here: its first painting, its largest one, and the end of its loading. */
async function opened(browser: Browser, address: string, cookie: string): Promise<Row> {
  const context = await browser.newContext({ extraHTTPHeaders: { cookie } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "load" });
  const row = await page.evaluate(
    () =>
      new Promise<Row>((resolve) => {
        const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
        const [first] = performance.getEntriesByName("first-contentful-paint");
        new PerformanceObserver((list) =>
          resolve({
            firstPaintMs: first?.startTime ?? Number.NaN,
            firstScreenMs: list.getEntries().at(-1)?.startTime ?? Number.NaN,
            loadedMs: navigation?.loadEventEnd ?? Number.NaN,
          }),
        ).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
  await context.close();
  return row;
}

async function measure(house: PlayedHouse, server: RunningServer) {
  const { cookie } = house.teacher;
  const measured = new Measured(server.child, server.pid);
  const page = (place: string) => `${server.origin}/teach/sessions/${house.sessionId}${place}`;
  const file = (name: string) => `${server.origin}/api/sessions/${house.sessionId}/${name}`;
  const pages: Record<string, object> = {};
  for (const place of PAGES)
    pages[place || "/"] = await repeated(() => fetched(page(place), cookie, measured));
  const files: Record<string, object> = {};
  for (const name of FILES) files[name] = await repeated(() => fetched(file(name), cookie, measured));
  const browser = await chromium.launch(await chromiumOptions());
  const chromiumMs: Record<string, object> = {};
  for (const place of PAGES)
    chromiumMs[place || "/"] = await repeated(() => opened(browser, page(place), cookie));
  await browser.close();
  return { students, questions, pages, files, chromiumMs };
}

const house = await playedHouse({ students, rounds: questions });
const server = await startServer({ dataDir: house.dataDir, port: PORT, nodeFlags: PROBE_FLAGS });
try {
  await server.atRest();
  console.log(JSON.stringify(await measure(house, server), null, 1));
} finally {
  await server.stop();
  house.remove();
}
