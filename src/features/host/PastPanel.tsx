"use client";

import type { HostView, PastRoundView } from "@/contract/views";
import { AnswerBars } from "@/features/game/AnswerBars";
import type { HostSend } from "@/features/game/send";
import { hostWords } from "@/messages/en/host";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { RichText } from "@/ui/RichText";

const rightOf = ({ reveal }: PastRoundView): { right: number; answered: number } => {
  let right = 0;
  let answered = 0;
  for (const { optionId, chosen } of reveal.counts) {
    answered += chosen;
    if (reveal.keys.includes(optionId)) right += chosen;
  }
  return { right, answered };
};

const PastRound = ({ past, send }: { past: PastRoundView; send: HostSend }) => {
  const { round, reveal } = past;
  const { right, answered } = rightOf(past);
  return (
    <details className="paper overflow-hidden">
      <summary className="flex min-h-14 items-center gap-3 px-4 py-2">
        <span className="font-display text-xl font-extrabold tabular-nums">{round.number}</span>
        <span className="min-w-0 flex-1 wrap-anywhere">
          <RichText inline text={round.prompt ?? ""} />
        </span>
        {reveal.voided ? (
          <Badge>{hostWords.pastPanel.voided}</Badge>
        ) : (
          <Badge tone="info">
            {answered === 0 ? hostWords.pastPanel.unanswered : hostWords.pastPanel.accuracy(right, answered)}
          </Badge>
        )}
      </summary>
      <div className="grid gap-4 border-t border-edge p-4">
        <AnswerBars options={round.options} reveal={reveal} />
        <RichText text={reveal.back} />
        <Button
          className="justify-self-start"
          onClick={() => send({ type: "void-round", roundId: round.id, voided: !reveal.voided })}
        >
          {reveal.voided ? hostWords.actions.unvoid : hostWords.actions.void}
        </Button>
      </div>
    </details>
  );
};

/** A look back at every question that has been closed, the last one first. */
export const PastPanel = ({
  open,
  onClose,
  past,
  send,
}: {
  open: boolean;
  onClose: () => void;
  past: HostView["past"];
  send: HostSend;
}) => (
  <Dialog open={open} onClose={onClose} title={hostWords.pastPanel.title} place="side">
    {past.length === 0 ? (
      <p>{hostWords.pastPanel.none}</p>
    ) : (
      <div className="grid gap-3">
        {past.toReversed().map((entry) => (
          <PastRound key={entry.round.id} past={entry} send={send} />
        ))}
      </div>
    )}
  </Dialog>
);
