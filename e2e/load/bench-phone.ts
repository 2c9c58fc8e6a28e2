import { chromium, type Page } from "playwright";
import { furnish, startServer } from "#server/testing/house";
import { inPhase, next, shows } from "#server/testing/live-players";
import { connectHost } from "@/client/host";
import type { SessionId } from "@/contract/ids";
import { FaultyLink } from "../chaos/faulty-link";
import { chromiumOptions } from "../chromium";
import { median, rounded } from "./figures";

// Usage: npm run -s bench:phone   (after a build)
// What a phone on a slow network waits for, in Chromium, as JSON. The network is Lighthouse's "slow 4G": 1.6 Mb/s down,
// 0.75 Mb/s up (Chromium's own throttle) and 150 ms of round-trip (a proxy in front of the server, because Chromium's
// throttle leaves WebSockets alone; the opening of a TCP connection is not delayed by it). The processor is four times
// slower than this computer's, which is what "a phone" means here.

const PORT = Number(process.env.PORT ?? 4185);
const REPETITIONS = Number(process.env.REPETITIONS ?? 5);
const HALF_TRIP_MS = 75;
const MBIT = 1_000_000 / 8;
const NETWORK = { offline: false, latency: 0, downloadThroughput: 1.6 * MBIT, uploadThroughput: 0.75 * MBIT };
const SLOWER = 4;
/** Playwright's own waiting looks again only after up to half a second; here the page looks at every frame. */
const EVERY_FRAME = { polling: "raf", timeout: 60_000 } as const;

const house = await furnish({
  sessions: 1,
  questions: REPETITIONS + 1,
  settings: {
    timer: { kind: "none" },
    confidence: false,
    order: "as-written",
    questionCount: REPETITIONS + 1,
  },
});
const [session] = house.sessions;
if (!session) throw new Error("The house has no game.");
const server = await startServer({ dataDir: house.dataDir, port: PORT });
const link = await FaultyLink.open(() => PORT);
link.weather.delayMs = HALF_TRIP_MS;
const host = connectHost(session.sessionId as SessionId, {
  origin: server.origin,
  extraHeaders: { cookie: house.teacher.cookie },
});
const browser = await chromium.launch(await chromiumOptions());

/** A phone with nothing in its cache, and a count of the script bytes that come over the wire, headers aside. */
async function newPhone() {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let scriptBytes = 0;
  cdp.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  cdp.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", NETWORK);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return { context, page, cdp, scriptBytes: () => scriptBytes };
}
const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await act();
  return performance.now() - start;
};
const question = (page: Page, number: number) =>
  page.waitForFunction(
    (prompt) => document.querySelector("h1")?.textContent === prompt,
    `What is ${number} and ${number}?`,
    EVERY_FRAME,
  );
const join = (page: Page) => page.getByRole("button", { name: "Join" });
/** The button works as soon as it is enabled; before that the page only looks ready. */
const form = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector("button[type=submit]:enabled") !== null,
    undefined,
    EVERY_FRAME,
  );
const inLobby = (page: Page) =>
  page.waitForFunction(() => document.querySelector("button[type=submit]") === null, undefined, EVERY_FRAME);

type Turn = Record<
  "firstVisitToForm" | "joinToLobby" | "nextToQuestion" | "coldToQuestion" | "reloadToQuestion",
  number
>;
const turns: Turn[] = [];
let scriptKb = 0;
try {
  await server.atRest();
  host.start();
  await shows(host.store, inPhase("lobby"), 20_000);
  for (let turn = 0; turn < REPETITIONS; turn++) {
    const address = `${link.origin}/play?pin=${session.pin}`;
    const { context, page, cdp, scriptBytes } = await newPhone();
    const firstVisitToForm = await timed(async () => {
      await page.goto(address, { waitUntil: "commit" });
      await form(page);
    });
    await page.getByLabel("Your name").fill(`Phone ${String.fromCharCode(65 + turn)}`);
    const joinToLobby = await timed(async () => {
      await join(page).tap();
      await inLobby(page);
    });
    await page.waitForLoadState("networkidle");
    scriptKb = scriptBytes() / 1_000;
    const { view } = host.store.read();
    if (view?.phase.name === "question") {
      await host.send({ type: "close-round", roundId: view.phase.round.id });
      await shows(host.store, inPhase("reveal"));
    }
    const nextToQuestion = await timed(async () => {
      await next(host);
      await question(page, turn + 1);
    });
    const reloadToQuestion = await timed(async () => {
      await page.reload({ waitUntil: "commit" });
      await question(page, turn + 1);
    });
    await cdp.send("Network.clearBrowserCache");
    const coldToQuestion = await timed(async () => {
      await page.goto(address, { waitUntil: "commit" });
      await question(page, turn + 1);
    });
    turns.push({ firstVisitToForm, joinToLobby, nextToQuestion, coldToQuestion, reloadToQuestion });
    await context.close();
  }
  const ms = (which: keyof Turn) => {
    const times = turns.map((turn) => turn[which]);
    return { median: rounded(median(times), 0), max: rounded(Math.max(...times), 0) };
  };
  const [first] = turns;
  const keys = Object.keys(first ?? {}) as (keyof Turn)[];
  console.log(
    JSON.stringify(
      {
        ...{
          date: new Date().toISOString(),
          repetitions: REPETITIONS,
          cpuSlower: SLOWER,
          roundTripMs: 2 * HALF_TRIP_MS,
        },
        scriptKbOverTheWire: rounded(scriptKb, 1),
        ms: Object.fromEntries(keys.map((key) => [key, ms(key)])),
      },
      null,
      2,
    ),
  );
} finally {
  await browser.close();
  host.stop();
  await link.close();
  await server.stop();
  house.remove();
}
process.exit(0);
