import { nanoid } from "nanoid";
import { z } from "zod";
import type { CorrectionAnswer, CorrectionCommand } from "@/contract/corrections";
import { REJECTIONS } from "@/contract/errors";
import { CommandId, OptionId, RoundId, SessionId } from "@/contract/ids";
import type { Correction, Rooms } from "../room/registry";
import type { Prisma, PrismaClient } from "../store/generated/client";

export type CorrectionDeps = { db: PrismaClient; rooms: Pick<Rooms, "correct"> };

/** The options of a round, as far as a correction reads them. */
export const Shown = z.array(z.object({ id: OptionId, storedOptionId: z.string().nullable() }));

type Target = { sessionId: SessionId; correction: Correction };

/** What corrections that are asked for at once have in common. */
type Group = { groupId: string; before: Prisma.InputJsonObject | null };

/** An option of a deck as a correction found it. */
const Before = z.object({
  optionId: z.string(),
  correct: z.boolean(),
  state: z.string(),
  edited: z.boolean(),
});
type Before = z.infer<typeof Before>;

/**
 * Sets a question of a past or running game right. Every change is an event of its game, so that scores, mastery, pages
 * and exports follow by themselves; a row of `Correction` says who asked.
 */
export async function correct(
  deps: CorrectionDeps,
  teacherId: string,
  sessionId: string,
  command: CorrectionCommand,
): Promise<CorrectionAnswer> {
  if (command.type === "undo") return undo(deps, teacherId, command.groupId);
  const { db } = deps;
  const round = await db.round.findFirst({
    where: { id: command.roundId, sessionId, session: { teacherId } },
    select: { options: true },
  });
  if (!round) return refused("This question is not there any more.");
  if (command.type === "void") return perform(deps, teacherId, [voiding(sessionId, command)]);
  const { roundId, optionId, accepted, everywhere } = command;
  const here = accepting(sessionId, roundId, optionId, accepted);
  const stored = Shown.parse(round.options).find(({ id }) => id === optionId)?.storedOptionId;
  const before = everywhere && stored ? await standing(db, teacherId, stored) : null;
  if (!before) return perform(deps, teacherId, [here]);
  const others = await shownElsewhere(db, teacherId, roundId, before.optionId);
  return perform(
    deps,
    teacherId,
    [here, ...others.map((at) => accepting(at.sessionId, at.roundId, at.optionId, accepted))],
    { change: { ...before, correct: accepted, state: "active", edited: true }, before },
  );
}

/** Takes back what corrections that were asked for at once still hold, in their games and in the deck. */
async function undo(deps: CorrectionDeps, teacherId: string, groupId: string): Promise<CorrectionAnswer> {
  const { db } = deps;
  const rows = await db.$queryRaw<
    { sessionId: string; roundId: string; optionId: string; accepted: boolean; before: unknown }[]
  >`
    SELECT c."sessionId", e."payload"->>'roundId' AS "roundId", e."payload"->>'optionId' AS "optionId",
      (e."payload"->>'accepted')::boolean AS "accepted", c."before"
    FROM "Correction" c
    JOIN "Session" s ON s."id" = c."sessionId" AND s."teacherId" = ${teacherId}
    JOIN "GameEvent" e ON e."sessionId" = c."sessionId" AND e."cause" = 'host/' || c."id" AND e."type" = 'option-accepted'
    WHERE c."groupId" = ${groupId} AND NOT EXISTS (
      SELECT FROM "GameEvent" l WHERE l."sessionId" = e."sessionId" AND l."seq" > e."seq" AND l."type" = e."type"
        AND l."payload"->>'roundId' = e."payload"->>'roundId' AND l."payload"->>'optionId' = e."payload"->>'optionId')
    ORDER BY c."at", c."id"`;
  const [first] = rows;
  if (!first) return refused("Nothing of this stands any more.");
  const then = Before.safeParse(first.before);
  const now = then.success ? await standing(db, teacherId, then.data.optionId) : null;
  // A teacher who has changed the deck by hand since has had the last word there.
  const deck =
    then.success && now?.correct === first.accepted ? { change: then.data, before: now } : undefined;
  return perform(
    deps,
    teacherId,
    rows.map((row) => accepting(row.sessionId, row.roundId, row.optionId, !row.accepted)),
    deck,
  );
}

/** Corrects the games, and the deck with the first of them; nothing at all when that one is refused. */
async function perform(
  { db, rooms }: CorrectionDeps,
  teacherId: string,
  targets: readonly Target[],
  deck?: { change: Before; before: Before },
): Promise<CorrectionAnswer> {
  const group: Group | null =
    deck || targets.length > 1 ? { groupId: nanoid(), before: deck?.before ?? null } : null;
  let games = 0;
  for (const target of targets) {
    const said = await correctOne(db, rooms, teacherId, target, group);
    if (said !== null && games === 0) return refused(said);
    if (said !== null) continue;
    if (games === 0 && deck) await setInDeck(db, deck.change);
    games += 1;
  }
  return { ok: true, games };
}

/** A correction that was not made, and why. */
export const refused = (message: string): CorrectionAnswer => ({
  ok: false,
  message: `${message} Nothing was changed.`,
});

function voiding(
  sessionId: string,
  { roundId, voided }: Extract<CorrectionCommand, { type: "void" }>,
): Target {
  const commandId = CommandId.parse(nanoid());
  return {
    sessionId: SessionId.parse(sessionId),
    correction: { type: "void-round", commandId, roundId, voided },
  };
}

function accepting(sessionId: string, roundId: string, optionId: string, accepted: boolean): Target {
  return {
    sessionId: SessionId.parse(sessionId),
    correction: {
      type: "accept-option",
      commandId: CommandId.parse(nanoid()),
      roundId: RoundId.parse(roundId),
      optionId: OptionId.parse(optionId),
      accepted,
    },
  };
}

/** How an option of this teacher's decks stands now; null when its question has it no more. */
async function standing(db: PrismaClient, teacherId: string, optionId: string): Promise<Before | null> {
  const found = await db.questionOption.findFirst({
    where: { id: optionId, state: { not: "replaced" }, question: { deck: { teacherId } } },
    select: { correct: true, state: true, question: { select: { edited: true } } },
  });
  return found && { optionId, correct: found.correct, state: found.state, edited: found.question.edited };
}

async function setInDeck(db: PrismaClient, { optionId, correct, state, edited }: Before): Promise<void> {
  await db.questionOption.updateMany({ where: { id: optionId }, data: { correct, state } });
  await db.question.updateMany({ where: { options: { some: { id: optionId } } }, data: { edited } });
}

/** Every other closed round of this teacher's that showed the option of the deck. */
async function shownElsewhere(db: PrismaClient, teacherId: string, roundId: string, stored: string) {
  const others = await db.$queryRaw<{ id: string; sessionId: string; options: unknown }[]>`
    SELECT r."id", r."sessionId", r."options" FROM "Round" r JOIN "Session" s ON s."id" = r."sessionId"
    WHERE s."teacherId" = ${teacherId} AND r."id" <> ${roundId} AND r."closedAt" IS NOT NULL
      AND r."options" @> ${JSON.stringify([{ storedOptionId: stored }])}::jsonb`;
  return others.flatMap(({ id, sessionId, options }) =>
    Shown.parse(options).flatMap((option) =>
      option.storedOptionId === stored ? [{ sessionId, roundId: id, optionId: option.id }] : [],
    ),
  );
}

/** Null when it is done, else the reason against it. */
async function correctOne(
  db: PrismaClient,
  rooms: Pick<Rooms, "correct">,
  teacherId: string,
  { sessionId, correction }: Target,
  group: Group | null,
): Promise<string | null> {
  // Before the event: a crash in between leaves a name without a deed, which no page shows, never a deed without a name.
  const { id } = await db.correction.create({
    data: {
      ...{ id: correction.commandId, sessionId, teacherId },
      ...(group ? { groupId: group.groupId, before: group.before ?? undefined } : {}),
    },
  });
  const said = await rooms.correct(sessionId, correction);
  if (said.ok) return null;
  await db.correction.delete({ where: { id } });
  return said.code === "try-again"
    ? "The server could not store that just now: try again."
    : REJECTIONS[said.code];
}
