import { nanoid } from "nanoid";
import type { Prisma } from "../store/generated/client";

type Stored = Prisma.QuestionOptionGetPayload<object>;
/** An option as a question is made of it. */
export type MadeOption = Pick<Stored, "text" | "correct" | "origin" | "source" | "score">;
type Wanted = { option: MadeOption; position: number };

/** An option that classes have met and that its question has no more. Its counts wait for it; no game shows it. */
export const REPLACED = "replaced";

const NO_COUNTS = { shown: 0, chosen: 0, shownTop: 0, chosenTop: 0, shownBottom: 0, chosenBottom: 0 };

/** One that a phone is shown. */
export const isShown = ({ state }: Pick<Stored, "state">) => state === "active";

/** What showing a retired option again writes. Its counts begin anew, or the next game would retire it at once. */
export const SHOWN_AGAIN = { state: "active", ...NO_COUNTS } as const;

/** The row of an option; `position` is its 0-based place among the question's options as made. */
export function optionRow(questionId: string, option: MadeOption, position: number) {
  const { text, correct, origin, source, score } = option;
  return { id: nanoid(), questionId, position, text, correct, origin, source, score };
}

/** Makes these the options of a question. One that says the same as one that it has or had goes on with its counts. */
export async function setOptions(
  tx: Prisma.TransactionClient,
  questionId: string,
  options: readonly MadeOption[],
): Promise<void> {
  const left = await tx.questionOption.findMany({ where: { questionId }, orderBy: { position: "asc" } });
  for (const [position, option] of options.entries()) {
    const at = left.findIndex((row) => saysThis(row, option));
    const [row] = at === -1 ? [] : left.splice(at, 1);
    await put(tx, questionId, { option, position }, row);
  }
  const standing = left.filter(({ state }) => state !== REPLACED);
  await takeOut(tx, { id: { in: standing.map(({ id }) => id) } });
}

/** Puts an option into a question that does not have it now, with its counts where it had it before. */
export async function putIn(tx: Prisma.TransactionClient, questionId: string, wanted: Wanted): Promise<void> {
  const { text, correct } = wanted.option;
  const row = await tx.questionOption.findFirst({ where: { questionId, text, correct } });
  await put(tx, questionId, wanted, row ?? undefined);
}

/** Takes options out of their questions. Of what no class can have met nothing is kept. */
export async function takeOut(
  tx: Prisma.TransactionClient,
  where: Prisma.QuestionOptionWhereInput,
): Promise<void> {
  // What a game that is not yet counted has shown has no counts yet.
  const unmet = { shown: 0, question: { deck: { sessions: { none: { countedAt: null } } } } };
  await tx.questionOption.deleteMany({ where: { AND: [where, unmet] } });
  await tx.questionOption.updateMany({ where, data: { state: REPLACED } });
}

async function put(
  tx: Prisma.TransactionClient,
  questionId: string,
  { option, position }: Wanted,
  row: Stored | undefined,
): Promise<void> {
  if (!row) {
    await tx.questionOption.create({ data: optionRow(questionId, option, position) });
    return;
  }
  const { origin, source, score } = option;
  const again = row.state === "retired" ? SHOWN_AGAIN : { state: "active" };
  await tx.questionOption.update({
    where: { id: row.id },
    data: { position, origin, source, score, ...again },
  });
}

const saysThis = (row: Stored, { text, correct }: MadeOption) => row.text === text && row.correct === correct;
