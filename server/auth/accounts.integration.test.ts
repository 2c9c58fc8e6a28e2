import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NewAccount } from "@/contract/account";
import { startTestDatabase, type TestDatabase } from "../testing/test-database";
import { type Accounts, createAccounts } from "./accounts";
import { setPassword } from "./teachers";

let database: TestDatabase;
let accounts: Accounts;
const PASSWORD = "three blind mice";
const now = new Date("2026-03-02T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const DAY_MS = 24 * 60 * 60 * 1_000;

const account = (name: string): NewAccount => ({
  name,
  email: `${name.toLowerCase()}@school.test`,
  password: PASSWORD,
});

/** The header a browser sends after it has taken these cookies. */
const cookieHeader = (setCookies: readonly string[]) =>
  new Headers({ cookie: setCookies.map((line) => line.split(";")[0]).join("; ") });

async function signIn(name: string, password = PASSWORD, address = "203.0.113.7"): Promise<Headers> {
  const result = await accounts.signIn({ email: account(name).email, password }, address, "Firefox");
  if (!result.ok) throw new Error(`${name} was not let in: ${result.reason}`);
  return cookieHeader(result.cookies);
}

beforeAll(async () => {
  database = await startTestDatabase();
  accounts = createAccounts({
    db: database.prisma,
    secret: "0123456789abcdef0123456789abcdefXY",
    publicUrl: "http://localhost:3000",
  });
});
afterAll(() => database.close());

describe("the first visit to an empty house", () => {
  it("makes one teacher, also when several are first at once", async () => {
    expect(await accounts.isEmpty()).toBe(true);
    const made = await Promise.all(
      ["Ada", "Bo", "Cleo"].map((name) => accounts.makeFirstTeacher(account(name))),
    );
    expect(made.filter((id) => id !== null)).toHaveLength(1);
    expect(await database.prisma.teacher.count()).toBe(1);
    expect(await accounts.isEmpty()).toBe(false);
    // Whoever won is Ada from here on.
    await database.prisma.teacher.updateMany({ data: { email: account("Ada").email, name: "Ada" } });
  });

  it("is over for good", async () => {
    expect(await accounts.makeFirstTeacher(account("Dora"))).toBeNull();
  });
});

describe("signing in", () => {
  it("proves the teacher by the cookie, and by nothing that was tampered with", async () => {
    const headers = await signIn("Ada");
    expect(await accounts.teacherFromHeaders(headers)).toMatchObject({ name: "Ada" });
    const cookie = headers.get("cookie") ?? "";
    expect(
      await accounts.teacherFromHeaders(new Headers({ cookie: `${cookie.slice(0, -3)}abc` })),
    ).toBeNull();
    expect(await accounts.teacherFromHeaders(new Headers())).toBeNull();
  });

  it("tells a wrong password and an unknown e-mail apart for nobody", async () => {
    const wrong = await accounts.signIn(
      { email: account("Ada").email, password: "nope" },
      "198.51.100.1",
      "",
    );
    const unknown = await accounts.signIn({ email: "x@school.test", password: "nope" }, "198.51.100.1", "");
    expect(wrong).toEqual({ ok: false, reason: "wrong" });
    expect(unknown).toEqual(wrong);
  });

  it("stops guessing at one place and still lets the teacher in from another", async () => {
    const guess = () =>
      accounts.signIn({ email: account("Ada").email, password: "guess" }, "198.51.100.9", "");
    const answers = await Promise.all(Array.from({ length: 12 }, guess));
    expect(answers.filter((answer) => !answer.ok && answer.reason === "too-many")).toHaveLength(2);
    expect(await guess()).toMatchObject({ reason: "too-many" });
    await expect(signIn("Ada", PASSWORD, "203.0.113.50")).resolves.toBeInstanceOf(Headers);
  });

  it("keeps no address of anybody", async () => {
    const logins = await database.prisma.teacherLogin.findMany();
    expect(logins.length).toBeGreaterThan(0);
    expect(logins.every((login) => !login.ipAddress)).toBe(true);
  });

  it("sets a cookie that only https carries when the house is on https", async () => {
    const secure = createAccounts({
      db: database.prisma,
      secret: "0123456789abcdef0123456789abcdefXY",
      publicUrl: "https://quiz.example.org",
    });
    const result = await secure.signIn(
      { email: account("Ada").email, password: PASSWORD },
      "203.0.113.8",
      "",
    );
    const cookie = result.ok ? result.cookies.join() : "";
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
  });
});

describe("invitation links", () => {
  const inviter = async () => (await database.prisma.teacher.findFirstOrThrow({ where: { name: "Ada" } })).id;

  it("let one teacher in, once", async () => {
    const token = (await accounts.invite(await inviter(), now)) ?? "";
    expect(await accounts.inviterOf(token, now)).toEqual({ inviterName: "Ada" });
    const both = await Promise.all(
      ["Eve", "Finn"].map((name) => accounts.acceptInvitation(token, account(name), later(1_000))),
    );
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.filter((result) => !result.ok)).toEqual([{ ok: false, reason: "not-valid" }]);
    expect(await accounts.inviterOf(token, now)).toBeNull();
  });

  it("stop working after seven days", async () => {
    const token = (await accounts.invite(await inviter(), now)) ?? "";
    expect(await accounts.inviterOf(token, later(7 * DAY_MS - 1))).not.toBeNull();
    expect(await accounts.acceptInvitation(token, account("Gus"), later(7 * DAY_MS))).toEqual({
      ok: false,
      reason: "not-valid",
    });
  });

  it("stay open when the e-mail was taken, and make no half of a teacher", async () => {
    const token = (await accounts.invite(await inviter(), now)) ?? "";
    const before = await database.prisma.teacherAccount.count();
    expect(await accounts.acceptInvitation(token, account("Ada"), now)).toEqual({
      ok: false,
      reason: "email-taken",
    });
    expect(await database.prisma.teacherAccount.count()).toBe(before);
    expect(await accounts.inviterOf(token, now)).not.toBeNull();
  });

  it("are stored as a hash only", async () => {
    const token = (await accounts.invite(await inviter(), now)) ?? "";
    const rows = await database.prisma.invitation.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("are withdrawn by who made them and by nobody else", async () => {
    const ada = await inviter();
    const token = (await accounts.invite(ada, now)) ?? "";
    const [newest] = await accounts.openInvitations(ada, now);
    const other = await database.prisma.teacher.findFirstOrThrow({ where: { id: { not: ada } } });
    await accounts.withdrawInvitation(other.id, newest?.id ?? "");
    expect(await accounts.inviterOf(token, now)).not.toBeNull();
    await accounts.withdrawInvitation(ada, newest?.id ?? "");
    expect((await accounts.openInvitations(ada, now)).map(({ id }) => id)).not.toContain(newest?.id);
  });
});

describe("ending a login", () => {
  it("is heard by those who keep connections open", async () => {
    const heard: string[][] = [];
    const stop = accounts.onLoginsEnded(({ loginIds }) => heard.push(loginIds));
    const headers = await signIn("Ada");
    const who = await accounts.teacherFromHeaders(headers);
    const cookies = await accounts.signOut(headers);
    stop();
    expect(heard).toEqual([[who?.loginId]]);
    expect(cookies.join()).toMatch(/Max-Age=0/);
    expect(await accounts.teacherFromHeaders(headers)).toBeNull();
  });

  it("of another teacher is not possible", async () => {
    const ada = await accounts.teacherFromHeaders(await signIn("Ada"));
    const others = await database.prisma.teacher.findFirstOrThrow({ where: { id: { not: ada?.teacherId } } });
    await accounts.endLogin(others.id, ada?.loginId ?? "");
    expect((await accounts.logins(ada?.teacherId ?? "", new Date())).map(({ id }) => id)).toContain(
      ada?.loginId,
    );
  });

  it("follows a new password everywhere but here, and the old one opens nothing", async () => {
    const [here, there] = [await signIn("Ada"), await signIn("Ada")];
    const who = await accounts.teacherFromHeaders(here);
    if (!who) throw new Error("Ada is not signed in.");
    const refused = { currentPassword: "not it at all", newPassword: "four blind mice" };
    expect(await accounts.changePassword(who, refused, here)).toBe(false);
    expect(await accounts.teacherFromHeaders(there)).not.toBeNull();
    const change = { currentPassword: PASSWORD, newPassword: "four blind mice" };
    expect(await accounts.changePassword(who, change, here)).toBe(true);
    expect(await accounts.teacherFromHeaders(here)).not.toBeNull();
    expect(await accounts.teacherFromHeaders(there)).toBeNull();
    await expect(signIn("Ada")).rejects.toThrow("wrong");
    await expect(signIn("Ada", "four blind mice")).resolves.toBeInstanceOf(Headers);
  });

  it("follows a password that was given back by hand, too", async () => {
    const headers = await signIn("Ada", "four blind mice");
    expect(await setPassword(database.prisma, "nobody@school.test", "five blind mice")).toBe(false);
    expect(await setPassword(database.prisma, "Ada@School.test", "five blind mice")).toBe(true);
    expect(await accounts.teacherFromHeaders(headers)).toBeNull();
    await expect(signIn("Ada", "five blind mice")).resolves.toBeInstanceOf(Headers);
  });
});
