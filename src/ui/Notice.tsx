import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./Icon";

export type NoticeTone = "info" | "good" | "warn" | "bad";

const LOOK: Record<NoticeTone, { icon: IconName; box: string }> = {
  info: { icon: "info", box: "border-info bg-info-low" },
  good: { icon: "check", box: "border-good bg-good-low" },
  warn: { icon: "alert", box: "border-warn bg-warn-low" },
  bad: { icon: "alert", box: "border-bad bg-bad-low" },
};

/**
 * Says what happened, what is safe, and what to do. `live` makes a screen reader speak it when it appears:
 * "assertive" only for what cannot wait.
 */
export const Notice = ({
  tone = "info",
  title,
  children,
  action,
  live,
  className,
}: {
  tone?: NoticeTone;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  live?: "polite" | "assertive";
  className?: string;
}) => (
  <div
    role={live === "assertive" ? "alert" : live === "polite" ? "status" : undefined}
    className={cx(
      // On a phone the action stands below the words.
      action ? "flex-wrap justify-end" : undefined,
      "flex items-start gap-3 rounded-lg border-2 px-4 py-3 text-ink",
      LOOK[tone].box,
      className,
    )}
  >
    <Icon name={LOOK[tone].icon} className="mt-[0.15em] text-[1.15em]" />
    <div className={cx("min-w-0", action ? "flex-[1_1_14rem]" : "flex-1")}>
      {title ? <p className="font-bold">{title}</p> : null}
      {children}
    </div>
    {action}
  </div>
);
