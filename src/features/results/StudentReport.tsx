import type { StudentAnalysis } from "@/contract/analysis";
import type { AnswerResult, MissedCard, SessionResults, StudentResult } from "@/contract/results";
import type { ScoringMode } from "@/contract/settings";
import { counted } from "@/messages/en/counted";
import { Markdown } from "@/ui/Markdown";
import { type Column, Table } from "@/ui/Table";
import { percent, seconds, whole } from "./format";
import { pointsSpelled } from "./points-spelled";

const FORMULAS: Record<ScoringMode, string> = {
  accuracy: "A right answer earns 1000 points.",
  "accuracy-first":
    "A right answer earns 1000 points and 500 × (1 − t ÷ T) more, where t is the time taken and T the timer.",
  speed: "A right answer earns 1000 × (1 − t ÷ 2T) points, where t is the time taken and T the timer.",
  streak:
    "A right answer earns 1000 points and 100 more for each right answer in a row before it, at most 500.",
};

/** What one student did in a game: for the teacher, and for the student who was given the link. */
export const StudentReport = ({
  results,
  student,
  analysis,
  missed,
}: {
  results: SessionResults;
  student: StudentResult;
  analysis: StudentAnalysis | undefined;
  missed: readonly MissedCard[];
}) => {
  const answers = results.answers.filter((answer) => answer.playerId === student.playerId);
  const prompts = new Map(results.rounds.map((round) => [round.id, round]));
  const columns: Column<AnswerResult>[] = [
    {
      key: "question",
      label: "Question",
      cell: (row) => (
        <>
          {row.number}. <Markdown text={prompts.get(row.roundId)?.prompt ?? ""} inline />
        </>
      ),
    },
    { key: "answer", label: "Answer", cell: (row) => <Markdown text={row.optionText} inline /> },
    { key: "correct", label: "Result", cell: (row) => (row.correct ? "✓ right" : "✗ wrong") },
    { key: "time", label: "Time", numeric: true, cell: (row) => seconds(row.takenMs) },
    { key: "sure", label: "Knew it (1–5)", numeric: true, cell: (row) => row.confidence ?? "–" },
    { key: "points", label: "Points", numeric: true, cell: (row) => whole(row.points) },
    { key: "made", label: "Made of", cell: pointsSpelled },
  ];
  return (
    <div className="grid grid-cols-1 gap-10 print:block print:space-y-8">
      <p className="text-xl">
        {student.right} of {counted(student.answered, "answer")} right ({percent(student.share)}
        {analysis?.interval
          ? `; 95 % sure: ${percent(analysis.interval.low)} to ${percent(analysis.interval.high)}`
          : ""}
        ), {whole(student.points)} points
        {student.place === null ? "" : `, place ${student.place} of ${results.students.length}`}.
      </p>
      <section aria-labelledby="missed">
        <h2 id="missed" className="mb-4 text-2xl font-bold">
          Cards to learn
        </h2>
        {missed.length === 0 ? (
          <p>None: the last answer to every card was right.</p>
        ) : (
          <ul className="grid gap-4 md:grid-cols-2">
            {missed.map((card) => (
              <li key={card.roundId} className="index-card break-inside-avoid px-5 pt-3 pb-4">
                <div className="border-b-2 border-[color:var(--rule-red)] pb-2 font-semibold">
                  <Markdown text={card.front} />
                </div>
                <div className="mt-3">
                  <Markdown text={card.back} />
                </div>
                <p className="mt-3 text-ink-soft">
                  Answered “<Markdown text={card.answered} inline />”
                  {analysis?.sureAndMissed.includes(card.roundId) ? ", and was sure of it" : ""}.
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="answers">
        <h2 id="answers" className="mb-2 text-2xl font-bold">
          Answers
        </h2>
        {results.scoring ? (
          <p className="mb-4 text-ink-soft">
            {FORMULAS[results.scoring]} A wrong one earns 0. A question’s factor applies to the whole.
          </p>
        ) : null}
        <Table
          caption={`Answers of ${student.name}`}
          columns={columns}
          rows={answers}
          rowKey={(row) => row.roundId}
          rowClassName={(row) => (row.counts ? undefined : "bg-paper-low text-ink-soft")}
        />
      </section>
      {analysis ? <Calibration analysis={analysis} /> : null}
    </div>
  );
};

/** How well they knew what they knew. */
const Calibration = ({ analysis }: { analysis: StudentAnalysis }) => {
  const rated = analysis.ratings.filter(({ answers }) => answers > 0);
  if (rated.length === 0) return null;
  return (
    <section aria-labelledby="sure">
      <h2 id="sure" className="mb-2 text-2xl font-bold">
        Sure and right
      </h2>
      <ul className="list-disc ps-5">
        {rated.map(({ rating, answers, right }) => (
          <li key={rating}>
            Rated {rating}: {counted(answers, "answer")}, {percent(right)} right
          </li>
        ))}
      </ul>
      <p className="mt-2">{calibrationSentence(analysis.overconfidence)}</p>
    </section>
  );
};

/** Closer than this is as good as one can ask of ten ratings. */
const CLOSE = 0.1;

function calibrationSentence(overconfidence: number | null): string {
  if (overconfidence === null) return "Fewer than ten ratings: too few to say more.";
  if (Math.abs(overconfidence) < CLOSE) return "The ratings fit the answers well.";
  const by = percent(Math.abs(overconfidence));
  return overconfidence > 0 ? `More sure than right, by ${by}.` : `More right than sure, by ${by}.`;
}
