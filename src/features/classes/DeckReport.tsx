import Link from "next/link";
import type { ReactNode } from "react";
import type { ClassDeck, ClassReport, DeckHistory, StudentStanding } from "@/contract/mastery";
import { commonWords } from "@/messages/en";
import { Badge } from "@/ui/Badge";
import { Card } from "@/ui/Card";
import { day } from "@/ui/day";
import { Table } from "@/ui/Table";
import { MasteryFigure } from "./MasteryFigure";
import { CardsOverTime, KnownChart, MeetingTable } from "./OverTime";
import { plainFront } from "./plainFront";
import { dayOrNever } from "./when";

const { percent } = commonWords;
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
        <h2 className="text-xl font-bold">The class knows now</h2>
        <div>
          <MasteryFigure figure={mastery} large />
        </div>
        <p className="text-ink-soft">
          {mastery.answers.toLocaleString("en")} answers. The margin is two standard errors.
          {unmet > 0 ? ` ${unmet} of ${cards.length} cards were not asked yet.` : ""}
        </p>
        {before && mastery.enough ? (
          <p>
            When it last answered, on {day(new Date(before.at * 1000))}, it knew {percent(before.known)}:{" "}
            {forgotten > 0.005 ? (
              <strong>{percent(forgotten)} of the deck has slipped since.</strong>
            ) : (
              "nothing much has slipped since."
            )}
          </p>
        ) : null}
      </Card>

      {history ? (
        <section id="over-time" aria-labelledby="over-time-head" className="grid scroll-mt-4 gap-4">
          <h2 id="over-time-head" className="text-2xl font-bold">
            Over time
          </h2>
          <Card>
            <KnownChart deck={history} />
            <p className="mt-3 text-ink-soft">
              A dot is a game, and opens its results; between games the line sinks as the class forgets, or
              moves with what other decks tell of the students. Dashed: if nothing is asked from today on. The
              band is where the share surely lies.
            </p>
          </Card>
          <MeetingTable deck={history} />
        </section>
      ) : null}

      <section className="grid gap-3 print:block print:space-y-3">
        <h2 className="text-2xl font-bold">Weak cards</h2>
        {weak.length === 0 ? (
          <p>
            {mastery.enough
              ? "No card that was asked is weak: the class knows half of each or more."
              : "Not enough answers yet to call a card weak."}
          </p>
        ) : (
          <Table
            caption="Weak cards, the weakest first"
            rows={weak}
            rowKey={({ card }) => card}
            columns={[
              { key: "front", label: "Card", cell: ({ card }) => fronts.get(card) },
              { key: "known", label: "Known", numeric: true, cell: ({ known }) => percent(known) },
              {
                key: "answers",
                label: "Right so far",
                numeric: true,
                cell: ({ right, wrong }) => `${right} of ${right + wrong}`,
              },
              { key: "met", label: "Met by", numeric: true, cell: ({ met }) => `${met} of ${of}` },
            ]}
          />
        )}
      </section>

      <section className="grid gap-3 print:block print:space-y-3">
        <h2 className="text-2xl font-bold">Due in the next week</h2>
        {due.length === 0 ? (
          <p>Nothing that is known now will be forgotten within seven days.</p>
        ) : (
          <Table
            caption="Cards that will be forgotten within seven days unless they are asked"
            rows={due}
            rowKey={({ card }) => card}
            columns={[
              { key: "front", label: "Card", cell: ({ card }) => fronts.get(card) },
              {
                key: "fading",
                label: "About to forget",
                numeric: true,
                cell: ({ fading }) => `${fading} of ${of}`,
              },
              { key: "now", label: "Known now", numeric: true, cell: ({ known }) => percent(known) },
              { key: "later", label: "In a week", numeric: true, cell: ({ inAWeek }) => percent(inAWeek) },
            ]}
          />
        )}
      </section>

      {confusions ? (
        <section className="grid gap-3 print:block print:space-y-3">
          <h2 className="text-2xl font-bold">Cards taken for each other</h2>
          {confusions}
        </section>
      ) : null}

      {history ? (
        <section className="grid gap-3 print:block print:space-y-3">
          <h2 className="text-2xl font-bold">Card by card</h2>
          <p className="text-ink-soft">
            How much the class knew right after each game, and what is left today.
          </p>
          <CardsOverTime deck={history} today={report.cards} />
        </section>
      ) : null}

      <section className="grid gap-3 print:block print:space-y-3">
        <h2 className="text-2xl font-bold">Students</h2>
        <Table
          caption="Students, those to help first"
          rows={people}
          rowKey={({ student }) => student}
          columns={[
            {
              key: "name",
              label: "Name",
              cell: ({ student, behind }) => (
                <>
                  <Link
                    href={`/teach/classes/${classId}/students/${student}`}
                    className="inline-flex min-h-8 items-center underline underline-offset-4"
                  >
                    {names.get(student)}
                  </Link>{" "}
                  {behind ? <Badge tone="warn">needs help</Badge> : null}
                </>
              ),
            },
            { key: "known", label: "Knows", cell: ({ mastery: own }) => <MasteryFigure figure={own} /> },
            {
              key: "last",
              label: "Last answer",
              cell: ({ lastAt }) => dayOrNever(lastAt === null ? null : new Date(lastAt * 1000)),
            },
          ]}
        />
      </section>
    </div>
  );
};
