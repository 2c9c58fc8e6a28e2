import type pg from "pg";
import { connectHost } from "@/client/host";
import type { SessionId } from "@/contract/ids";
import { DEFAULT_SETTINGS } from "@/contract/settings";
import { ATTACKS, type Belongings, NOTHING_OF_OTHERS } from "./fixtures/attacks";
import { databaseOf } from "./fixtures/database";
import { masteryHasHeard } from "./fixtures/days";
import { callAction, type ServerAction, serverActions } from "./fixtures/server-actions";
import { expect, test } from "./fixtures/test";
import { TERM_DECKS } from "./term/decks";
import { type Part, playGame } from "./term/game";
import { TermTeacher } from "./term/teacher";

/** Every row of every table, as one hash for each table. A login says when it was last seen, and so is left out. */
async function everyRow(db: pg.Pool): Promise<Record<string, string>> {
  const { rows } = await db.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations'`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of rows) {
    const what = name === "TeacherLogin" ? `t.id` : `t::text`;
    const found = await db.query(
      `select md5(coalesce(string_agg(${what}, ' ' order by t::text), '')) h from "${name}" t`,
    );
    hashes[name] = found.rows[0].h;
  }
  return hashes;
}

async function one(db: pg.Pool, sql: string, values: unknown[]): Promise<string> {
  const { rows } = await db.query<{ id: string }>(sql, values);
  const [row] = rows;
  if (!row) throw new Error(`There is nothing for: ${sql}`);
  return row.id;
}

/** Lays a deck, a class of three and a game of one question, with a guest, on a teacher's desk. */
async function furnishDesk(db: pg.Pool, teacher: TermTeacher): Promise<void> {
  const [deck] = TERM_DECKS;
  if (!deck) throw new Error("There is no deck.");
  const deckId = await teacher.importDeck(deck);
  const { id: classId, cards } = await teacher.makeClass("9b", ["Dana", "Emil", "Fay"]);
  const settings = { ...DEFAULT_SETTINGS, questionCount: 1 };
  const sessionId = await teacher.host(deckId, classId, settings);
  const part = (name: string, seat: Part["seat"]): Part => ({
    ...{ name, seat, phoneless: false, comesAfter: 0, leavesAfter: null, shelf: new Map() },
    taps: ({ options, key }) => ({
      text: options.find((text) => text !== key) ?? key,
      rating: 3,
      afterMs: 0,
    }),
  });
  const here = cards.filter(({ name }) => name !== "Fay");
  const parts = [...here.map(({ name, ...seat }) => part(name, seat)), part("Gil", null)];
  const { origin, cookie } = teacher;
  await playGame({ origin, cookie, sessionId, rounds: 1, parts, db });
}

/** What a teacher with a deck, a class and a played game has; made where it is missing. */
async function belongings(
  db: pg.Pool,
  teacher: TermTeacher,
  email: string,
  colleagueId: string,
): Promise<Belongings> {
  const find = (sql: string, ...values: unknown[]) => one(db, sql, values);
  const teacherId = await find(`select id from "Teacher" where email = $1`, email);
  const sessionId = await find(
    `select s.id from "Session" s join "Answer" a on a."sessionId" = s.id where s."teacherId" = $1 limit 1`,
    teacherId,
  );
  const deckId = await find(`select "deckId" id from "Session" where id = $1`, sessionId);
  const classId = await find(`select "classId" id from "Session" where id = $1`, sessionId);
  await teacher.act("invite", "/teach/account", []);
  await teacher.act("inviteColleague", `/teach/classes/${classId}`, [classId]);
  await db.query(`insert into "ClassTeacher" ("classId", "teacherId") values ($1, $2)`, [
    classId,
    colleagueId,
  ]);
  const homework = { type: "set-homework", deckId, dueOn: "2099-01-01", timeZone: "UTC" };
  await teacher.act("classCommand", `/teach/classes/${classId}`, [classId, homework]);
  const cards = await db.query(`select id from "Card" where "deckId" = $1 order by position`, [deckId]);
  const questionId = await find(
    `select id from "Question" where "cardId" = $1 and active limit 1`,
    cards.rows[0].id,
  );
  const proposal = [{ text: "proposed", score: 1, origin: "model", source: "a model" }];
  for (const key of [`(select key from "Question" where id = $2)`, "'proposed'"])
    await db.query(
      `insert into "Proposal" ("cardId", "questionKey", model, "cardHash", prompt, "right", distractors, rewordings)
        select "cardId", ${key}, 'a model', "cardHash", prompt, array['Paris'], $1, array['Proposed?']
          from "Question" where id = $2`,
      [JSON.stringify(proposal), questionId],
    );
  const roundId = await find(`select id from "Round" where "sessionId" = $1 and number = 1`, sessionId);
  const wrong = await db.query(
    `select o->>'id' id from "Round", jsonb_array_elements(options) o
      where "Round".id = $1 and not (o->>'correct')::boolean`,
    [roundId],
  );
  const accept = { type: "accept", roundId, optionId: wrong.rows[1].id, accepted: true, everywhere: true };
  await teacher.act("correctQuestion", `/teach/sessions/${sessionId}`, [sessionId, accept]);
  return {
    deckId,
    cardId: cards.rows[0].id,
    otherCardId: cards.rows[1].id,
    questionId,
    optionId: await find(
      `select id from "QuestionOption" where "questionId" = $1 and not correct`,
      questionId,
    ),
    classId,
    // Who had no seat in the game, so that the guest may have been them.
    studentId: await find(`select id from "Student" where "classId" = $1 and name = 'Fay'`, classId),
    homeworkId: await find(`select id from "Homework" where "classId" = $1`, classId),
    classInvitationId: await find(`select id from "ClassInvitation" where "classId" = $1`, classId),
    guestId: await find(`select id from "Player" where "sessionId" = $1 and "studentId" is null`, sessionId),
    colleagueId,
    sessionId,
    playerId: await find(`select "playerId" id from "Answer" where "sessionId" = $1 limit 1`, sessionId),
    roundId,
    roundOptionId: wrong.rows[0].id,
    correctionGroupId: await find(
      `select "groupId" id from "Correction" where "sessionId" = $1 and "groupId" is not null limit 1`,
      sessionId,
    ),
    invitationId: await find(
      `select id from "Invitation" where "invitedById" = $1 and "acceptedAt" is null`,
      teacherId,
    ),
    loginId: await find(`select id from "TeacherLogin" where "userId" = $1`, teacherId),
  };
}

/** A page's path with what is named in it. */
function pathOf({ page }: ServerAction, ids: Belongings): string {
  return page.replace(/\[(\w+)\]/g, (_, name: string) => (ids as Record<string, string>)[name] ?? "none");
}

test("every server action is known, and what it lets others do is said", () => {
  const names = serverActions().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.sort()).toEqual([...Object.keys(ATTACKS), ...Object.keys(NOTHING_OF_OTHERS)].sort());
});

test("no server action and no socket does anything to another teacher's things", async ({ server }) => {
  test.setTimeout(240_000);
  const db = databaseOf(server.dataDir);
  const owner = await TermTeacher.first(server.url, "ada@school.example");
  const stranger = await owner.colleague("grace@school.example");
  await Promise.all([furnishDesk(db, owner), furnishDesk(db, stranger)]);
  await masteryHasHeard(db);
  await owner.colleague("kay@school.example");
  const kay = await one(db, `select id from "Teacher" where email = $1`, ["kay@school.example"]);
  const theirs = await belongings(db, owner, "ada@school.example", kay);
  const own = await belongings(db, stranger, "grace@school.example", kay);
  const actions = new Map(serverActions().map((action) => [action.name, action]));
  const call = (name: string, place: Belongings, args: readonly unknown[], cookie: string) => {
    const action = actions.get(name);
    if (!action) throw new Error(`The app has no action ${name}.`);
    return callAction(server.url, { id: action.id, page: pathOf(action, place), args, cookie });
  };
  const before = await everyRow(db);
  const answers = new Map<string, unknown>();
  for (const [name, attacks] of Object.entries(ATTACKS))
    for (const [index, attack] of attacks.entries()) {
      const label = `${name} ${JSON.stringify(attack(theirs, theirs))}`;
      const nobody = await call(name, theirs, attack(theirs, theirs), "");
      expect(nobody.redirect, `${label} by nobody`).toContain("/teach/sign-in");
      const { value, redirect } = await call(name, theirs, attack(theirs, theirs), stranger.cookie);
      expect(JSON.stringify(value ?? null), `${label} by a stranger`).not.toContain('"ok":true');
      expect(redirect, `${label} by a stranger`).toBeNull();
      answers.set(`${name} ${index}`, value ?? null);
      expect(await everyRow(db), `${label} by a stranger or nobody`).toEqual(before);
    }
  // A stranger's own place, and in it the things of another.
  for (const name of [
    "hostDeck",
    "shareReport",
    "revokeReport",
    "correctQuestion",
    "makePracticeLink",
    "classCommand",
    "deskCommand",
  ])
    for (const attack of ATTACKS[name] ?? []) {
      const mixed = attack(own, theirs);
      if (JSON.stringify(mixed) === JSON.stringify(attack(own, own))) continue;
      const { value } = await call(name, own, mixed, stranger.cookie);
      const label = `${name} ${JSON.stringify(mixed)} from the stranger's own place`;
      expect(JSON.stringify(value ?? null), label).not.toContain('"ok":true');
      expect(await everyRow(db), label).toEqual(before);
    }

  // The host's socket: of a game that is running, and of one that has ended.
  const running = await owner.host(theirs.deckId, theirs.classId, DEFAULT_SETTINGS);
  for (const sessionId of [running, theirs.sessionId])
    for (const cookie of [stranger.cookie, ""]) {
      const host = connectHost(sessionId as SessionId, { origin: server.url, extraHeaders: { cookie } });
      host.start();
      await expect.poll(() => host.store.read().connection).toMatch(/unauthorised|gone/);
      expect(host.store.read().view).toBeNull();
      host.stop();
    }

  // And all of it was refused for whose it is: to the owner the same calls say or do something else.
  for (const [name, attacks] of Object.entries(ATTACKS))
    for (const [index, attack] of attacks.entries()) {
      const rows = await everyRow(db);
      const { value, redirect } = await call(name, theirs, attack(theirs, theirs), owner.cookie);
      const did = JSON.stringify(await everyRow(db)) !== JSON.stringify(rows) || redirect !== null;
      const said = JSON.stringify(value ?? null) !== JSON.stringify(answers.get(`${name} ${index}`));
      expect.soft(did || said, `${name} ${JSON.stringify(attack(theirs, theirs))} by its owner`).toBe(true);
    }
  await db.end();
});
