import type { SessionAnalysis } from "@/contract/analysis";
import type { RoundResult, SessionResults } from "@/contract/results";
import { counted } from "@/messages/en/counted";
import { Markdown } from "@/ui/Markdown";
import { TextLink } from "@/ui/TextLink";
import { answersPath } from "./answer-filter";
import { Figure } from "./Figure";
import { percent, whole } from "./format";
import { studentPath } from "./paths";

/** Questions and students named before the rest fold away. */
const SHOWN = 3;
const NAMED = 5;

/** The first screen: who came, what they knew, what to teach again, which question failed, whom to look at. */
export const Glance = ({ results, analysis }: { results: SessionResults; analysis: SessionAnalysis }) => {
  const { id, students, totals, rounds } = results;
  const { learned } = analysis;
  const byId = new Map(rounds.map((round) => [round.id, round]));
  return (
    <>
      <section aria-label="At a glance" className="flex flex-wrap gap-4">
        <Figure
          value={students.length}
          label={students.length === 1 ? "student came" : "students came"}
          href="#students"
          detail={`${whole(totals.answers)} answers to ${counted(rounds.filter((round) => round.counts).length, "question")}${totals.voided > 0 ? `, ${totals.voided} voided` : ""}`}
        />
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
          value={learned ? `${percent(learned.first)} → ${percent(learned.second)}` : "–"}
          label="first try → second try"
          href="#learned"
          detail={
            learned
              ? `learned within the hour: ${counted(learned.pairs, "pair")} of answers`
              : "no card was asked twice of five students or more"
          }
        />
      </section>
      <div className="grid gap-4 lg:grid-cols-3">
        <Box title="Teach again" none="Nothing: every card was known by most.">
          {analysis.teachAgain
            .flatMap((roundId) => byId.get(roundId) ?? [])
            .map((round) => (
              <li key={round.id}>
                <TextLink prefetch={false} href={answersPath(id, { round: round.id, right: "no" })}>
                  <b>{percent(round.share)}</b> right: <Markdown text={round.prompt} inline />
                </TextLink>
                <span className="block text-ink-soft">{mostTaken(round)}</span>
              </li>
            ))}
        </Box>
        <Failed results={results} analysis={analysis} />
        <Watched results={results} analysis={analysis} />
      </div>
    </>
  );
};

const Failed = ({ results, analysis }: { results: SessionResults; analysis: SessionAnalysis }) => {
  const items = analysis.failed.flatMap(({ roundId, why }) => {
    const round = results.rounds.find(({ id }) => id === roundId);
    return round
      ? [
          <li key={roundId}>
            <a href={`#question-${round.number}`} className="text-ink underline underline-offset-4">
              Question {round.number}: <Markdown text={round.prompt} inline />
            </a>
            <span className="block text-ink-soft">{why}</span>
          </li>,
        ]
      : [];
  });
  return (
    <Box
      title="Questions that failed"
      none="None: every question measured what it should."
      more="more question"
      rest={items.slice(SHOWN)}
    >
      {items.slice(0, SHOWN)}
    </Box>
  );
};

const Watched = ({ results, analysis }: { results: SessionResults; analysis: SessionAnalysis }) => {
  const reasons = new Map(analysis.students.map(({ playerId, watch }) => [playerId, watch]));
  const watched = results.students
    .filter(({ playerId }) => reasons.get(playerId))
    .sort((a, b) => (a.share ?? 0) - (b.share ?? 0));
  const item = ({ playerId, name }: (typeof watched)[number]) => (
    <li key={playerId}>
      <TextLink prefetch={false} href={studentPath(results.id, playerId)} className="font-semibold">
        {name}
      </TextLink>{" "}
      <span className="text-ink-soft">{reasons.get(playerId)}</span>
    </li>
  );
  return (
    <Box
      title="Students to look at"
      none="Nobody stands out: all answered, none surely below the class."
      more="more student"
      rest={watched.slice(NAMED).map(item)}
    >
      {watched.slice(0, NAMED).map(item)}
    </Box>
  );
};

const Box = ({
  title,
  none,
  children,
  more = "",
  rest = [],
}: {
  title: string;
  none: string;
  children: React.ReactNode[];
  /** What folds away, and what one of it is called. */
  more?: string;
  rest?: React.ReactNode[];
}) => (
  <section aria-label={title} className="index-card break-inside-avoid px-5 pt-3 pb-4">
    <h2 className="border-b-2 border-[color:var(--rule-red)] pb-2 text-xl font-bold">{title}</h2>
    {children.length > 0 ? <ul className="mt-3 grid gap-3">{children}</ul> : <p className="mt-3">{none}</p>}
    {rest.length > 0 ? (
      <details className="unfold-in-print mt-3">
        <summary className="min-h-8 cursor-pointer underline decoration-dotted underline-offset-4">
          {counted(rest.length, more)}
        </summary>
        <ul className="mt-2 grid gap-3">{rest}</ul>
      </details>
    ) : null}
  </section>
);

/** The wrong answer that most took, in words; empty when nobody chose a wrong one. */
function mostTaken(round: RoundResult): string {
  const wrong = round.options.filter((option) => !option.correct).sort((a, b) => b.chosen - a.chosen)[0];
  return !wrong || wrong.chosen === 0 ? "" : `Most common mistake: “${wrong.text}” (${wrong.chosen})`;
}
