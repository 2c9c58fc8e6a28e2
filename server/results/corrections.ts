import { nanoid } from "nanoid";
import { z } from "zod";
import type { CorrectionAnswer, CorrectionCommand } from "@/contract/corrections";
import { REJECTIONS } from "@/contract/errors";
import { CommandId, OptionId, RoundId, SessionId } from "@/contract/ids";
import type { Correction, Rooms } from "../room/registry";
import type { PrismaClient } from "../store/generated/client";

export type CorrectionDeps = { db: PrismaClient; rooms: Pick<Rooms, "correct"> };

const Shown = z.array(z.object({ id: OptionId, storedOptionId: z.string().nullable() }));

type Target = { sessionId: SessionId; correction: Correction };

/**
 * Sets a question of a past or running game right. Every change is an event of its game, so that scores, mastery, pages
 * and exports follow by themselves; a row of `Correction` says who asked.
 */
export async function correct(
  { db, rooms }: CorrectionDeps,
  teacherId: string,
  sessionId: string,
  command: CorrectionCommand,
): Promise<CorrectionAnswer> {
  const round = await db.round.findFirst({
    where: { id: command.roundId, sessionId, session: { teacherId } },
    select: { options: true },
  });
  if (!round) return refused("This question is not there any more.");
  const targets =
    command.type === "void"
      ? [voiding(sessionId, command)]
      : await accepting(db, teacherId, sessionId, Shown.parse(round.options), command);
  let games = 0;
  for (const target of targets) {
    const said = await correctOne(db, rooms, teacherId, target);
    if (said !== null && games === 0) return refused(said);
    if (said === null) games += 1;
  }
  return { ok: true, games };
}

const refused = (message: string): CorrectionAnswer => ({
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

/** The rounds in which the option is to be accepted; with `everywhere` it is changed in the deck first. */
async function accepting(
  db: PrismaClient,
  teacherId: string,
  sessionId: string,
  shown: z.infer<typeof Shown>,
  command: Extract<CorrectionCommand, { type: "accept" }>,
): Promise<Target[]> {
  const { roundId, optionId, accepted, everywhere } = command;
  const target = (session: string, round: string, option: OptionId): Target => ({
    sessionId: SessionId.parse(session),
    correction: {
      type: "accept-option",
      commandId: CommandId.parse(nanoid()),
      roundId: RoundId.parse(round),
      optionId: option,
      accepted,
    },
  });
  const here = target(sessionId, roundId, optionId);
  const stored = shown.find(({ id }) => id === optionId)?.storedOptionId;
  if (!everywhere || !stored) return [here];
  await db.question.updateMany({
    where: { deck: { teacherId }, options: { some: { id: stored } } },
    data: { edited: true },
  });
  await db.questionOption.updateMany({
    where: { id: stored, question: { deck: { teacherId } } },
    data: { correct: accepted, state: "active" },
  });
  const others = await db.$queryRaw<{ id: string; sessionId: string; options: unknown }[]>`
    SELECT r."id", r."sessionId", r."options" FROM "Round" r JOIN "Session" s ON s."id" = r."sessionId"
    WHERE s."teacherId" = ${teacherId} AND r."id" <> ${roundId} AND r."closedAt" IS NOT NULL
      AND r."options" @> ${JSON.stringify([{ storedOptionId: stored }])}::jsonb`;
  const elsewhere = others.flatMap((round) =>
    Shown.parse(round.options).flatMap(({ id, storedOptionId }) =>
      storedOptionId === stored ? [target(round.sessionId, round.id, id)] : [],
    ),
  );
  return [here, ...elsewhere];
}

/** Null when it is done, else the reason against it. */
async function correctOne(
  db: PrismaClient,
  rooms: Pick<Rooms, "correct">,
  teacherId: string,
  { sessionId, correction }: Target,
): Promise<string | null> {
  // Before the event: a crash in between leaves a name without a deed, which no page shows, never a deed without a name.
  const { id } = await db.correction.create({ data: { id: correction.commandId, sessionId, teacherId } });
  const said = await rooms.correct(sessionId, correction);
  if (said.ok) return null;
  await db.correction.delete({ where: { id } });
  return said.code === "try-again"
    ? "The server could not store that just now: try again."
    : REJECTIONS[said.code];
}
