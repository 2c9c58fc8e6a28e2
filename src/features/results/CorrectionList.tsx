"use client";

import type { CorrectionTrace } from "@/contract/corrections";
import { OptionId, RoundId } from "@/contract/ids";
import { counted } from "@/messages/en/counted";
import { LocalTime } from "@/ui/LocalTime";
import { CorrectButton } from "./CorrectButton";
import type { CorrectAction } from "./correction-actions";

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
          <LocalTime date={entry.at} />: {entry.who ?? "during the game, the host"} {deed(entry)}
          {where(entry)}.
        </span>
        {entry.stands ? (
          <span className="flex flex-wrap gap-2">
            {entry.everywhere ? (
              <UndoEverywhere group={entry.everywhere} sessionId={sessionId} correct={correct} />
            ) : null}
            <CorrectButton
              label={`Undo ${entry.everywhere ? "here only " : ""}(question ${entry.number})`}
              does={() => correct(sessionId, undoOf(entry))}
            />
          </span>
        ) : (
          <span className="text-ink-soft">changed again since</span>
        )}
      </li>
    ))}
  </ul>
);

const UndoEverywhere = ({
  group: { groupId },
  sessionId,
  correct,
}: {
  group: NonNullable<CorrectionTrace["everywhere"]>;
  sessionId: string;
  correct: CorrectAction;
}) => <CorrectButton label="Undo everywhere" does={() => correct(sessionId, { type: "undo", groupId })} />;

/** "…, in 3 games and in the deck" */
const where = ({ everywhere }: CorrectionTrace): string =>
  everywhere ? `, in ${counted(everywhere.games, "game")}${everywhere.deck ? " and in the deck" : ""}` : "";

function deed(entry: CorrectionTrace): string {
  const { what, number, optionText, rescored } = entry;
  const answers = counted(rescored, "answer");
  switch (what) {
    case "voided":
      return `voided question ${number} (${answers})`;
    case "counted":
      return `let question ${number} count again (${answers})`;
    case "accepted":
      return `accepted “${optionText}” for question ${number} as well (here ${answers} became right)`;
    case "withdrawn":
      return `no longer accepted “${optionText}” for question ${number} (here ${answers} became wrong)`;
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
