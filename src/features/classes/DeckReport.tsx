import Link from "next/link";
import type { ReactNode } from "react";
import type { ClassDeck, ClassReport, DeckHistory, StudentStanding } from "@/contract/mastery";
import { classReportWords } from "@/messages/en/class-reports";
import { commonWords } from "@/messages/en/common";
import { Badge } from "@/ui/Badge";
import { Card } from "@/ui/Card";
import { day } from "@/ui/day";
import { Table } from "@/ui/Table";
import { MasteryFigure } from "./MasteryFigure";
import { CardsOverTime, KnownChart, MeetingTable } from "./OverTime";
import { plainFront } from "./plainFront";
import { dayOrNever } from "./when";

const { percent } = commonWords;
const words = classReportWords.deck;
const WEAK = 0.5;
const SHOWN = 12;

/** What a class knows of a deck: altogether, what slipped, what comes up, which cards are weak, and whom to help. */
export const DeckReport = ({
  classId,
  cards,
  students,
  report,
  history,
  confusions,
}: {
  classId: string;
  /** Which cards the class takes for each other; null without a game. */
  confusions: ReactNode;
  /** Missing for a deck that this class has never answered. */
  history: DeckHistory | undefined;
  cards: ClassDeck["cards"];
  students: ClassDeck["students"];
  report: ClassReport;
}) => {
  const fronts = new Map(cards.map(({ id, front }) => [id, plainFront(front)]));
  const names = new Map(students.map(({ id, name }) => [id, name]));
  const of = students.length;
  const { mastery, before } = report;
  const weak = report.cards
    .filter(({ met, known }) => met > 0 && known < WEAK)
    .sort((a, b) => a.known - b.known)
    .slice(0, SHOWN);
  const due = report.cards
    .filter(({ fading }) => fading > 0)
    .sort((a, b) => b.fading - a.fading)
    .slice(0, SHOWN);
  const unmet = report.cards.filter(({ met }) => met === 0).length;
  /** Those to help come first, then those of whom something can be said, then the others. */
  const rank = ({ behind, mastery: own }: StudentStanding) =>
    behind ? 0 : own.enough ? 1 : own.answers > 0 ? 2 : 3;
  const people = [...report.students].sort((a, b) => rank(a) - rank(b) || a.mastery.known - b.mastery.known);
  const forgotten = before ? before.known - mastery.known : 0;
  return (
    <div className="grid grid-cols-1 gap-8 print:block print:space-y-8">
      <Card className="grid gap-4">
        <h2 className="text-xl font-bold">{words.now}</h2>
        <div>
          <MasteryFigure figure={mastery} large />
        </div>
        <p className="text-ink-soft">
          {words.margin(mastery.answers)}
          {unmet > 0 ? ` ${words.unmet(unmet, cards.length)}` : ""}
        </p>
        {before && mastery.enough ? (
          <p>
            {words.knew(day(new Date(before.at * 1000)), before.known)}{" "}
            {forgotten > 0.005 ? <strong>{words.slipped(forgotten)}</strong> : words.nothingSlipped}
          </p>
        ) : null}
      </Card>

      {history ? (
        <section id="over-time" aria-labelledby="over-time-head" className="grid scroll-mt-4 gap-4">
          <h2 id="over-time-head" className="text-2xl font-bold">
            {classReportWords.overTime}
          </h2>
          <Card>
            <KnownChart deck={history} />
            <p className="mt-3 text-ink-soft">{words.overTimeText}</p>
          </Card>
          <MeetingTable deck={history} />
        </section>
      ) : null}

      <section className="grid gap-3 print:block print:space-y-3">
        <h2 className="text-2xl font-bold">{classReportWords.weakCards}</h2>
        {weak.length === 0 ? (
          <p>{mastery.enough ? words.noWeak : words.tooFewForWeak}</p>
        ) : (
          <Table
            caption={words.weakCaption}
            rows={weak}
            rowKey={({ card }) => card}
            columns={[
              { key: "front", label: classReportWords.card, cell: ({ card }) => fronts.get(card) },
              { key: "known", label: words.known, numeric: true, cell: ({ known }) => percent(known) },
              {
                key: "answers",
                label: classReportWords.rightSoFar,
                numeric: true,
                cell: ({ right, wrong }) => classReportWords.of(right, right + wrong),
              },
              {
                key: "met",
                label: words.metBy,
                numeric: true,
                cell: ({ met }) => classReportWords.of(met, of),
              },
            ]}
          />
        )}
      </section>

      <section className="grid gap-3 print:block print:space-y-3">
        <h2 className="text-2xl font-bold">{words.due}</h2>
        {due.length === 0 ? (
          <p>{words.noDue}</p>
        ) : (
          <Table
            caption={words.dueCaption}
            rows={due}
            rowKey={({ card }) => card}
            columns={[
              { key: "front", label: classReportWords.card, cell: ({ card }) => fronts.get(card) },
              {
                key: "fading",
                label: words.fading,
                numeric: true,
                cell: ({ fading }) => classReportWords.of(fading, of),
              },
              { key: "now", label: words.knownNow, numeric: true, cell: ({ known }) => percent(known) },
              { key: "later", label: words.inAWeek, numeric: true, cell: ({ inAWeek }) => percent(inAWeek) },
            ]}
          />
        )}
      </section>

      {confusions ? (
        <section className="grid gap-3 print:block print:space-y-3">
          <h2 className="text-2xl font-bold">{words.confusions}</h2>
          {confusions}
        </section>
      ) : null}

      {history ? (
        <section className="grid gap-3 print:block print:space-y-3">
          <h2 className="text-2xl font-bold">{words.cardByCard}</h2>
          <p className="text-ink-soft">{words.cardByCardText}</p>
          <CardsOverTime deck={history} today={report.cards} />
        </section>
      ) : null}

      <section className="grid gap-3 print:block print:space-y-3">
        <h2 className="text-2xl font-bold">{words.students}</h2>
        <Table
          caption={words.studentsCaption}
          rows={people}
          rowKey={({ student }) => student}
          columns={[
            {
              key: "name",
              label: words.name,
              cell: ({ student, behind }) => (
                <>
                  <Link
                    href={`/teach/classes/${classId}/students/${student}`}
                    className="inline-flex min-h-8 items-center underline underline-offset-4"
                  >
                    {names.get(student)}
                  </Link>{" "}
                  {behind ? <Badge tone="warn">{words.help}</Badge> : null}
                </>
              ),
            },
            { key: "known", label: words.knows, cell: ({ mastery: own }) => <MasteryFigure figure={own} /> },
            {
              key: "last",
              label: words.lastAnswer,
              cell: ({ lastAt }) => dayOrNever(lastAt === null ? null : new Date(lastAt * 1000)),
            },
          ]}
        />
      </section>
    </div>
  );
};
