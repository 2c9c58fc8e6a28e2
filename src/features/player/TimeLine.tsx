import { gameWords } from "@/messages/en/game";
import { type Countdown, secondsLeft } from "@/ui/countdown";
import { Icon } from "@/ui/Icon";

/** Time left as a line that shortens and as a number. Nobody is shown a line where there is no timer. */
export const TimeLine = ({
  at,
  leftMs,
  share,
}: {
  at: Countdown;
  leftMs: number | null;
  share: number | null;
}) => (
  <div className="flex min-h-7 items-center gap-2">
    <div aria-hidden="true" className="h-2 flex-1 overflow-hidden rounded-full bg-desk-deep">
      {share === null ? null : (
        <div
          className="h-full origin-left rounded-full bg-ink transition-transform duration-200 ease-linear"
          style={{ transform: `scaleX(${share})` }}
        />
      )}
    </div>
    <span
      role="timer"
      aria-label={leftMs === null ? gameWords.noTimer : gameWords.secondsLeft(secondsLeft(leftMs))}
      className="min-w-8 text-end font-display text-lg font-bold tabular-nums"
    >
      {at.state === "paused" ? (
        <Icon name="pause" label={gameWords.paused} />
      ) : leftMs === null ? (
        "∞"
      ) : (
        secondsLeft(leftMs)
      )}
    </span>
  </div>
);
