import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import demo from "../prisma/seed/demo-deck.json" with { type: "json" };
import { chromiumOptions } from "./chromium";
import { becomeFirstTeacher, openDemoLobby } from "./fixtures/desk";
import { Phone } from "./fixtures/phone";
import { GameServer } from "./fixtures/server";

// Makes the README's pictures from a real game: the production server, a host, and a class on phones.

const PICTURES = fileURLToPath(new URL("../docs/pictures", import.meta.url));
const PROJECTOR = { width: 1280, height: 720 };
const QUESTIONS = 8;
/** Shown while it is open, with a part of the class still thinking. */
const PICTURED = 3;

/** The class, and how much of the deck each of them knows, 0–1. */
const PUPILS = [
  ["Amara", 1],
  ["Jonas", 0.9],
  ["Mei", 0.9],
  ["Noor", 0.8],
  ["Tomás", 0.7],
  ["Elif", 0.7],
  ["Sven", 0.5],
  ["Ravi", 0.4],
] as const;

const backs = new Map(demo.cards.map(({ front, back }) => [front, back]));

/** The place of the answer that a pupil gives: the right one where they know the card, else the first other one. */
async function choice(phone: Phone, knows: boolean): Promise<number> {
  const prompt = await phone.page.getByRole("heading", { level: 1 }).textContent();
  const options = await phone.page
    .getByRole("group", { name: "Answers" })
    .getByRole("button")
    .allInnerTexts();
  const right = options.findIndex((text) => text.includes(backs.get(prompt ?? "") ?? "…"));
  return knows && right >= 0
    ? right
    : Math.max(
        0,
        options.findIndex((_, place) => place !== right),
      );
}

/** Spread evenly over the game and the class, so that the same game is played every time. */
const knows = (pupil: number, question: number, share: number): boolean =>
  (pupil * 37 + question * 61) % 100 < share * 100;

async function answer(phones: readonly Phone[], question: number, from: number, to: number): Promise<void> {
  for (const [pupil, phone] of [...phones.entries()].slice(from, to)) {
    await phone.sees(question);
    await phone.page
      .getByRole("group", { name: "Answers" })
      .getByRole("button", { disabled: false })
      .first()
      .waitFor();
    await phone.answer(question, await choice(phone, knows(pupil, question, PUPILS[pupil]?.[1] ?? 1)));
  }
}

const picture = (page: Page, name: string) => page.screenshot({ path: path.join(PICTURES, `${name}.png`) });

/** Three phones beside each other: an open question, an answer that is in, and the card that says why. */
async function pictureOfPhones(browser: Browser, shots: readonly Buffer[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString("base64")}">`).join("");
  await page.setContent(
    `<style>body{margin:0;height:860px;display:flex;gap:48px;justify-content:center;align-items:center;background:#e6ddca}
    img{height:780px;border-radius:28px;border:6px solid #1d1a2f}</style>${images}`,
  );
  await picture(page, "phone");
}

async function main(): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const server = await GameServer.start({ PUBLIC_URL: "https://quiz.school.example" });
  const browser = await chromium.launch(await chromiumOptions());
  try {
    const host = await (await browser.newContext({ viewport: PROJECTOR, baseURL: server.url })).newPage();
    await becomeFirstTeacher(host);
    const pin = await openDemoLobby(host, QUESTIONS);
    const phones: Phone[] = [];
    for (const [name] of PUPILS) phones.push(await Phone.join(browser, server.url, pin, name));
    const [first, second] = phones;
    if (!first || !second) throw new Error("The pictures need a class.");

    const shots: Buffer[] = [];
    for (let question = 1; question <= QUESTIONS; question++) {
      await host.keyboard.press("n");
      if (question === PICTURED) {
        await answer(phones, question, 2, 7);
        shots.push(await first.page.screenshot());
        await host.waitForTimeout(500);
        await picture(host, "host");
        await answer(phones, question, 0, 1);
        await first.page.getByRole("button", { name: "4: Well" }).tap();
        await first.page.getByText("Noted. Thank you.").waitFor();
        shots.push(await first.page.screenshot());
        await answer(phones, question, 1, 2);
        await answer(phones, question, 7, PUPILS.length);
        await first.page.getByRole("heading", { name: /Right!|Not this time/ }).waitFor();
        await first.page.waitForTimeout(1_000);
        shots.push(await first.page.screenshot());
      } else await answer(phones, question, 0, PUPILS.length);
      await host.getByText("Right answer").waitFor();
    }
    await pictureOfPhones(browser, shots);
    await host.keyboard.press("n");
    await host.getByRole("heading", { name: "Curtain call" }).waitFor();
    await host.getByRole("link", { name: "Open the results" }).click();
    await host.getByRole("heading", { level: 1 }).waitFor();
    await host.waitForTimeout(1_500);
    await picture(host, "results");
    console.log(`The pictures are in ${path.relative(process.cwd(), PICTURES)}.`);
  } finally {
    await browser.close();
    await server.dispose();
  }
}

await main();
