import { createHash } from "node:crypto";
import { MASTERY } from "../../domain/mastery/constants";
import { newWeights, type Weights } from "../../domain/mastery/memory";
import type { Sql } from "./memories";

/** The model's weights after `batch` batches of answers. */
export type HeardWeights = { batch: number; weights: Weights };

/** Names the model by its constants: memories that another one has made are no start for this one. */
const MODEL = createHash("sha256").update(JSON.stringify(MASTERY)).digest("base64url").slice(0, 16);

/** Whether what is remembered was made by this model. Nothing remembered was. */
export async function madeByThisModel(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ model: string }>(`select model from "MasteryWeights"`);
  return rows.every(({ model }) => model === MODEL);
}

/** The weights as they stand, for predicting. */
export async function readWeights(sql: Sql): Promise<Weights> {
  const { rows } = await sql.query<{ weights: Weights }>(`select weights from "MasteryWeights"`);
  return rows[0]?.weights ?? newWeights();
}

/**
 * Takes the lock on the weights until the transaction ends: answers of two rooms are heard one batch after the other,
 * in the order of their numbers.
 */
export async function lockWeights(sql: Sql): Promise<HeardWeights> {
  await sql.query(
    `insert into "MasteryWeights" (id, batch, weights, model) values (1, 0, $1, $2) on conflict (id) do nothing`,
    [newWeights(), MODEL],
  );
  const { rows } = await sql.query<HeardWeights>(
    `select batch, weights from "MasteryWeights" where id = 1 for update`,
  );
  const row = rows[0];
  if (!row) throw new Error("The row of the mastery weights vanished inside its own transaction.");
  return row;
}

/** Only under the lock of `lockWeights`. */
export async function writeWeights(sql: Sql, { batch, weights }: HeardWeights): Promise<void> {
  await sql.query(`update "MasteryWeights" set batch = $1, weights = $2, model = $3 where id = 1`, [
    batch,
    weights,
    MODEL,
  ]);
}
