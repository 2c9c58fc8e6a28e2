import Link from "next/link";
import type { RoundResult, SessionResults } from "@/contract/results";
import { counted } from "@/messages/en/counted";
import { Markdown } from "@/ui/Markdown";
import { Pages } from "@/ui/Pages";
import { AnswerTable } from "./AnswerTable";
import { type AnswerFilter, answersPath, filterAnswers } from "./answer-filter";
import { percent, whole } from "./format";

const PER_PAGE = 200;

/** The answers behind a figure, with the question or the sums that they belong to. @param page 1-based */
export const AnswerList = ({
  results,
  filter,
  page,
}: {
  results: SessionResults;
  filter: AnswerFilter;
  page: number;
}) => {
  const answers = filterAnswers(results, filter);
  const counting = answers.filter((answer) => answer.counts);
  const right = counting.filter((answer) => answer.correct).length;
  const points = counting.reduce((total, answer) => total + answer.points, 0);
  const round = results.rounds.find((item) => item.id === filter.round);
  const pages = Math.max(1, Math.ceil(answers.length / PER_PAGE));
  const here = Math.min(page, pages);
  return (
    <div className="grid grid-cols-1 gap-6">
      {round ? <Question round={round} /> : null}
      <p className="text-lg">
        {counted(counting.length, "answer")} that count{counting.length === 1 ? "s" : ""}: {right} right (
        {percent(counting.length === 0 ? null : right / counting.length)}), {whole(points)} points.
        {answers.length > counting.length
          ? ` ${counted(answers.length - counting.length, "more answer")} to questions that do not count.`
          : ""}
        {Object.values(filter).some(Boolean) ? (
          <Link
            prefetch={false}
            href={answersPath(results.id)}
            className="ms-3 text-ink-soft underline underline-offset-4"
          >
            All answers of this game
          </Link>
        ) : null}
      </p>
      <AnswerTable
        sessionId={results.id}
        answers={answers
          .slice((here - 1) * PER_PAGE, here * PER_PAGE)
          .map(({ optionId: _, acceptedAt: __, ...row }) => row)}
      />
      <Pages page={here} pages={pages} path={(to) => answersPath(results.id, filter, to)} />
    </div>
  );
};

/** The question as it was asked, with the card that proves its answer. */
const Question = ({ round }: { round: RoundResult }) => (
  <div className="grid gap-4 md:grid-cols-2">
    <div className="paper p-5">
      <h2 className="font-bold text-ink-soft">As asked</h2>
      <div className="mt-1 text-lg font-semibold">
        <Markdown text={round.prompt} inline />
      </div>
      <ul className="mt-3 list-disc ps-5">
        {round.options.map((option) => (
          <li key={option.id} className={option.correct ? "font-bold text-good" : undefined}>
            <Markdown text={option.text} inline />
            {option.correct ? " (right)" : ""}: {option.chosen}
          </li>
        ))}
      </ul>
      {round.why ? <p className="mt-3 text-ink-soft">Picked because: {round.why}</p> : null}
    </div>
    <div className="index-card px-5 pt-3 pb-4 [--head:3rem]">
      <h2 className="font-bold text-ink-soft">The card</h2>
      <div className="mt-4 font-semibold">
        <Markdown text={round.front} />
      </div>
      <div className="mt-3 max-h-80 overflow-y-auto">
        <Markdown text={round.back} />
      </div>
    </div>
  </div>
);
