import type { DeckMastery } from "@/contract/mastery";
import { classReportWords } from "@/messages/en/class-reports";
import { commonWords } from "@/messages/en/common";
import { cx } from "@/ui/cx";

const words = classReportWords;

/** How much is known, as a bar with its margin and in words; without enough answers it says so and shows no number. */
export const MasteryFigure = ({ figure, large = false }: { figure: DeckMastery | null; large?: boolean }) => {
  if (!figure || figure.answers === 0) return <span className="text-ink-soft">{words.noAnswers}</span>;
  if (!figure.enough) return <span className="text-ink-soft">{words.tooFew(figure.answers)}</span>;
  const low = Math.max(0, figure.known - 2 * figure.error);
  const high = Math.min(1, figure.known + 2 * figure.error);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className={cx("font-display font-extrabold tabular-nums", large ? "text-4xl" : "text-xl")}>
        {commonWords.percent(figure.known)}
      </span>
      <span
        aria-hidden="true"
        className={cx(
          "relative block overflow-hidden rounded-full border border-edge-strong bg-paper-low",
          large ? "h-4 w-48" : "h-3 w-28",
        )}
      >
        <span
          className="absolute inset-y-0 left-0 bg-ink [print-color-adjust:exact]"
          style={{ width: `${100 * figure.known}%` }}
        />
        <span
          className="absolute inset-y-0 border-x-2 border-[color:var(--curtain)] bg-[color:var(--curtain)]/30 [print-color-adjust:exact]"
          style={{ left: `${100 * low}%`, width: `${100 * (high - low)}%` }}
        />
      </span>
      <span className="text-[0.95em] text-ink-soft tabular-nums">{words.between(low, high)}</span>
    </span>
  );
};
