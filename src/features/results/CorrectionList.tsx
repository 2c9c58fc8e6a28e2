"use client";

import type { CorrectionTrace } from "@/contract/corrections";
import { OptionId, RoundId } from "@/contract/ids";
import { LocalTime } from "@/ui/LocalTime";
import { CorrectButton } from "./CorrectButton";
import type { CorrectAction } from "./correction-actions";
import { counted } from "./format";

/** Who changed what when, the latest first, each with its undo. */
export const CorrectionList = ({
  sessionId,
  trace,
  correct,
}: {
  sessionId: string;
  trace: readonly CorrectionTrace[];
  correct: CorrectAction;
}) => (
  <ul className="paper divide-y divide-edge px-5">
    {trace.map((entry) => (
      <li key={entry.seq} className="flex flex-wrap items-center justify-between gap-3 py-3">
        <span>
          <LocalTime date={entry.at} />: {entry.who ?? "during the game, the host"} {deed(entry)}.
        </span>
        {entry.stands ? (
          <CorrectButton
            label={`Undo (question ${entry.number})`}
            does={() => correct(sessionId, undoOf(entry))}
          />
        ) : (
          <span className="text-ink-soft">changed again since</span>
        )}
      </li>
    ))}
  </ul>
);

function deed({ what, number, optionText, rescored }: CorrectionTrace): string {
  const answers = counted(rescored, "answer");
  switch (what) {
    case "voided":
      return `voided question ${number} (${answers})`;
    case "counted":
      return `let question ${number} count again (${answers})`;
    case "accepted":
      return `accepted “${optionText}” for question ${number} as well (${answers} became right)`;
    case "withdrawn":
      return `no longer accepted “${optionText}” for question ${number} (${answers} became wrong)`;
  }
}

function undoOf({ what, roundId, optionId }: CorrectionTrace): Parameters<CorrectAction>[1] {
  const round = RoundId.parse(roundId);
  if (optionId === null) return { type: "void", roundId: round, voided: what !== "voided" };
  return {
    type: "accept",
    roundId: round,
    optionId: OptionId.parse(optionId),
    accepted: what !== "accepted",
    everywhere: false,
  };
}
