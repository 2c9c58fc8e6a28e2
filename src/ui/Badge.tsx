import type { ReactNode } from "react";
import { cx } from "./cx";

export type Tone = "plain" | "good" | "bad" | "warn" | "info";

const TONES: Record<Tone, string> = {
  plain: "border-edge-strong bg-paper-low text-ink",
  good: "border-good bg-good-low text-good",
  bad: "border-bad bg-bad-low text-bad",
  warn: "border-warn bg-warn-low text-warn",
  info: "border-info bg-info-low text-info",
};

/** A word or a number that belongs to the thing beside it. */
export const Badge = ({
  tone = "plain",
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) => (
  <span
    className={cx(
      "inline-flex items-center gap-1 rounded-md border px-2 py-0.5 text-[0.9em] font-semibold leading-snug",
      TONES[tone],
      className,
    )}
  >
    {children}
  </span>
);
