import type { ReactNode } from "react";
import { cx } from "./cx";

/** Turns while work of unknown length is under way; say in words beside it what is being waited for. */
export const Spinner = ({ className }: { className?: string }) => (
  <svg
    viewBox="0 0 24 24"
    aria-hidden="true"
    className={cx("move-spin inline-block size-[1.1em] shrink-0", className)}
  >
    <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="3" opacity="0.25" />
    <path d="M21 12a9 9 0 0 0-9-9" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
  </svg>
);

/** Says what is being waited for, beside its spinner. */
export const Waiting = ({ children, className }: { children: ReactNode; className?: string }) => (
  <p role="status" className={cx("flex items-center gap-3", className)}>
    <Spinner />
    {children}
  </p>
);

/**
 * How far long work has come.
 * @param value done, 0–`max`; null while its length is unknown.
 */
export const Progress = ({
  label,
  value,
  max = 1,
  detail,
}: {
  label: string;
  value: number | null;
  max?: number;
  detail?: string;
}) => {
  const share = value === null || max <= 0 ? null : Math.min(1, Math.max(0, value / max));
  return (
    <div className="grid gap-1">
      <div className="flex items-baseline justify-between gap-4">
        <span className="font-semibold">{label}</span>
        {detail ? <span className="tabular-nums text-ink-soft">{detail}</span> : null}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        className="h-3 overflow-hidden rounded-full border border-edge-strong bg-paper-low"
      >
        <div
          className={cx(
            "h-full origin-left rounded-full bg-ink transition-transform",
            share === null && "animate-pulse",
          )}
          style={{ transform: `scaleX(${share ?? 1})` }}
        />
      </div>
    </div>
  );
};
