"use client";

import type { HostView } from "@/contract/views";
import type { HostSend } from "@/features/game/send";
import { hostWords } from "@/messages/en/host";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";
import { RichText } from "@/ui/RichText";

const words = hostWords.planPanel;

/** What comes up and why; the host puts cards first, changes their order, or takes them out of this game. */
export const PlanPanel = ({
  open,
  onClose,
  plan,
  skipped,
  send,
}: {
  open: boolean;
  onClose: () => void;
  plan: HostView["plan"];
  skipped: HostView["skipped"];
  send: HostSend;
}) => {
  /** The cards down to this place are pinned in the order shown, with this one moved to `to`. */
  const move = (from: number, to: number) => {
    const order = plan.map(({ cardId }) => cardId);
    const [card] = order.splice(from, 1);
    if (card === undefined) return;
    order.splice(to, 0, card);
    const lastPinned = plan.findLastIndex(({ pinned }) => pinned);
    void send({ type: "plan-pin", cardIds: order.slice(0, Math.max(from, to, lastPinned) + 1) });
  };
  return (
    <Dialog open={open} onClose={onClose} title={words.title} place="side">
      <div className="grid gap-5">
        {plan.length === 0 ? <p>{words.none}</p> : <p className="text-ink-soft">{words.hint}</p>}
        <ol className="grid gap-3">
          {plan.map(({ cardId, front, why, pinned }, index) => (
            <li key={cardId} className="paper grid gap-2 p-4">
              <div className="flex items-start gap-3">
                <span className="font-display text-xl font-extrabold tabular-nums">{index + 1}</span>
                <div className="min-w-0 flex-1">
                  <div className="line-clamp-3 font-semibold wrap-anywhere">
                    <RichText inline text={front} />
                  </div>
                  <p className="mt-1 text-ink-soft">
                    {why} {pinned ? <Badge tone="info">{words.pinned}</Badge> : null}
                  </p>
                </div>
              </div>
              <div className="flex flex-wrap gap-2">
                <Button
                  disabled={index === 0 && pinned}
                  onClick={() => move(index, 0)}
                  aria-label={words.firstLabel(index + 1)}
                >
                  {words.first}
                </Button>
                <Button
                  disabled={index === 0}
                  icon={<Icon name="up" />}
                  onClick={() => move(index, index - 1)}
                  aria-label={words.upLabel(index + 1)}
                />
                <Button
                  disabled={index === plan.length - 1}
                  icon={<Icon name="down" />}
                  onClick={() => move(index, index + 1)}
                  aria-label={words.downLabel(index + 1)}
                />
                <Button
                  onClick={() => void send({ type: "plan-skip", cardId, skipped: true })}
                  aria-label={words.skipLabel(index + 1)}
                >
                  {words.skip}
                </Button>
              </div>
            </li>
          ))}
        </ol>
        {skipped.length > 0 ? (
          <section className="grid gap-2 border-t border-edge pt-4">
            <h3 className="text-lg font-bold">{words.skipped}</h3>
            <ul className="grid gap-2">
              {skipped.map(({ cardId, front }) => (
                <li key={cardId} className="flex items-center gap-3">
                  <span className="line-clamp-2 min-w-0 flex-1 wrap-anywhere">
                    <RichText inline text={front} />
                  </span>
                  <Button onClick={() => void send({ type: "plan-skip", cardId, skipped: false })}>
                    {words.back}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Dialog>
  );
};
