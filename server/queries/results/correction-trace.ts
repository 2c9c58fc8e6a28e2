import type { CorrectionTrace } from "@/contract/corrections";
import type { SessionResults } from "@/contract/results";
import type { PrismaClient } from "../../store/generated/client";

type Row = {
  seq: number;
  at: Date;
  who: string | null;
  roundId: string;
  voided: boolean | null;
  accepted: boolean | null;
  optionId: string | null;
  rescored: number | null;
  groupId: string | null;
  games: number;
  deck: boolean;
};

/** Who changed what when in a session whose results the caller may see, the latest first. */
export async function correctionTrace(
  db: PrismaClient,
  { id, rounds }: Pick<SessionResults, "id" | "rounds">,
): Promise<CorrectionTrace[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT e."seq", e."at", t."name" AS "who", e."payload"->>'roundId' AS "roundId",
      (e."payload"->>'voided')::boolean AS "voided", (e."payload"->>'accepted')::boolean AS "accepted",
      e."payload"->>'optionId' AS "optionId", jsonb_array_length(e."payload"->'rescored') AS "rescored",
      c."groupId", c."before" IS NOT NULL AS "deck",
      (SELECT count(DISTINCT g."sessionId")::int FROM "Correction" g WHERE g."groupId" = c."groupId") AS "games"
    FROM "GameEvent" e
    LEFT JOIN "Correction" c ON e."cause" = 'host/' || c."id"
    LEFT JOIN "Teacher" t ON t."id" = c."teacherId"
    WHERE e."sessionId" = ${id} AND e."type" IN ('round-voided', 'option-accepted')
    ORDER BY e."seq" DESC`;
  const byId = new Map(rounds.map((round) => [round.id, round]));
  const spoken = new Set<string>();
  return rows.map(({ seq, at, who, roundId, voided, accepted, optionId, rescored, ...group }) => {
    const matter = `${roundId} ${optionId}`;
    const stands = !spoken.has(matter);
    spoken.add(matter);
    const round = byId.get(roundId);
    const what = optionId
      ? accepted
        ? ("accepted" as const)
        : ("withdrawn" as const)
      : voided
        ? ("voided" as const)
        : ("counted" as const);
    return {
      ...{ seq, at, who, roundId, what, optionId, stands },
      number: round?.number ?? 0,
      optionText: round?.options.find((option) => option.id === optionId)?.text ?? null,
      rescored: rescored ?? round?.answered ?? 0,
      everywhere:
        group.groupId === null ? null : { groupId: group.groupId, games: group.games, deck: group.deck },
    };
  });
}
