import type { StandingRow } from "@/contract/views";

/** Where a row stood in the list before, 0-based among the rows that are shown; null for a newcomer. */
export type PlaceMove = { row: StandingRow; from: number | null; to: number };

/**
 * How the rows that are shown trade places: each with its index in the list before and after. Rows with the same
 * place before keep their present order, and newcomers come from below.
 * @param rows in their present order.
 */
export const placeMoves = (rows: readonly StandingRow[]): PlaceMove[] => {
  const before = rows
    .map((row, to) => ({ id: row.playerId, place: row.placeBefore ?? Number.POSITIVE_INFINITY, to }))
    .sort((a, b) => a.place - b.place || a.to - b.to);
  const from = new Map(before.map(({ id }, index) => [id, index]));
  return rows.map((row, to) => ({
    row,
    from: row.placeBefore === null ? null : (from.get(row.playerId) ?? null),
    to,
  }));
};

/** Places won (positive) or lost (negative) in the last round; null for a newcomer. */
export const placesWon = ({
  place,
  placeBefore,
}: Pick<StandingRow, "place" | "placeBefore">): number | null =>
  placeBefore === null ? null : placeBefore - place;
