import Link from "next/link";
import type { DeckHistory, DeckLine } from "@/contract/mastery";
import { classReportWords } from "@/messages/en/class-reports";
import { cx } from "@/ui/cx";
import { Table } from "@/ui/Table";
import { MasteryFigure } from "./MasteryFigure";
import { KnownChart } from "./OverTime";

const words = classReportWords.decks;

/** The decks that the class has met, how much of each it knows, and how that came and went. */
export const DeckLines = ({
  classId,
  decks,
  history,
}: {
  classId: string;
  history: readonly DeckHistory[];
  decks: readonly DeckLine[];
}) =>
  decks.length === 0 ? (
    <p>
      {words.none} <Link href="/teach">{words.yours}</Link>
      {words.choose}
    </p>
  ) : (
    <div className="grid grid-cols-1 gap-8">
      <Table
        caption={words.caption}
        rows={decks}
        rowKey={({ deckId }) => deckId}
        columns={[
          {
            key: "deck",
            label: words.deck,
            cell: ({ deckId, title }) => (
              <Link
                href={`/teach/classes/${classId}/decks/${deckId}`}
                className="inline-flex min-h-8 items-center underline underline-offset-4"
              >
                {title}
              </Link>
            ),
          },
          { key: "cards", label: words.cards, numeric: true, cell: ({ cards }) => cards },
          {
            key: "known",
            label: words.known,
            cell: ({ mastery }) => <MasteryFigure figure={mastery} />,
          },
        ]}
      />
      {history.length > 0 ? (
        <section className="grid gap-4">
          <h2 className="text-2xl font-bold">{classReportWords.overTime}</h2>
          <p className="text-ink-soft">{words.overTimeText}</p>
          <ul className={cx("grid gap-6", history.length > 1 && "lg:grid-cols-2")}>
            {history.map((deck) => (
              <li key={deck.deckId} className="grid gap-2">
                <h3 className="text-lg font-bold wrap-anywhere">
                  <Link
                    href={`/teach/classes/${classId}/decks/${deck.deckId}#over-time`}
                    className="underline underline-offset-4"
                    aria-label={words.overTimeOne(deck.title)}
                  >
                    {deck.title}
                  </Link>
                </h3>
                <KnownChart deck={deck} compact />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
