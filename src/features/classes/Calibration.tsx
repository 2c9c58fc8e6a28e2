import type { Calibration as Calibrated, RatingRow } from "@/contract/mastery";
import { commonWords } from "@/messages/en";
import { Table } from "@/ui/Table";

const { percent } = commonWords;
/** Closer than this is as good as one can ask of a few dozen ratings. */
const CLOSE = 0.1;
/** From here on ratings tell a right answer from a wrong one; half of all pairs would be chance. */
const TELLS = 0.65;

/** How sure a student was, beside how often that was right. */
export const Calibration = ({ calibration }: { calibration: Calibrated }) => {
  const { rows, rated } = calibration;
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl font-bold">Sure and right</h2>
      {rated === 0 ? (
        <p>This student has not said yet how well they knew an answer.</p>
      ) : (
        <>
          <p>{sentence(calibration)}</p>
          <Table
            caption="How well they said they knew it, and how often that was right"
            rows={rows.filter(({ n }) => n > 0)}
            rowKey={({ rating }) => String(rating)}
            columns={[
              { key: "rating", label: "Said", cell: ({ rating }) => `${rating} of 5` },
              { key: "n", label: "Answers", numeric: true, cell: ({ n }) => n },
              {
                key: "right",
                label: "Right",
                numeric: true,
                cell: ({ right }) => right !== null && percent(right),
              },
              { key: "bar", label: "95 % sure between", cell: (row) => <Range row={row} /> },
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
      <span className="tabular-nums">
        {percent(interval.low)} and {percent(interval.high)}
      </span>
    </span>
  );
};

function sentence({ overconfidence, discrimination, rated }: Calibrated): string {
  if (overconfidence === null) return `${rated} rated answers: too few to say more than the table does.`;
  const by = percent(Math.abs(overconfidence));
  const fit =
    Math.abs(overconfidence) < CLOSE
      ? "The ratings fit the answers well."
      : overconfidence > 0
        ? `More sure than right, by ${by}.`
        : `More right than sure, by ${by}.`;
  const tells =
    discrimination === null
      ? ""
      : discrimination > TELLS
        ? " They can tell what they know from what they do not."
        : " Their ratings hardly tell what they know from what they do not.";
  return `${fit}${tells} The ring is what the rating claims, the dot what was right.`;
}
