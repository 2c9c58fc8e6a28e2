import type { Page } from "@playwright/test";
import { shows } from "#server/testing/live-players";
import { connectHost } from "@/client/host";
import type { SessionId } from "@/contract/ids";
import { becomeFirstTeacher, pasteDeck } from "../fixtures/desk";
import type { GameServer } from "../fixtures/server";
import { expect } from "../fixtures/test";
import { CAPITALS } from "./game";

const idIn = (url: string) => new URL(url).pathname.split("/").at(-1) ?? "";

/** The teacher at the desk. */
export class Desk {
  private classUrl = "";
  private deckUrl = "";

  constructor(private readonly page: Page) {}

  get classId(): string {
    return idIn(this.classUrl);
  }
  get deckId(): string {
    return idIn(this.deckUrl);
  }

  /** The first teacher's, with the deck of the capitals. */
  async open() {
    const { page } = this;
    await becomeFirstTeacher(page);
    const pasted = Object.entries(CAPITALS).map(([land, city]) => `What is the capital of ${land}?\t${city}`);
    await pasteDeck(page, pasted.join("\n"), "Capitals of Europe");
    this.deckUrl = page.url();
  }

  /** The class that the desk works with from now on. */
  async makeClass(name: string, students: string[]) {
    const { page } = this;
    await page.goto("/teach/classes/new");
    await page.getByLabel("Name of the class").fill(name);
    await page.getByLabel("Students", { exact: true }).fill(students.join("\n"));
    await page.getByRole("button", { name: "Make the class" }).click();
    await expect(page.getByRole("heading", { name })).toBeVisible();
    this.classUrl = page.url();
  }

  /** Each student's two words, from the page that is printed. */
  async seatCards(students: number): Promise<Record<string, string>> {
    const { page } = this;
    await page.getByRole("link", { name: "Seat cards to print" }).click();
    await page.getByRole("button", { name: "Draw words for everybody" }).click();
    const rows = page.getByRole("listitem").filter({ has: page.getByRole("img") });
    await expect(rows).toHaveCount(students);
    const cards: Record<string, string> = {};
    for (const row of await rows.all()) {
      const lines = await row.locator("p").allInnerTexts();
      cards[lines[1] ?? ""] = lines[2] ?? "";
    }
    return cards;
  }

  /** Opens the class's page at one of its tabs. */
  async classTab(name: string | RegExp) {
    await this.page.goto(this.classUrl);
    await this.page.getByRole("tab", { name }).click();
  }

  /** Opens a lobby for the class; the game is then moved over the host's own socket. */
  async host(server: GameServer, questions: number) {
    const { page } = this;
    await page.goto(this.deckUrl);
    await page.getByRole("button", { name: "Host" }).click();
    await page.getByLabel("Class", { exact: true }).selectOption({ label: "7b" });
    await page.getByLabel("Number of questions").fill(String(questions));
    await page.getByRole("button", { name: "Open the lobby" }).click();
    await expect(page).toHaveURL(/\/host\/[\w-]+$/);
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const sessionId = idIn(page.url()) as SessionId;
    const host = connectHost(sessionId, { origin: server.url, extraHeaders: { cookie } });
    host.start();
    const { view } = await shows(host.store, ({ connection }) => connection === "connected");
    await host.send({ type: "settings", settings: { confidence: false, timer: { kind: "none" } } });
    return {
      host,
      pin: view?.pin ?? "",
      end: async () => {
        await host.send({ type: "end" });
        host.stop();
      },
    };
  }
}
