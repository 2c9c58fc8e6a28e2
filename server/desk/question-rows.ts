import { nanoid } from "nanoid";
import type { Question } from "@/contract/question";
import type { PrismaClient } from "../store/generated/client";
import type { Merge } from "./merge";
import { optionRow, REPLACED } from "./option-rows";

type QuestionColumns = ReturnType<typeof columns>;
type OptionRow = ReturnType<typeof optionRow>;

/**
 * One statement for a whole batch: one round-trip and no open transaction, so that a running game's commits wait for
 * nothing. PostgreSQL takes the JSON apart, which costs this process next to nothing. A question that the teacher has
 * pinned or edited since it was read is left alone, and its options with it. An option that classes have met, or may
 * have met in a game that is not counted yet, is not deleted but replaced, and comes back with its counts.
 */
const WRITE = `
with input as (select $1::jsonb as j),
removed as (
  delete from "Question" where not pinned and not edited
    and id in (select jsonb_array_elements_text(j->'remove') from input)
),
created as (
  insert into "Question" (id, "deckId", "cardId", key, kind, prompt, evidence, flags, position, rejected, active, "cardHash")
  select x.id, x."deckId", x."cardId", x.key, x.kind, x.prompt, x.evidence, x.flags, x.position, x.rejected, x.active,
    x."cardHash"
  from input, jsonb_to_recordset(j->'create') as x(id text, "deckId" text, "cardId" text, key text, kind text,
    prompt text, evidence text, flags text[], position int, rejected jsonb, active boolean, "cardHash" text)
  on conflict ("cardId", key) do nothing
  returning id
),
updated as (
  update "Question" q set kind = x.kind, prompt = x.prompt, evidence = x.evidence, flags = x.flags,
    position = x.position, rejected = x.rejected, "cardHash" = x."cardHash"
  from input, jsonb_to_recordset(j->'update') as x(id text, kind text, prompt text, evidence text, flags text[],
    position int, rejected jsonb, "cardHash" text)
  where q.id = x.id and not q.pinned and not q.edited
  returning q.id
),
moved as (
  update "Question" q set position = x.position
  from input, jsonb_to_recordset(j->'move') as x(id text, position int)
  where q.id = x.id
),
"leavingOptions" as (
  select o.id, o.shown > 0 or exists (
      select 1 from "Session" s where s."deckId" = q."deckId" and s."countedAt" is null
    ) as met
  from "QuestionOption" o join "Question" q on q.id = o."questionId"
  where q.id in (select id from updated) and o.id in (select jsonb_array_elements_text(j->'removeOptions') from input)
),
"removedOptions" as (
  delete from "QuestionOption" where id in (select id from "leavingOptions" where not met)
),
"replacedOptions" as (
  update "QuestionOption" set state = '${REPLACED}' where id in (select id from "leavingOptions" where met)
),
"movedOptions" as (
  update "QuestionOption" o set position = x.position, state = case when o.state = '${REPLACED}' then 'active' else o.state end
  from input, jsonb_to_recordset(j->'moveOptions') as x(id text, position int)
  where o.id = x.id and o."questionId" in (select id from updated)
),
"createdOptions" as (
  insert into "QuestionOption" (id, "questionId", position, text, correct, origin, source, score)
  select x.id, x."questionId", x.position, x.text, x.correct, x.origin, x.source, x.score
  from input, jsonb_to_recordset(j->'createOptions') as x(id text, "questionId" text, position int, text text,
    correct boolean, origin text, source text, score float8)
  where x."questionId" in (select id from created union all select id from updated)
)
update "Card" c set skipped = x.skipped
from input, jsonb_to_recordset(j->'skips') as x(id text, skipped text)
where c.id = x.id`;

/** The rows of a batch of cards, gathered to be written together. */
export class QuestionRows {
  private readonly remove: string[] = [];
  private readonly create: ({
    id: string;
    deckId: string;
    cardId: string;
    key: string;
    active: boolean;
  } & QuestionColumns)[] = [];
  private readonly update: ({ id: string } & QuestionColumns)[] = [];
  private readonly move: { id: string; position: number }[] = [];
  private readonly removeOptions: string[] = [];
  private readonly moveOptions: { id: string; position: number }[] = [];
  private readonly createOptions: OptionRow[] = [];
  private readonly skips: { id: string; skipped: string | null }[] = [];

  constructor(private readonly deckId: string) {}

  /** @param hash of the card's text that the questions were made from */
  take(cardId: string, hash: string, merge: Merge): void {
    const { deckId } = this;
    this.remove.push(...merge.remove);
    this.move.push(...merge.move);
    for (const { question, position, active } of merge.create) {
      const id = nanoid();
      this.create.push({
        id,
        deckId,
        cardId,
        key: question.id,
        active,
        ...columns(question, position, hash),
      });
      this.createOptions.push(...question.options.map((option, index) => optionRow(id, option, index)));
    }
    for (const { id, question, position, removeOptions, moveOptions, createOptions } of merge.update) {
      this.update.push({ id, ...columns(question, position, hash) });
      this.removeOptions.push(...removeOptions);
      this.moveOptions.push(...moveOptions);
      this.createOptions.push(...createOptions.map(({ option, position: at }) => optionRow(id, option, at)));
    }
  }

  /** @param skipped why the card gave no question; null when it gave one */
  skip(id: string, skipped: string | null): void {
    this.skips.push({ id, skipped });
  }

  /** Writes all of it in one statement. */
  async write(db: PrismaClient): Promise<void> {
    const { remove, create, update, move, skips } = this;
    if (![remove, create, update, move, skips].some((rows) => rows.length > 0)) return;
    const { removeOptions, moveOptions, createOptions } = this;
    const input = { remove, create, update, move, removeOptions, moveOptions, createOptions, skips };
    await db.$executeRawUnsafe(WRITE, JSON.stringify(input));
  }
}

function columns(question: Question, position: number, cardHash: string) {
  const { kind, prompt, evidence, flags, rejected } = question;
  return { kind, prompt, evidence, flags, rejected, position, cardHash };
}
