import Link from "next/link";
import type { CardStanding, DeckHistory, Moment } from "@/contract/mastery";
import { classReportWords } from "@/messages/en/class-reports";
import { commonWords } from "@/messages/en/common";
import { dayInYear } from "@/ui/day";
import { LocalTime } from "@/ui/LocalTime";
import { Table } from "@/ui/Table";
import { TimeChart } from "@/ui/TimeChart";
import { plainFront } from "./plainFront";

const { percent } = commonWords;
const words = classReportWords.history;
const DAY = 86_400;
const date = (at: number) => new Date(at * 1000);
const dayOf = (at: number) => dayInYear(date(at));
const said = ({ known, enough }: Pick<Moment, "known" | "enough">) =>
  enough ? percent(known) : words.notEnough;
/** A moment as the chart takes it, with the range of two standard errors that it lies in. */
const point = ({ at, known, error, enough }: Moment) => ({
  at: at * 1000,
  share: known,
  low: Math.max(0, known - 2 * error),
  high: Math.min(1, known + 2 * error),
  sure: enough,
});

/** The line of what was known of a deck: up with every meeting, down between them, and on from today. */
export const KnownChart = ({ deck, compact = false }: { deck: DeckHistory; compact?: boolean }) => {
  const { meetings, games, past, ahead } = deck;
  const inTwoWeeks = ahead.at(-1);
  const [today] = ahead;
  const moments = [
    ...meetings.map(({ to, report }) => words.after(dayOf(to), said(report.mastery))),
    today ? words.todayIs(said(today)) : "",
    inTwoWeeks ? words.inTwoWeeks(said(inTwoWeeks)) : "",
  ].filter(Boolean);
  return (
    <TimeChart
      label={words.chart(deck.title, moments)}
      past={past.map(point)}
      ahead={ahead.map(point)}
      compact={compact}
      marks={meetings.flatMap(({ to, report }, place) => {
        if (!report.mastery.enough) return [];
        const game = games[place];
        return {
          at: to * 1000,
          share: report.mastery.known,
          label: words.mark(dayOf(to), report.mastery.known),
          href: game && !compact ? `/teach/sessions/${game}` : undefined,
        };
      })}
    />
  );
};

/** What the chart shows, in numbers: after each meeting, and what was left of it at the next. */
export const MeetingTable = ({ deck }: { deck: DeckHistory }) => {
  const { meetings, past, ahead, games } = deck;
  const at = (time: number) => past.find((moment) => moment.at === time);
  return (
    <Table
      caption={words.meetings(deck.title)}
      rows={meetings.map((meeting, place) => {
        const next = meetings[place + 1];
        return {
          ...meeting,
          game: games[place],
          dayLater: next && next.from - meeting.to < DAY ? undefined : at(meeting.to + DAY),
          left: next ? at(next.from) : ahead[0],
          until: next ? dayOf(next.from) : words.today,
        };
      })}
      rowKey={({ to }) => String(to)}
      columns={[
        {
          key: "day",
          label: words.metOn,
          cell: ({ from, game }) =>
            game ? (
              <Link
                href={`/teach/sessions/${game}`}
                prefetch={false}
                className="inline-flex min-h-8 items-center underline underline-offset-4"
              >
                <LocalTime date={date(from)} style="day" />
              </Link>
            ) : (
              <LocalTime date={date(from)} style="day" />
            ),
        },
        {
          key: "answers",
          label: classReportWords.answers,
          numeric: true,
          cell: ({ answers }) => answers.toLocaleString("en"),
        },
        { key: "after", label: words.rightAfter, numeric: true, cell: ({ report }) => said(report.mastery) },
        {
          key: "later",
          label: words.dayLater,
          numeric: true,
          cell: ({ dayLater }) => (dayLater ? said(dayLater) : "–"),
        },
        {
          key: "left",
          label: words.left,
          numeric: true,
          cell: ({ left, until }) => (left ? words.leftBy(said(left), until) : "–"),
        },
      ]}
    />
  );
};

/** More columns than this are no table; the earliest fall away. */
const SHOWN = 6;

/** Every card after each of the last meetings, and today: the weakest today first. */
export const CardsOverTime = ({
  deck,
  today,
}: {
  deck: DeckHistory;
  /** Each card as it is known now. */
  today: readonly CardStanding[];
}) => {
  const meetings = deck.meetings.slice(-SHOWN);
  const fronts = new Map(deck.cards.map(({ id, front }) => [id, plainFront(front)]));
  const rows = today.filter(({ met }) => met > 0).sort((a, b) => a.known - b.known);
  const unmet = today.length - rows.length;
  const cell = (standing: CardStanding | undefined) =>
    standing && standing.met > 0 ? (
      <span className="inline-grid min-w-14 gap-1">
        {percent(standing.known)}
        <span aria-hidden="true" className="block h-1.5 rounded-full border border-edge-strong bg-paper-low">
          <span
            className="block h-full rounded-full bg-ink [print-color-adjust:exact]"
            style={{ width: `${100 * standing.known}%` }}
          />
        </span>
      </span>
    ) : (
      <span className="text-ink-soft">{words.notAsked}</span>
    );
  return (
    <div className="grid gap-3">
      {rows.length === 0 ? (
        <p>{words.noneAsked}</p>
      ) : (
        <Table
          caption={words.cards}
          rows={rows}
          rowKey={({ card }) => card}
          columns={[
            {
              key: "card",
              label: classReportWords.card,
              className: "min-w-52",
              cell: ({ card }) => fronts.get(card),
            },
            ...meetings.map(({ to, report }) => {
              const known = new Map(report.cards.map((card) => [card.card, card]));
              return {
                key: String(to),
                label: dayOf(to),
                numeric: true,
                cell: ({ card }: { card: string }) => cell(known.get(card)),
              };
            }),
            { key: words.today, label: words.todayHead, numeric: true, cell: (row) => cell(row) },
          ]}
        />
      )}
      {unmet > 0 ? <p className="text-ink-soft">{words.neverAsked(unmet)}</p> : null}
    </div>
  );
};
