/** Epoch milliseconds as the tables keep times: UTC, without a zone. */
const time = (ms: string) => `(to_timestamp(${ms} / 1000.0) at time zone 'utc')`;

const ANSWER_COLUMNS = `"sessionId", "roundId", "playerId", "optionId", "takenMs", correct, points, base, speed, streak,
    confidence, "acceptedAt", "commandId"`;

const insertAnswers = (list: string) => `
  insert into "Answer" (${ANSWER_COLUMNS})
  select x."sessionId", x."roundId", x."playerId", x."optionId", x."takenMs", x.correct, x.points, x.base, x.speed,
    x.streak, x.confidence, ${time('x."acceptedAt"')}, x."commandId"
  from json_to_recordset(${list}::json) as x("sessionId" text, "roundId" text, "playerId" text,
    "optionId" text, "takenMs" int, correct boolean, points int, base int, speed int, streak int, confidence int,
    "acceptedAt" bigint, "commandId" text)`;

/** Stands in the error of a commit that came too late. */
export const TAKEN_OVER = "was taken over by another server";

/** For each list of a `Projection` the SQL that writes its rows, which PostgreSQL takes out of the parameter's JSON. */
const PARTS = {
  // Of a session that another server has claimed there is no such row, and then the text that is no number fails the
  // statement. The row's lock lets nobody claim it until this commit is through.
  fences: (list) => `
  select case when s.id is null then (x."sessionId" || ' ${TAKEN_OVER}')::int end as held
  from json_to_recordset(${list}::json) as x("sessionId" text, fence int)
  left join lateral (
    select own.id from "Session" own where own.id = x."sessionId" and own.fence = x.fence for share
  ) s on true`,
  events: (list) => `
  insert into "GameEvent" ("sessionId", seq, type, at, payload, cause)
  select x."sessionId", x.seq, x.type, ${time("x.at")}, x.payload, x.cause
  from json_to_recordset(${list}::json)
    as x("sessionId" text, seq int, type text, at bigint, payload jsonb, cause text)`,
  players: (list) => `
  insert into "Player" (id, "sessionId", "studentId", name, "tokenHash", "previousTokenHash", "joinedAt", "removedAt")
  select x.id, x."sessionId", x."studentId", x.name, x."tokenHash", x."previousTokenHash",
    ${time('x."joinedAt"')}, ${time('x."removedAt"')}
  from json_to_recordset(${list}::json) as x(id text, "sessionId" text, "studentId" text, name text,
    "tokenHash" text, "previousTokenHash" text, "joinedAt" bigint, "removedAt" bigint)`,
  playerChanges: (list) => `
  update "Player" p set
    name = coalesce(x.name, p.name),
    "previousTokenHash" = case when x."tokenHash" is null then p."previousTokenHash" else x."previousTokenHash" end,
    "tokenHash" = coalesce(x."tokenHash", p."tokenHash"),
    "removedAt" = coalesce(${time('x."removedAt"')}, p."removedAt")
  from json_to_recordset(${list}::json)
    as x(id text, name text, "tokenHash" text, "previousTokenHash" text, "removedAt" bigint)
  where p.id = x.id`,
  rounds: (list) => `
  insert into "Round" (id, "sessionId", number, "questionId", "cardId", kind, prompt, front, back, options, multiplier,
    why, "opensAt", "durationMs", "closedAt", "closeReason", voided)
  select x.id, x."sessionId", x.number, x."questionId", x."cardId", x.kind, x.prompt, x.front, x.back, x.options,
    x.multiplier, x.why, ${time('x."opensAt"')}, x."durationMs", ${time('x."closedAt"')}, x."closeReason", x.voided
  from json_to_recordset(${list}::json) as x(id text, "sessionId" text, number int, "questionId" text,
    "cardId" text, kind text, prompt text, front text, back text, options jsonb, multiplier int, why text,
    "opensAt" bigint, "durationMs" int, "closedAt" bigint, "closeReason" text, voided boolean)`,
  roundChanges: (list) => `
  update "Round" r set
    "opensAt" = coalesce(${time('x."opensAt"')}, r."opensAt"),
    "durationMs" = coalesce(x."durationMs", r."durationMs") + x."addMs",
    "closedAt" = coalesce(${time('x."closedAt"')}, r."closedAt"),
    "closeReason" = coalesce(x."closeReason", r."closeReason"),
    voided = coalesce(x.voided, r.voided),
    options = case when x.keys is null then r.options else (
      select jsonb_agg(o || jsonb_build_object('correct', coalesce(x.keys->(o->>'id'), o->'correct')) order by place)
      from jsonb_array_elements(r.options) with ordinality as shown(o, place)) end
  from json_to_recordset(${list}::json) as x(id text, "opensAt" bigint, "durationMs" int, "addMs" int,
    "closedAt" bigint, "closeReason" text, voided boolean, keys jsonb)
  where r.id = x.id`,
  answers: (list) => insertAnswers(list),
  // Somebody may have deleted the player's data since.
  heldAnswers: (list) => `${insertAnswers(list)}
  where exists (select from "Player" p where p.id = x."playerId")
  on conflict do nothing`,
  answerChanges: (list) => `
  update "Answer" a set
    confidence = coalesce(x.confidence, a.confidence),
    correct = coalesce(x.correct, a.correct),
    points = coalesce(x.points, a.points),
    base = coalesce(x.base, a.base),
    speed = coalesce(x.speed, a.speed),
    streak = coalesce(x.streak, a.streak)
  from json_to_recordset(${list}::json) as x("sessionId" text, "roundId" text, "playerId" text,
    confidence int, correct boolean, points int, base int, speed int, streak int)
  where a."sessionId" = x."sessionId" and a."roundId" = x."roundId" and a."playerId" = x."playerId"`,
  sessionChanges: (list) => `
  update "Session" s set
    "startedAt" = coalesce(s."startedAt", ${time('x."startedAt"')}),
    "endedAt" = coalesce(${time('x."endedAt"')}, s."endedAt"),
    pin = case when x."endedAt" is null then s.pin end,
    settings = coalesce(x.settings, s.settings)
  from json_to_recordset(${list}::json)
    as x(id text, "startedAt" bigint, "endedAt" bigint, settings jsonb)
  where s.id = x.id`,
} satisfies Record<string, (list: string) => string>;

/** A list of rows in a commit. */
export type RowList = keyof typeof PARTS;

/**
 * The SQL that writes one commit: events and all rows that follow from them, in one statement, so in one round-trip and
 * one transaction. Its parameters are the JSON of these lists, in this order: that costs this process next to nothing
 * however many rows there are. Lists without rows are left out, because an empty part costs the database about 50 µs.
 * It fails where a fence is not the session's any more.
 */
export function appendStatement(lists: readonly RowList[]): string {
  const parts = lists.map((list, i) => `"${list}" as (${PARTS[list](`$${i + 1}`)})`);
  // Parts that write are always carried out, one that only reads only where somebody wants its rows.
  const held = lists.includes("fences") ? ' count(held) from "fences"' : "";
  return `with ${parts.join(",\n")}\nselect${held}`;
}

/**
 * Writes the rows of answers that a crash has kept from being written after their events. Only an open round's can be
 * missing, and nobody has rated those: any other event would have carried them. $1: the server whose games these are,
 * because the rows of another's may just be on their way; null where one server has all.
 */
export const MISSING_ANSWERS_STATEMENT = `
insert into "Answer" (${ANSWER_COLUMNS})
select e."sessionId", a."roundId", a."playerId", a."optionId", a."takenMs", a.correct, a.points,
  (a.award->>'base')::int, (a.award->>'speed')::int, (a.award->>'streak')::int, null, e.at, a."commandId"
from "Session" s
join "GameEvent" e on e."sessionId" = s.id and e.type = 'answer-accepted'
cross join lateral jsonb_to_record(e.payload) as a("roundId" text, "playerId" text, "optionId" text, "takenMs" int,
  correct boolean, points int, award jsonb, "commandId" text)
where s."endedAt" is null and ($1::text is null or s.keeper = $1) and exists (select from "Player" p where p.id = a."playerId")
on conflict do nothing`;
