import type { ReliabilityReport, SessionAnalysis } from "@/contract/analysis";
import type { SessionResults } from "@/contract/results";
import { counted } from "@/messages/en/counted";
import { Badge } from "@/ui/Badge";
import { Markdown } from "@/ui/Markdown";
import { type Column, Table } from "@/ui/Table";
import { TextLink } from "@/ui/TextLink";
import { Unfold } from "@/ui/Unfold";
import { answersPath } from "./answer-filter";
import { percent } from "./format";

/** So many stand open: the surest and largest come first, and a list that is too long is not read. */
const OPEN = 6;

type Found = SessionAnalysis["misconceptions"][number];

/** The wrong answers that many gave: first of all those they were sure of. */
export const Misconceptions = ({
  results,
  analysis,
}: {
  results: SessionResults;
  analysis: SessionAnalysis;
}) => {
  const { misconceptions } = analysis;
  const rest = misconceptions.slice(OPEN);
  return (
    <>
      <MisconceptionList {...{ results, analysis }} found={misconceptions.slice(0, OPEN)} />
      {rest.length > 0 ? (
        <Unfold summary={`${rest.length} more`} className="unfold-in-print mt-4">
          <div className="mt-4">
            <MisconceptionList {...{ results, analysis }} found={rest} />
          </div>
        </Unfold>
      ) : null}
    </>
  );
};

const MisconceptionList = ({
  results,
  analysis,
  found,
}: {
  results: SessionResults;
  analysis: SessionAnalysis;
  found: readonly Found[];
}) => {
  const rounds = new Map(results.rounds.map((round) => [round.id, round]));
  const again = new Set(analysis.questions.flatMap((one) => (one.again ? [one.roundId] : [])));
  return (
    <ol className="grid gap-4 md:grid-cols-2">
      {found.map(({ roundId, optionId, sure, share, students, takenFor }) => {
        const round = rounds.get(roundId);
        const option = round?.options.find(({ id }) => id === optionId);
        if (!round || !option) return null;
        return (
          <li key={optionId} className="paper break-inside-avoid p-5">
            <p className="text-lg">
              {sure > 0 ? <Badge tone="bad">{sure} sure of it</Badge> : null}{" "}
              <b>
                “<Markdown text={option.text} inline />”
              </b>{" "}
              to <Markdown text={round.prompt} inline />
            </p>
            <p className="mt-1 text-ink-soft">
              <TextLink
                prefetch={false}
                href={answersPath(results.id, { round: round.id, option: option.id })}
              >
                {counted(students.length, "student")} ({percent(share)})
              </TextLink>
              {again.has(roundId) ? " when it was asked again" : null}
              {takenFor ? (
                <>
                  ; it is the answer to “<Markdown text={takenFor} inline />”
                </>
              ) : null}
            </p>
          </li>
        );
      })}
    </ol>
  );
};

type RelearnedRow = SessionAnalysis["relearned"][number];

/** First try against second, card by card. */
export const Learned = ({ results, analysis }: { results: SessionResults; analysis: SessionAnalysis }) => {
  const columns: Column<RelearnedRow>[] = [
    { key: "card", label: "Card", cell: (row) => <Markdown text={row.front} inline /> },
    { key: "students", label: "Answered twice", numeric: true, cell: (row) => row.students },
    { key: "first", label: "First try", numeric: true, cell: (row) => percent(row.first) },
    { key: "second", label: "Second try", numeric: true, cell: (row) => percent(row.second) },
    {
      key: "answers",
      label: "Answers",
      cell: (row) =>
        row.rounds.map(({ id, number }) => (
          <TextLink prefetch={false} key={id} href={answersPath(results.id, { round: id })} className="me-3">
            question {number}
          </TextLink>
        )),
    },
  ];
  if (analysis.relearned.length === 0)
    return <p>No card was asked twice of at least five students in this game.</p>;
  return (
    <Table
      caption="First and second tries, card by card"
      columns={columns}
      rows={analysis.relearned}
      rowKey={(row) => row.front}
    />
  );
};

/** How far the totals can be trusted, in a sentence that needs no statistics. */
export const ReliabilityNote = ({ reliability }: { reliability: ReliabilityReport }) => {
  const { students, questions, kr20, interval, sem, mean, sd, provisional } = reliability;
  if (kr20 === null || sem === null || mean === null || sd === null)
    return (
      <p>
        {counted(students, "student")} answered all {counted(questions, "question")}: too few, or too alike,
        to say how far a total can be trusted.
      </p>
    );
  return (
    <div className="grid gap-2">
      <p>
        {verdict(kr20)} A student with {Math.round(mean)} right would on another day with like questions get
        between {Math.max(0, mean - sem).toFixed(1)} and {Math.min(questions, mean + sem).toFixed(1)} two
        times out of three.
        {provisional ? " Provisional: fewer than 30 students." : ""}
      </p>
      <p className="text-ink-soft">
        KR-20 (α) {kr20.toFixed(2)}
        {interval ? `, 95 % interval ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}` : ""}.
        Standard error of measurement {sem.toFixed(2)}; mean {mean.toFixed(2)}, SD {sd.toFixed(2)} of{" "}
        {questions}; from the {counted(students, "student")} who answered every first asking.
      </p>
    </div>
  );
};

const verdict = (kr20: number): string =>
  kr20 >= 0.8
    ? "The totals rank the students well."
    : kr20 >= 0.6
      ? "The totals tell strong from weak, and not neighbours apart."
      : "The totals say little about single students: use them for the class, not for marks.";
