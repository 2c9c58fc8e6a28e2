import type pg from "pg";
import type { Leaving } from "@/contract/account";
import { forgetStudent } from "../classes/forget";
import { inTransaction } from "../store/in-transaction";
import { hearAgain } from "../store/mastery/hear";
import type { Sql } from "../store/mastery/memories";
import { lockWeights } from "../store/mastery/weights";

const CLASSES = `
  select c.id, c.name, heir.id "heirId", heir.name "heirName",
    (select count(*)::int from "Student" s where s."classId" = c.id) students
  from "ClassTeacher" own join "Class" c on c.id = own."classId"
  left join lateral (
    select t.id, t.name from "ClassTeacher" other join "Teacher" t on t.id = other."teacherId"
     where other."classId" = c.id and other."teacherId" <> $1
     order by other.owner desc, other."addedAt", t.id limit 1
  ) heir on true
  where own."teacherId" = $1 order by c.name, c.id`;

/** Decks of the teacher that a class which goes on has met, each with the heir of the class that met it last. */
const DECKS_PASSED_ON = `
  select distinct on (met."deckId") met."deckId" id, kept.heir from (
    select "deckId", "classId", max("createdAt") at from "Session" group by 1, 2
    union all select "deckId", "classId", max("createdAt") from "Homework" group by 1, 2
    union all select l."deckId", s."classId", max(l.at) from "LearnedAnswer" l
      join "Student" s on s.id = l."studentId" group by 1, 2
  ) met
  join unnest($2::text[], $3::text[]) kept(class, heir) on kept.class = met."classId"
  join "Deck" d on d.id = met."deckId" and d."teacherId" = $1
  order by met."deckId", met.at desc, kept.heir`;

type ClassRow = {
  id: string;
  name: string;
  students: number;
  heirId: string | null;
  heirName: string | null;
};

/** Reads what would become of a teacher's things now. */
export async function leavingOf(sql: Sql, teacherId: string): Promise<Leaving> {
  const { rows: classes } = await sql.query<ClassRow>(CLASSES, [teacherId]);
  const ending = classes.flatMap(({ id, name, students, heirId }) => (heirId ? [] : { id, name, students }));
  const passedOn = classes.flatMap(({ id, name, heirId, heirName }) =>
    heirId && heirName !== null ? { id, name, heirId, heirName } : [],
  );
  const kept = passedOn.map(({ id }) => id);
  const { rows: decks } = await sql.query(DECKS_PASSED_ON, [
    teacherId,
    kept,
    passedOn.map(({ heirId }) => heirId),
  ]);
  const { rows: counts } = await sql.query<{ decks: number; games: number; kept: number; last: boolean }>(
    `select (select count(*)::int from "Deck" where "teacherId" = $1) decks,
      (select count(*)::int from "Session" where "teacherId" = $1) games,
      (select count(*)::int from "Session" where "teacherId" = $1 and "classId" = any($2)) kept,
      not exists (select from "Teacher" where id <> $1) last`,
    [teacherId, kept],
  );
  const { rows: running } = await sql.query<{ title: string }>(
    `select title from "Session" where "endedAt" is null and ("teacherId" = $1 or "classId" = any($2)) order by title`,
    [teacherId, ending.map(({ id }) => id)],
  );
  const [count = { decks: 0, games: 0, kept: 0, last: false }] = counts;
  return {
    ending,
    passedOn,
    decks: { erased: count.decks - decks.length, passedOn: decks.length },
    games: { erased: count.games - count.kept, passedOn: count.kept },
    running: running.map(({ title }) => title),
    last: count.last,
  };
}

/**
 * Ends a teacher's account and erases every trace of it, all or nothing. Classes that a colleague teaches too go on with
 * them, and take with them the games played in them and the decks these need; everything else of the teacher's is gone,
 * and mastery is folded anew without the students who are.
 * @returns false, and nothing is changed, while a game is running
 */
export function eraseTeacher(pool: pg.Pool, teacherId: string): Promise<boolean> {
  return inTransaction(pool, async (sql) => {
    // Mastery's lock before any other, as those take them who teach it.
    await lockWeights(sql);
    // This one keeps a new game, deck or class of this teacher out until the end, and then they find no teacher.
    const { rows: found } = await sql.query<{ email: string }>(
      `select email from "Teacher" where id = $1 for update`,
      [teacherId],
    );
    const { ending, passedOn, running } = await leavingOf(sql, teacherId);
    if (running.length > 0) return false;
    for (const { id } of ending) {
      const { rows: students } = await sql.query<{ id: string }>(
        `select id from "Student" where "classId" = $1`,
        [id],
      );
      for (const student of students) await forgetStudent(sql, student.id);
      await sql.query(`delete from "Class" where id = $1`, [id]);
    }
    const classes = passedOn.map(({ id }) => id);
    const heirs = passedOn.map(({ heirId }) => heirId);
    const { rows: decks } = await sql.query<{ id: string; heir: string }>(DECKS_PASSED_ON, [
      teacherId,
      classes,
      heirs,
    ]);
    await sql.query(
      `update "Deck" d set "teacherId" = p.heir, demo = false, "modelAllowed" = false
         from unnest($1::text[], $2::text[]) p(id, heir)
        where d.id = p.id`,
      [decks.map(({ id }) => id), decks.map(({ heir }) => heir)],
    );
    await sql.query(
      `update "Session" s set "teacherId" = p.heir from unnest($2::text[], $3::text[]) p(class, heir)
        where s."teacherId" = $1 and s."classId" = p.class`,
      [teacherId, classes, heirs],
    );
    await sql.query(
      `update "ClassTeacher" t set owner = true from unnest($2::text[], $3::text[]) p(class, heir)
        where t."classId" = p.class and t."teacherId" = p.heir
          and exists (select from "ClassTeacher" o where o."classId" = p.class and o."teacherId" = $1 and o.owner)`,
      [teacherId, classes, heirs],
    );
    for (const { email } of found)
      await sql.query(
        `delete from "Verification" v where strpos(lower(v::text), lower($1)) > 0 or strpos(v::text, $2) > 0`,
        [email, teacherId],
      );
    await sql.query(`delete from "Teacher" where id = $1`, [teacherId]);
    await hearAgain(sql, []);
    return true;
  });
}
