import type { AnswerResult } from "@/contract/results";
import { Badge } from "@/ui/Badge";
import { whole } from "./format";

/** "(1000 + 312 for speed) × 2", or why it counts for nothing. */
export function pointsSpelled(
  row: Pick<AnswerResult, "counts" | "correct" | "base" | "speed" | "streak" | "multiplier">,
) {
  if (!row.counts) return <Badge tone="warn">does not count</Badge>;
  if (!row.correct) return "–";
  const parts = [
    whole(row.base),
    row.speed > 0 ? `${whole(row.speed)} for speed` : "",
    row.streak > 0 ? `${whole(row.streak)} for the streak` : "",
  ].filter(Boolean);
  const sum = parts.join(" + ");
  if (row.multiplier === 1) return sum;
  return `${parts.length > 1 ? `(${sum})` : sum} × ${row.multiplier}`;
}
