import { fold, remember } from "../../domain/mastery/fold";
import type { HeardAnswer } from "../../domain/mastery/history";
import { clearMemories, loadMemories, type Sql, saveMemories } from "./memories";
import { lockWeights, writeWeights } from "./weights";

/**
 * Teaches mastery a round that has just closed, inside the transaction that stores its end: each answer once, also
 * after a crash, because the round's batch number is set in the same commit. Answers of guests wait in their round
 * until they are merged with a student; a round of a deleted deck or card teaches nothing.
 */
export async function hearRound(sql: Sql, roundId: string): Promise<void> {
  // The lock first: another server may be hearing the same round.
  const { batch } = await lockWeights(sql);
  const { rows } = await sql.query<{ id: string }>(`select id from "Round" where id = $1 and batch is null`, [
    roundId,
  ]);
  if (rows.length === 0) return;
  const next = batch + 1;
  await sql.query(`update "Round" set batch = $2 where id = $1`, [roundId, next]);
  await sql.query(`update "MasteryWeights" set batch = $1 where id = 1`, [next]);
  await writeDownRound(sql, roundId);
  await learnBatch(sql, next);
}

/** Answers given in practice, one batch: `answers` must be of one student. */
export type PracticeAnswer = {
  id: string;
  studentId: string;
  cardId: string;
  questionId: string | null;
  homeworkId: string | null;
  correct: boolean;
  options: number;
  confidence: number | null;
  at: Date;
};

/** Teaches mastery an answer given in practice. An id that was heard before changes nothing. */
export async function hearPractice(sql: Sql, answer: PracticeAnswer): Promise<void> {
  const { batch } = await lockWeights(sql);
  const next = batch + 1;
  const { rowCount } = await sql.query(
    `insert into "LearnedAnswer"
       (id, batch, "studentId", "deckId", "cardId", skill, "questionId", "homeworkId", correct, options, confidence, at)
     select $1, $2, $3, c."deckId", c.id, c."deckId" || coalesce('#' || c.tags[1], ''), $5, $6, $7, $8, $9,
            $10::timestamptz at time zone 'UTC'
       from "Card" c where c.id = $4
     on conflict (id) do nothing`,
    [
      answer.id,
      next,
      answer.studentId,
      answer.cardId,
      answer.questionId,
      answer.homeworkId,
      answer.correct,
      answer.options,
      answer.confidence,
      answer.at,
    ],
  );
  if (rowCount === 0) return;
  await sql.query(`update "MasteryWeights" set batch = $1 where id = 1`, [next]);
  await learnBatch(sql, next);
}

/**
 * After a correction (a round voided or counted again, an option accepted, a guest merged, a student deleted): writes
 * the sessions' rounds down again as they now are and folds everything that was heard anew.
 * @param rounds the rounds whose answers changed
 */
export async function hearAgain(sql: Sql, rounds: readonly string[]): Promise<void> {
  const { batch } = await lockWeights(sql);
  for (const id of rounds) await writeDownRound(sql, id);
  const mastery = fold(await heard(sql));
  await clearMemories(sql);
  await saveMemories(sql, mastery);
  await writeWeights(sql, { batch, weights: mastery.weights });
}

/** Copies a heard round's answers by students into what was heard, or brings the copies up to date. */
async function writeDownRound(sql: Sql, roundId: string): Promise<void> {
  await sql.query(
    `delete from "LearnedAnswer" l where l."roundId" = $1 and not exists (
       select from "Answer" a join "Player" p on p.id = a."playerId"
        where a."roundId" = $1 and l.id = a."roundId" || '/' || a."playerId" and p."studentId" = l."studentId")`,
    [roundId],
  );
  await sql.query(
    `insert into "LearnedAnswer"
       (id, batch, "studentId", "deckId", "cardId", skill, "roundId", "questionId", correct, options, confidence, at, counts)
     select r.id || '/' || a."playerId", r.batch, p."studentId", c."deckId", c.id,
            c."deckId" || coalesce('#' || c.tags[1], ''), r.id, r."questionId", a.correct,
            jsonb_array_length(r.options), a.confidence, a."acceptedAt", not r.voided
       from "Round" r
       join "Answer" a on a."roundId" = r.id
       join "Player" p on p.id = a."playerId" and p."studentId" is not null
       join "Card" c on c.id = r."cardId"
      where r.id = $1 and r.batch is not null
     on conflict (id) do update set correct = excluded.correct, counts = excluded.counts,
       confidence = excluded.confidence`,
    [roundId],
  );
}

/** Takes the newest batch into the memories it touches. */
async function learnBatch(sql: Sql, batch: number): Promise<void> {
  const answers = await heard(sql, batch);
  if (answers.length === 0) return;
  const { weights } = await lockWeights(sql);
  const mastery = await loadMemories(sql, {
    students: distinct(answers, ({ student }) => student),
    cards: distinct(answers, ({ card }) => card),
    decks: distinct(answers, ({ deck }) => deck),
  });
  mastery.weights = weights;
  for (const answer of answers) remember(mastery, answer);
  await saveMemories(sql, mastery);
  await writeWeights(sql, { batch, weights: mastery.weights });
}

/** What was heard and counts, in the order mastery heard it: all of it, or one batch. */
export async function heard(sql: Sql, batch?: number): Promise<HeardAnswer[]> {
  const { rows } = await sql.query<Omit<HeardAnswer, "confidence"> & { confidence: number | null }>(
    `select batch, "studentId" student, "deckId" deck, "cardId" card, skill, correct, options, confidence,
            extract(epoch from at)::float8 at
       from "LearnedAnswer" where counts ${batch === undefined ? "" : "and batch = $1"}
      order by batch, at, id collate "C"`,
    batch === undefined ? [] : [batch],
  );
  return rows.map((row) => ({ ...row, confidence: row.confidence ?? undefined }));
}

const distinct = <T>(rows: readonly T[], of: (row: T) => string) => [...new Set(rows.map(of))];
