import type { ReactNode } from "react";
import { cx } from "./cx";

/** What only some want to read, folded away behind a line of words. */
export const Unfold = ({
  summary,
  children,
  strong = false,
  className,
  onToggle,
}: {
  summary: ReactNode;
  children: ReactNode;
  strong?: boolean;
  className?: string;
  /** Told whether it is open, so that what is costly can be made only then. */
  onToggle?: (open: boolean) => void;
}) => (
  <details className={className} onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}>
    <summary
      className={cx(
        "inline-flex min-h-11 cursor-pointer items-center underline decoration-dotted underline-offset-4",
        strong && "font-semibold",
      )}
    >
      {summary}
    </summary>
    {children}
  </details>
);
