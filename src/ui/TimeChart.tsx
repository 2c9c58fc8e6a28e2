import Link from "next/link";
import { cx } from "./cx";
import { dayInYear } from "./day";

/** A share at a time (epoch ms), 0–1, with the range that it surely lies in. `sure`: it may be drawn as a number. */
export type ChartPoint = { at: number; share: number; low: number; high: number; sure: boolean };
/** Something that happened at a time, and where more of it stands. */
export type ChartMark = { at: number; share: number; label: string; href?: string | undefined };

const DAY_MS = 86_400_000;

/**
 * A share over time: a line in its band, dashed from today on, with a dot for each thing that happened. It reads
 * without colour; `label` says the same in words, for who listens.
 */
export const TimeChart = ({
  label,
  past,
  ahead,
  marks,
  compact = false,
}: {
  label: string;
  past: readonly ChartPoint[];
  ahead: readonly ChartPoint[];
  marks: readonly ChartMark[];
  compact?: boolean;
}) => {
  const today = ahead[0]?.at ?? past.at(-1)?.at ?? 0;
  const start = past[0]?.at ?? today;
  const end = Math.max(ahead.at(-1)?.at ?? today, start + DAY_MS);
  const x = (at: number) => (100 * (at - start)) / (end - start);
  const y = (share: number) => 100 - 100 * share;
  const points = [...past, ...ahead.slice(1)];
  const band = [
    ...points.map(({ at, high }) => `${x(at)},${y(high)}`),
    ...[...points].reverse().map(({ at, low }) => `${x(at)},${y(low)}`),
  ].join(" ");
  const line = (of: readonly ChartPoint[]) =>
    of
      .filter(({ sure }) => sure)
      .map(({ at, share }) => `${x(at)},${y(share)}`)
      .join(" ");
  return (
    <figure className="break-inside-avoid">
      <div className={cx("relative ms-11 me-4", compact ? "h-28" : "h-56 print:h-44")}>
        {[0, 0.5, 1].map((share) => (
          <span
            key={share}
            aria-hidden="true"
            className="absolute end-full me-2 -translate-y-1/2 text-[0.85em] text-ink-soft tabular-nums"
            style={{ top: `${y(share)}%` }}
          >
            {Math.round(100 * share)}%
          </span>
        ))}
        <svg
          role="img"
          aria-label={label}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible text-ink"
        >
          {[0, 50, 100].map((at) => (
            <line
              key={at}
              x1="0"
              x2="100"
              y1={at}
              y2={at}
              className="stroke-edge"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <polygon points={band} fill="currentColor" opacity="0.14" />
          <line
            x1={x(today)}
            x2={x(today)}
            y1="0"
            y2="100"
            stroke="currentColor"
            strokeDasharray="1 4"
            vectorEffect="non-scaling-stroke"
          />
          <polyline
            points={line(past)}
            fill="none"
            stroke="currentColor"
            strokeWidth="2.5"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
          <polyline
            points={line(ahead)}
            fill="none"
            stroke="currentColor"
            strokeWidth="2.5"
            strokeDasharray="7 5"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {marks.map((mark) => (
          <Dot key={mark.at} mark={mark} left={x(mark.at)} top={y(mark.share)} />
        ))}
      </div>
      <div aria-hidden="true" className="relative ms-11 me-4 mt-2 h-5 text-[0.85em] text-ink-soft">
        <span className="absolute start-0">{dayInYear(start)}</span>
        {x(today) > 25 && x(today) < 80 ? (
          <span className="absolute -translate-x-1/2" style={{ left: `${x(today)}%` }}>
            today
          </span>
        ) : null}
        <span className="absolute end-0">
          {x(today) >= 80 ? `today, ${dayInYear(today)}` : dayInYear(end)}
        </span>
      </div>
    </figure>
  );
};

const DOT =
  "absolute block size-3.5 -translate-1/2 rounded-full border-2 border-ink bg-paper [print-color-adjust:exact]";

const Dot = ({ mark, left, top }: { mark: ChartMark; left: number; top: number }) => {
  const style = { left: `${left}%`, top: `${top}%` };
  return mark.href ? (
    <Link
      href={mark.href}
      prefetch={false}
      title={mark.label}
      aria-label={mark.label}
      style={style}
      className={cx(DOT, "before:absolute before:-inset-2 hover:bg-highlight")}
    />
  ) : (
    <span aria-hidden="true" title={mark.label} style={style} className={DOT} />
  );
};
