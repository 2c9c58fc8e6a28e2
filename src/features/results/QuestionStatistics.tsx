"use client";

import { useState } from "react";
import { choiceLetter } from "@/ui/ChoiceMark";
import { type Column, Table } from "@/ui/Table";
import { Unfold } from "@/ui/Unfold";
import { hundredths, percent, signed } from "./format";
import type { RoundSheet } from "./round-sheet";

type OptionLine = RoundSheet["options"][number] & { index: number };
type Analysis = NonNullable<RoundSheet["analysis"]>;

const COLUMNS: Column<OptionLine>[] = [
  {
    key: "option",
    label: "Option",
    cell: (row) => `${choiceLetter(row.index)}: ${row.text}${row.correct ? " (right)" : ""}`,
  },
  { key: "class", label: "Class", numeric: true, cell: (row) => percent(row.analysis?.share ?? null) },
  { key: "top", label: "Best third", numeric: true, cell: (row) => percent(row.analysis?.top ?? null) },
  {
    key: "bottom",
    label: "Weakest third",
    numeric: true,
    cell: (row) => percent(row.analysis?.bottom ?? null),
  },
  { key: "note", label: "Note", cell: note },
];

function note({ correct, analysis }: OptionLine): string {
  if (!analysis || correct) return "";
  return [
    analysis.mayBeRight ? "may also be right" : "",
    analysis.dead ? "hardly anybody took it" : "",
    analysis.takenFor ? `belongs to “${analysis.takenFor}”` : "",
  ]
    .filter(Boolean)
    .join("; ");
}

/** The numbers behind a question: how hard, how telling, who chose what, how sure they were. */
export const QuestionStatistics = ({ round, analysis }: { round: RoundSheet; analysis: Analysis }) => {
  const [open, setOpen] = useState(false);
  return (
    <Unfold
      strong
      summary={`Who chose what in question ${round.number}`}
      className="mt-3 print:hidden"
      onToggle={setOpen}
    >
      {open ? (
        <div className="mt-2 grid gap-4">
          <p>
            {analysis.interval
              ? `Of all such students, between ${percent(analysis.interval.low)} and ${percent(analysis.interval.high)} would get it right (95 %). `
              : ""}
            {telling(analysis)}
          </p>
          <Table
            caption={`Who chose what in question ${round.number}`}
            columns={COLUMNS}
            rows={round.options.map((option, index) => ({ ...option, index }))}
            rowKey={(row) => row.id}
          />
          <Ratings analysis={analysis} />
        </div>
      ) : null}
    </Unfold>
  );
};

function telling({ again, discrimination, error, provisional }: Analysis): string {
  if (again) return "The card was asked before in this game: an exercise, so it is not measured.";
  if (discrimination === null) return "Too little varies to say whether it tells who knows the rest.";
  const size = error === null ? "" : ` ± ${(1.96 * error).toFixed(2)}`;
  const meaning =
    hundredths(discrimination) < 0
      ? "those who knew the rest did worse on it"
      : hundredths(discrimination) < 0.2
        ? "it hardly tells who knows the rest"
        : "it tells who knows the rest";
  return `Corrected point-biserial ${signed(discrimination)}${size}: ${meaning}${provisional ? " (provisional: fewer than 30 students)" : ""}.`;
}

const Ratings = ({ analysis }: { analysis: Analysis }) => {
  if (analysis.ratings.every(({ answers }) => answers === 0)) return null;
  const mean = (rating: number | null) => (rating === null ? "nobody" : rating.toFixed(1));
  return (
    <p>
      How sure they were (1–5), by what they then got:{" "}
      {analysis.ratings
        .filter(({ answers }) => answers > 0)
        .map(({ rating, answers, right }) => `${rating}: ${right} of ${answers} right`)
        .join("; ")}
      . On average {mean(analysis.sureRight)} where right, {mean(analysis.sureWrong)} where wrong.
    </p>
  );
};
