import type { DeckAnswer } from "@/contract/deck-health";
import type { CardName } from "@/contract/mastery";
import { counted } from "@/messages/en/counted";
import { Icon } from "@/ui/Icon";
import { LocalTime } from "@/ui/LocalTime";
import { Markdown } from "@/ui/Markdown";
import { Pages } from "@/ui/Pages";
import { Table } from "@/ui/Table";
import { TextLink } from "@/ui/TextLink";
import { answersPath } from "./answer-filter";
import { type DeckAnswerFilter, deckAnswersPath } from "./deck-paths";
import { percent } from "./format";

const PER_PAGE = 200;

/** Those of the answers that a filter lets through. */
export const filterDeckAnswers = (answers: readonly DeckAnswer[], filter: DeckAnswerFilter): DeckAnswer[] =>
  answers.filter(
    (answer) =>
      (!filter.question || answer.questionId === filter.question) &&
      (!filter.asked || answer.cardId === filter.asked) &&
      (!filter.took || answer.took === filter.took) &&
      (!filter.class || answer.classId === filter.class),
  );

/** The answers behind a figure of a deck, over all its games, the latest first. @param page 1-based */
export const DeckAnswerList = ({
  base,
  answers,
  filter,
  page,
  opens,
}: {
  base: string;
  /** Those that the filter lets through. */
  answers: readonly DeckAnswer[];
  filter: DeckAnswerFilter;
  page: number;
  /** Whether this teacher may open the game that an answer was given in. */
  opens: (sessionId: string) => boolean;
}) => {
  const rows = [...answers].reverse();
  const right = rows.filter(({ correct }) => correct).length;
  const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  const here = Math.min(page, pages);
  return (
    <div className="grid grid-cols-1 gap-6">
      <p className="text-lg">
        {counted(rows.length, "answer")} by {counted(new Set(rows.map(({ name }) => name)).size, "name")}:{" "}
        {right} right ({percent(rows.length === 0 ? null : right / rows.length)}).
      </p>
      <Table
        caption="Answers"
        rows={rows.slice((here - 1) * PER_PAGE, here * PER_PAGE)}
        rowKey={({ roundId, playerId }) => `${roundId} ${playerId}`}
        columns={[
          {
            key: "name",
            label: "Student",
            cell: ({ sessionId, playerId, name }) =>
              opens(sessionId) ? (
                <TextLink prefetch={false} href={answersPath(sessionId, { student: playerId })}>
                  {name}
                </TextLink>
              ) : (
                name
              ),
          },
          {
            key: "game",
            label: "Game",
            cell: ({ sessionId, roundId, startedAt, className }) => (
              <>
                {opens(sessionId) ? (
                  <TextLink prefetch={false} href={answersPath(sessionId, { round: roundId })}>
                    <LocalTime date={startedAt} style="day" />
                  </TextLink>
                ) : (
                  <LocalTime date={startedAt} style="day" />
                )}
                , {className ?? "guests"}
              </>
            ),
          },
          { key: "question", label: "Question", cell: ({ prompt }) => <Markdown text={prompt} inline /> },
          {
            key: "answer",
            label: "Answer",
            cell: ({ optionText, correct }) => (
              <span className="wrap-anywhere">
                <Icon name={correct ? "check" : "cross"} className="me-1 inline" />
                <span className="sr-only">{correct ? "right: " : "wrong: "}</span>
                {optionText}
              </span>
            ),
          },
          { key: "sure", label: "Knew it (1–5)", numeric: true, cell: ({ confidence }) => confidence ?? "–" },
        ]}
      />
      <Pages
        page={here}
        pages={pages}
        path={(to) => deckAnswersPath(base, filter, to)}
        back="Later"
        forth="Earlier"
      />
    </div>
  );
};

/** The filter as a heading: "Answers to “A” with the answer of “B”". */
export function deckAnswersTitle(filter: DeckAnswerFilter, cards: readonly CardName[]): string {
  const front = (id: string | undefined) => cards.find((card) => card.id === id)?.front;
  const [asked, took] = [front(filter.asked), front(filter.took)];
  return [
    "Answers",
    asked ? `to “${asked}”` : "",
    took ? `with the answer of “${took}”` : "",
    filter.question ? "to one question" : "",
  ]
    .filter(Boolean)
    .join(" ");
}
