import type { Calibration as Calibrated, RatingRow } from "@/contract/mastery";
import { classReportWords } from "@/messages/en/class-reports";
import { commonWords } from "@/messages/en/common";
import { Table } from "@/ui/Table";

const words = classReportWords.calibration;
/** Closer than this is as good as one can ask of a few dozen ratings. */
const CLOSE = 0.1;
/** From here on ratings tell a right answer from a wrong one; half of all pairs would be chance. */
const TELLS = 0.65;

/** How sure a student was, beside how often that was right. */
export const Calibration = ({ calibration }: { calibration: Calibrated }) => {
  const { rows, rated } = calibration;
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl font-bold">{words.title}</h2>
      {rated === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{sentence(calibration)}</p>
          <Table
            caption={words.caption}
            rows={rows.filter(({ n }) => n > 0)}
            rowKey={({ rating }) => String(rating)}
            columns={[
              { key: "rating", label: words.said, cell: ({ rating }) => words.saidOf(rating) },
              { key: "n", label: classReportWords.answers, numeric: true, cell: ({ n }) => n },
              {
                key: "right",
                label: words.right,
                numeric: true,
                cell: ({ right }) => right !== null && commonWords.percent(right),
              },
              { key: "bar", label: words.range, cell: (row) => <Range row={row} /> },
            ]}
          />
        </>
      )}
    </section>
  );
};

/** A dot for the share right, in the range that it surely lies in, and a ring for what the rating claims. */
const Range = ({ row: { rating, right, interval } }: { row: RatingRow }) => {
  if (right === null || !interval) return null;
  const at = (share: number) => `${100 * share}%`;
  return (
    <span className="flex flex-wrap items-center gap-3">
      <span
        aria-hidden="true"
        className="relative block h-4 w-44 rounded-full border border-edge-strong bg-paper-low"
      >
        <span
          className="absolute inset-y-1 rounded-full bg-ink/35 [print-color-adjust:exact]"
          style={{ left: at(interval.low), width: at(interval.high - interval.low) }}
        />
        <span
          className="absolute top-1/2 size-3 -translate-1/2 rounded-full bg-ink [print-color-adjust:exact]"
          style={{ left: at(right) }}
        />
        <span
          className="absolute top-1/2 size-4 -translate-1/2 rounded-full border-2 border-ink"
          style={{ left: at((rating - 1) / 4) }}
        />
      </span>
      <span className="tabular-nums">{words.rangeOf(interval.low, interval.high)}</span>
    </span>
  );
};

function sentence({ overconfidence, discrimination, rated }: Calibrated): string {
  if (overconfidence === null) return words.tooFew(rated);
  const by = Math.abs(overconfidence);
  const fit = by < CLOSE ? words.fits : overconfidence > 0 ? words.moreSure(by) : words.moreRight(by);
  const tells =
    discrimination === null ? "" : discrimination > TELLS ? ` ${words.tells}` : ` ${words.hardlyTells}`;
  return `${fit}${tells} ${words.legend}`;
}
