import type { ReactNode } from "react";
import type { SessionAnalysis } from "@/contract/analysis";
import type { CorrectionTrace } from "@/contract/corrections";
import type { SessionResults } from "@/contract/results";
import { counted } from "@/messages/en/counted";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { CorrectionList } from "./CorrectionList";
import type { CorrectAction } from "./correction-actions";
import { Learned, Misconceptions, ReliabilityNote } from "./Findings";
import { Glance } from "./Glance";
import { mapPath } from "./paths";
import { RoundCard } from "./RoundCard";
import { roundSheet } from "./round-sheet";
import { StudentTable } from "./StudentTable";

/** What happened in a game: at a glance, then everything behind it. */
export const SessionReport = ({
  results,
  analysis,
  trace,
  guests,
  correct,
}: {
  results: SessionResults;
  analysis: SessionAnalysis;
  trace: readonly CorrectionTrace[];
  /** Who they may have been; null where nobody played as a guest in a game of a class. */
  guests: ReactNode;
  correct: CorrectAction;
}) => {
  const { id, rounds, students, deckId } = results;
  if (rounds.length === 0) {
    return (
      <EmptyState title="Nothing was asked in this game">
        {counted(students.length, "student")} came. The results appear with the first question.
      </EmptyState>
    );
  }
  const analyses = new Map(analysis.questions.map((question) => [question.roundId, question]));
  return (
    <div className="grid grid-cols-1 gap-10 print:block print:space-y-8">
      <Glance results={results} analysis={analysis} />
      {analysis.misconceptions.length > 0 ? (
        <Part id="misconceptions" title="Misconceptions">
          <Misconceptions results={results} analysis={analysis} />
        </Part>
      ) : null}
      <Part id="questions" title="Questions">
        <ol className="grid gap-4">
          {rounds.map((round) => (
            <RoundCard
              key={round.id}
              sessionId={id}
              deckId={deckId}
              round={roundSheet(round, analyses.get(round.id))}
              correct={correct}
            />
          ))}
        </ol>
      </Part>
      <Part id="learned" title="Learned within the hour">
        <Learned results={results} analysis={analysis} />
      </Part>
      <Part
        id="students"
        title="Students"
        action={<ButtonLink href={mapPath(id)}>Map of students and questions</ButtonLink>}
      >
        <StudentTable sessionId={id} students={students} />
      </Part>
      {guests ? (
        <Part id="guests" title="Guests">
          {guests}
        </Part>
      ) : null}
      <Part id="reliability" title="How far the totals can be trusted">
        <ReliabilityNote reliability={analysis.reliability} />
      </Part>
      {trace.length > 0 ? (
        <Part id="corrections" title="Corrections">
          <CorrectionList sessionId={id} trace={trace} correct={correct} />
        </Part>
      ) : null}
    </div>
  );
};

const Part = ({
  id,
  title,
  action,
  children,
}: {
  id: string;
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) => (
  <section aria-labelledby={id}>
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <h2 id={id} className="scroll-mt-4 text-2xl font-bold">
        {title}
      </h2>
      <span className="print:hidden">{action}</span>
    </div>
    {children}
  </section>
);
