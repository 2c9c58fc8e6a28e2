import type { RejectedOption } from "@/contract/question";
import { cx } from "@/ui/cx";

/** What the guards turned down, and why, for those who want to know. */
export const TurnedDown = ({
  label,
  rejected,
  strong = false,
}: {
  label: string;
  rejected: readonly RejectedOption[];
  strong?: boolean;
}) =>
  rejected.length === 0 ? null : (
    <details>
      <summary className={cx("min-h-8 cursor-pointer", strong ? "font-semibold" : "text-ink-soft")}>
        {label} ({rejected.length})
      </summary>
      <ul className={cx("list-disc ps-5", strong && "mt-1")}>
        {rejected.map(({ text, reason }) => (
          <li key={`${text} ${reason}`} className="wrap-anywhere">
            {text} <span className="text-ink-soft">({reason})</span>
          </li>
        ))}
      </ul>
    </details>
  );
