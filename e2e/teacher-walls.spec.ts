import { readdirSync } from "node:fs";
import type { APIRequestContext, Page } from "@playwright/test";
import { createAccounts } from "#server/auth/accounts";
import { type Database, openDatabase } from "#server/store/client";
import { startEmbedded } from "#server/store/embedded";
import { expect, test } from "./fixtures/test";

const PASSWORD = "three blind mice";
/** Places for everybody. A page or route that is not named here belongs to one teacher. */
const PUBLIC = ["/api/health", "/teach/invite/[token]", "/teach/sign-in", "/teach/welcome"];
/** Places of a teacher that name nothing of theirs: another teacher sees their own there. */
const OWN = [
  "/api/account/export",
  "/teach",
  "/teach/account",
  "/teach/classes",
  "/teach/classes/answer-cards",
  "/teach/classes/new",
  "/teach/decks/new",
  "/teach/sessions",
];
/** Places that a single-use link opens; the link stands for the right. */
const BY_LINK = ["/teach/classes/join/[token]"];
/** Route handlers that only take what is sent to them. */
const POST_ONLY = ["/api/decks", "/api/decks/preview"];

/** Every page and route handler of the app, as the folders name them: a new one is walked without being listed. */
function places(): string[] {
  return readdirSync("src/app", { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${file.replace(/\/?(page\.tsx|route\.ts)$/, "").replace(/\([\w-]+\)\/?/g, "")}`)
    .map((path) => path.replace(/\/$/, "") || "/")
    .sort();
}

type Ids = Record<string, string>;

/** Two teachers; the first has a deck, a class with a student, and a played game. */
async function furnish({ prisma }: Database): Promise<Ids> {
  const accounts = createAccounts({ db: prisma, secret: "x".repeat(32), publicUrl: "http://localhost" });
  const account = (name: string) => ({ name, email: `${name}@school.test`, password: PASSWORD });
  const owner = await accounts.makeFirstTeacher(account("owner"));
  const link = await accounts.invite(owner ?? "", new Date());
  await accounts.acceptInvitation(link ?? "", account("stranger"), new Date());
  const teacherId = owner ?? "";
  const card = { position: 1, front: "What is 1 + 1?", back: "2" };
  const deck = await prisma.deck.create({
    data: {
      teacherId,
      title: "Sums",
      original: "",
      format: "json",
      madeAt: new Date(),
      cards: { create: card },
    },
  });
  const group = await prisma.class.create({
    data: {
      name: "9b",
      teachers: { create: { teacherId, owner: true } },
      students: { create: { name: "Dana", pseudonym: "dana-1" } },
    },
    include: { students: true },
  });
  const session = await prisma.session.create({
    data: {
      id: "session-of-the-owner",
      teacherId,
      deckId: deck.id,
      classId: group.id,
      title: "Sums",
      settings: {},
      // Yesterday: a game of the last half hour would be opened again from its events, and this one has none.
      endedAt: new Date(Date.now() - 86_400_000),
    },
  });
  const player = { id: "player-of-the-owner", name: "Dana", tokenHash: "none", joinedAt: new Date() };
  await prisma.player.create({ data: { ...player, sessionId: session.id } });
  return {
    playerId: player.id,
    deckId: deck.id,
    classId: group.id,
    studentId: group.students[0]?.id ?? "",
    sessionId: session.id,
    file: "answers.csv",
  };
}

function at(place: string, ids: Ids): string {
  return place.replace(/\[(\w+)\]/g, (_, name: string) => {
    const id = ids[name];
    if (!id) throw new Error(`${place} names [${name}], of which this test has made none.`);
    return id;
  });
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto("/teach/sign-in");
  await page.getByLabel("E-mail").fill(`${name}@school.test`);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Your decks" })).toBeVisible();
}

test("nobody finds a way into another teacher's desk, by any page or route", async ({ browser, server }) => {
  await server.stop();
  const embedded = await startEmbedded(server.dataDir);
  const database = await openDatabase(embedded.url);
  const ids = await furnish(database);
  await database.close();
  await embedded.stop();
  await server.restart();

  const visit = async () => (await browser.newContext({ baseURL: server.url })).newPage();
  const [owner, stranger, nobody] = [await visit(), await visit(), await visit()];
  await signIn(owner, "owner");
  await signIn(stranger, "stranger");
  const get = async (who: Page, path: string) => (await who.request.get(path, { maxRedirects: 0 })).status();

  const walked = places().filter((place) => place.startsWith("/teach") || place.startsWith("/api"));
  expect(walked.length).toBeGreaterThan(15);
  for (const place of walked) {
    if (PUBLIC.includes(place) || BY_LINK.includes(place)) continue;
    if (POST_ONLY.includes(place)) {
      expect(await post(nobody.request, place, server.url), `${place} for nobody`).toBe(401);
      continue;
    }
    const path = at(place, ids);
    const closed = place.startsWith("/api") ? 401 : 307;
    expect(await get(nobody, path), `${place} for nobody`).toBe(closed);
    expect(await get(owner, path), `${place} for its owner`).toBe(200);
    expect(await get(stranger, path), `${place} for a stranger`).toBe(OWN.includes(place) ? 200 : 404);
  }
});

async function post(request: APIRequestContext, path: string, origin: string): Promise<number> {
  return (await request.post(path, { headers: { origin }, multipart: { text: "a: b" } })).status();
}
