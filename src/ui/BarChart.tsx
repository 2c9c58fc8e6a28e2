import type { ReactNode } from "react";
import { cx } from "./cx";

export type Bar = {
  key: string;
  label: ReactNode;
  /** Drawn in proportion to the greatest of all bars, or to `max`. */
  value: number;
  /** What stands at the end of the bar. Without it, the value. */
  text?: string;
  /** A CSS colour; ink without one. */
  color?: string;
  /** Sets one bar apart, with a word and a frame as well as by its colour. */
  mark?: string;
};

/**
 * Values compared by length. The numbers stand in the text, so a screen reader hears a list of labels and values.
 * @param max value of a full bar; without it the greatest of the values.
 */
export const BarChart = ({ label, bars, max }: { label: string; bars: readonly Bar[]; max?: number }) => {
  const full = max ?? Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <ul aria-label={label} className="grid gap-2.5">
      {bars.map((bar) => (
        <li key={bar.key} className="grid gap-1">
          <div className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 wrap-anywhere">{bar.label}</span>
            <span className="shrink-0 font-semibold tabular-nums">
              {bar.mark ? <span className="me-2 text-good">{bar.mark}</span> : null}
              {bar.text ?? bar.value}
            </span>
          </div>
          <div
            aria-hidden="true"
            className={cx(
              "h-3.5 overflow-hidden rounded-sm bg-desk-deep",
              bar.mark && "outline-2 outline-offset-1 outline-good",
            )}
          >
            <div
              className="move-grow-bar h-full rounded-sm"
              style={{
                width: `${Math.min(100, (100 * bar.value) / full)}%`,
                background: bar.color ?? "var(--ink)",
              }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
};
