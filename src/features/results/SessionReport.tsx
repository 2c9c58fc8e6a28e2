import Link from "next/link";
import type { RoundResult, SessionResults } from "@/contract/results";
import { EmptyState } from "@/ui/EmptyState";
import { Markdown } from "@/ui/Markdown";
import { answersPath } from "./answer-filter";
import { Figure } from "./Figure";
import { counted, percent, whole } from "./format";
import { RoundCard } from "./RoundCard";
import { StudentTable } from "./StudentTable";

/** Below this share right a question belongs on the board again. */
const SHAKY = 0.6;
const TEACH_AGAIN = 3;

/** What happened in a game: the figures, what to teach again, the questions, the students. */
export const SessionReport = ({ results }: { results: SessionResults }) => {
  const { id, rounds, students, totals } = results;
  if (rounds.length === 0) {
    return (
      <EmptyState title="Nothing was asked in this game">
        {counted(students.length, "student")} came. The results appear with the first question.
      </EmptyState>
    );
  }
  const counting = rounds.filter((round) => round.counts);
  return (
    <div className="grid gap-10">
      <section aria-label="At a glance" className="flex flex-wrap gap-4">
        <Figure
          value={percent(totals.accuracy)}
          label="of the answers were right"
          href={answersPath(id)}
          detail={
            totals.low === null || totals.high === null
              ? undefined
              : `${whole(totals.right)} of ${whole(totals.answers)}; 95 % sure: ${percent(totals.low)} to ${percent(totals.high)}`
          }
        />
        <Figure
          value={students.length}
          label={students.length === 1 ? "student took part" : "students took part"}
          href="#students"
        />
        <Figure
          value={counting.length}
          label={counting.length === 1 ? "question counts" : "questions count"}
          href="#questions"
          detail={totals.voided > 0 ? `${totals.voided} voided` : undefined}
        />
      </section>
      <TeachAgain sessionId={id} rounds={counting} />
      <section aria-labelledby="questions">
        <h2 id="questions" className="mb-4 scroll-mt-4 text-2xl font-bold">
          Questions
        </h2>
        <ol className="grid gap-4">
          {rounds.map((round) => (
            <RoundCard key={round.id} sessionId={id} round={round} />
          ))}
        </ol>
      </section>
      <section aria-labelledby="students" className="break-before-page">
        <h2 id="students" className="mb-4 scroll-mt-4 text-2xl font-bold">
          Students
        </h2>
        <StudentTable sessionId={id} students={students} />
      </section>
    </div>
  );
};

const TeachAgain = ({ sessionId, rounds }: { sessionId: string; rounds: readonly RoundResult[] }) => {
  const shaky = rounds
    .filter((round) => round.share !== null && round.share < SHAKY)
    .sort((a, b) => (a.share ?? 0) - (b.share ?? 0) || b.answered - a.answered)
    .slice(0, TEACH_AGAIN);
  if (shaky.length === 0) return null;
  return (
    <section aria-labelledby="again">
      <h2 id="again" className="mb-4 text-2xl font-bold">
        Teach again
      </h2>
      <ol className="grid gap-4 md:grid-cols-3">
        {shaky.map((round) => (
          <li key={round.id} className="index-card break-inside-avoid px-5 pt-3 pb-4 [--head:3.4rem]">
            <Link
              href={answersPath(sessionId, { round: round.id, right: "no" })}
              className="flex items-baseline justify-between gap-3 text-ink no-underline hover:underline"
            >
              <span className="font-display text-2xl font-extrabold">{percent(round.share)}</span>
              <span className="text-[0.95em]">question {round.number}</span>
            </Link>
            <div className="mt-5 font-semibold">
              <Markdown text={round.prompt} inline />
            </div>
            <p className="mt-2">{mostTaken(round)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
};

/** The wrong answer that most took, in words; empty when nobody chose a wrong one. */
function mostTaken(round: RoundResult): string {
  const wrong = round.options.filter((option) => !option.correct).sort((a, b) => b.chosen - a.chosen)[0];
  if (!wrong || wrong.chosen === 0) return "";
  return `Most common mistake: “${wrong.text}” (${wrong.chosen})`;
}
