import type { ClientBase } from "pg";
import { type Mastery, newMastery } from "../../domain/mastery/fold";
import { newStudent, type Sign } from "../../domain/mastery/memory";

/** Anything that can run SQL: the pool, or one connection inside a transaction. */
export type Sql = Pick<ClientBase, "query">;

/** Which memories are wanted: those of these decks and cards, and of these students with them. */
export type Scope = { students: readonly string[]; cards: readonly string[]; decks: readonly string[] };

/** The skill a card teaches about: its first tag within its deck, or the deck. */
export const skillOf = (deckId: string, tags: readonly string[]): string =>
  tags[0] === undefined ? deckId : `${deckId}#${tags[0]}`;

/** The deck that a skill belongs to. */
const deckOf = (skill: string): string => skill.split("#", 1)[0] ?? skill;

const SIGN = { true: 1, false: -1 } as const satisfies Record<string, Sign>;

/** Reads the memories of a scope; what was never met is simply not in it. The weights are not: see `weights.ts`. */
export async function loadMemories(sql: Sql, { students, cards, decks }: Scope): Promise<Mastery> {
  const mastery = newMastery();
  const learner = (id: string) => {
    const known = mastery.learners.get(id);
    if (known) return known;
    const fresh = { student: newStudent(), decks: new Map(), pairs: new Map(), practices: new Map() };
    mastery.learners.set(id, fresh);
    return fresh;
  };
  const [studentRows, cardRows, deckRows, pairRows, skillRows, practiceRows] = [
    await sql.query<{
      id: string;
      m: number;
      v: number;
      confMean: number;
      confN: number;
      quick: number;
      slow: number;
    }>(
      `select "studentId" id, m, v, "confMean", "confN", quick, slow from "StudentMemory" where "studentId" = any($1)`,
      [students],
    ),
    await sql.query<{ id: string; m: number; v: number }>(
      `select "cardId" id, m, v from "CardMemory" where "cardId" = any($1)`,
      [cards],
    ),
    await sql.query<{ student: string; deck: string; m: number; v: number }>(
      `select "studentId" student, "deckId" deck, m, v from "DeckMemory"
        where "studentId" = any($1) and "deckId" = any($2)`,
      [students, decks],
    ),
    await sql.query<{
      student: string;
      card: string;
      m: number;
      v: number;
      c: number;
      i: number;
      t: number;
      last: boolean;
    }>(
      // A join, because two lists of hundreds against the key would be looked up pair by pair.
      `select "studentId" student, "cardId" card, m, v, "right" c, wrong i,
              extract(epoch from "lastAt")::float8 t, "lastRight" last
         from "StudentCardMemory" join unnest($2::text[]) wanted(card) on wanted.card = "cardId"
        where "studentId" = any($1)`,
      [students, cards],
    ),
    await sql.query<{ id: string; m: number; v: number }>(
      `select skill id, m, v from "SkillMemory" where "deckId" = any($1)`,
      [decks],
    ),
    await sql.query<{ student: string; skill: string; c: number; t: number; last: boolean }>(
      `select "studentId" student, skill, "right" c, extract(epoch from "lastAt")::float8 t, "lastRight" last
         from "StudentSkillMemory" where "studentId" = any($1) and "deckId" = any($2)`,
      [students, decks],
    ),
  ];
  for (const { id, ...memory } of studentRows.rows) Object.assign(learner(id).student, memory);
  for (const { id, ...memory } of cardRows.rows) mastery.cards.set(id, memory);
  for (const { student, deck, ...memory } of deckRows.rows) learner(student).decks.set(deck, memory);
  for (const { student, card, last, ...memory } of pairRows.rows)
    learner(student).pairs.set(card, { ...memory, last: SIGN[`${last}`] });
  for (const { id, ...memory } of skillRows.rows) mastery.skills.set(id, memory);
  for (const { student, skill, last, ...memory } of practiceRows.rows)
    learner(student).practices.set(skill, { ...memory, last: SIGN[`${last}`] });
  return mastery;
}

/** Writes every memory in `mastery`, new or changed, one statement a table. */
export async function saveMemories(sql: Sql, mastery: Mastery): Promise<void> {
  const learners = [...mastery.learners];
  const decks = learners.flatMap(([student, { decks }]) =>
    [...decks].map(([deck, m]) => ({ student, deck, ...m })),
  );
  const pairs = learners.flatMap(([student, { pairs }]) =>
    [...pairs].map(([card, m]) => ({ student, card, ...m })),
  );
  const practices = learners.flatMap(([student, { practices }]) =>
    [...practices].map(([skill, m]) => ({ student, skill, ...m })),
  );
  const cards = [...mastery.cards];
  const skills = [...mastery.skills];
  await sql.query(
    `insert into "StudentMemory" ("studentId", m, v, "confMean", "confN", quick, slow, "updatedAt")
     select *, now() from unnest($1::text[], $2::float8[], $3::float8[], $4::float8[], $5::float8[], $6::float8[],
       $7::float8[])
     on conflict ("studentId") do update set m = excluded.m, v = excluded.v,
       "confMean" = excluded."confMean", "confN" = excluded."confN", quick = excluded.quick,
       slow = excluded.slow, "updatedAt" = excluded."updatedAt"`,
    columns(learners, [
      ([id]) => id,
      ([, { student }]) => student.m,
      ([, { student }]) => student.v,
      ([, { student }]) => student.confMean,
      ([, { student }]) => student.confN,
      ([, { student }]) => student.quick,
      ([, { student }]) => student.slow,
    ]),
  );
  await sql.query(
    `insert into "CardMemory" ("cardId", m, v, "updatedAt")
     select *, now() from unnest($1::text[], $2::float8[], $3::float8[])
     on conflict ("cardId") do update set m = excluded.m, v = excluded.v, "updatedAt" = excluded."updatedAt"`,
    columns(cards, [([id]) => id, ([, { m }]) => m, ([, { v }]) => v]),
  );
  await sql.query(
    `insert into "DeckMemory" ("studentId", "deckId", m, v, "updatedAt")
     select *, now() from unnest($1::text[], $2::text[], $3::float8[], $4::float8[])
     on conflict ("studentId", "deckId") do update set m = excluded.m, v = excluded.v, "updatedAt" = excluded."updatedAt"`,
    columns(decks, [({ student }) => student, ({ deck }) => deck, ({ m }) => m, ({ v }) => v]),
  );
  await sql.query(
    `insert into "StudentCardMemory" ("studentId", "cardId", m, v, "right", wrong, "lastAt", "lastRight")
     select s, c, m, v, r, w, to_timestamp(t) at time zone 'UTC', l
       from unnest($1::text[], $2::text[], $3::float8[], $4::float8[], $5::int[], $6::int[], $7::float8[], $8::bool[])
         as row(s, c, m, v, r, w, t, l)
     on conflict ("studentId", "cardId") do update set m = excluded.m, v = excluded.v, "right" = excluded."right",
       wrong = excluded.wrong, "lastAt" = excluded."lastAt", "lastRight" = excluded."lastRight"`,
    columns(pairs, [
      ({ student }) => student,
      ({ card }) => card,
      ({ m }) => m,
      ({ v }) => v,
      ({ c }) => c,
      ({ i }) => i,
      ({ t }) => t,
      ({ last }) => last === 1,
    ]),
  );
  await sql.query(
    `insert into "SkillMemory" (skill, "deckId", m, v, "updatedAt")
     select *, now() from unnest($1::text[], $2::text[], $3::float8[], $4::float8[])
     on conflict (skill) do update set m = excluded.m, v = excluded.v, "updatedAt" = excluded."updatedAt"`,
    columns(skills, [([id]) => id, ([id]) => deckOf(id), ([, { m }]) => m, ([, { v }]) => v]),
  );
  await sql.query(
    `insert into "StudentSkillMemory" ("studentId", skill, "deckId", "right", "lastAt", "lastRight")
     select s, k, d, r, to_timestamp(t) at time zone 'UTC', l
       from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::float8[], $6::bool[]) as row(s, k, d, r, t, l)
     on conflict ("studentId", skill) do update set "right" = excluded."right", "lastAt" = excluded."lastAt",
       "lastRight" = excluded."lastRight"`,
    columns(practices, [
      ({ student }) => student,
      ({ skill }) => skill,
      ({ skill }) => deckOf(skill),
      ({ c }) => c,
      ({ t }) => t,
      ({ last }) => last === 1,
    ]),
  );
}

/** Forgets every memory: before they are made anew from what was heard. */
export async function clearMemories(sql: Sql): Promise<void> {
  for (const table of [
    "StudentMemory",
    "CardMemory",
    "DeckMemory",
    "StudentCardMemory",
    "SkillMemory",
    "StudentSkillMemory",
  ])
    await sql.query(`delete from "${table}"`);
}

/** Rows as the columns that `unnest` takes. */
function columns<R>(rows: readonly R[], fields: ((row: R) => string | number | boolean)[]) {
  return fields.map((field) => rows.map(field));
}
