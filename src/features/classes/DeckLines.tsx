import Link from "next/link";
import type { DeckHistory, DeckLine } from "@/contract/mastery";
import { cx } from "@/ui/cx";
import { Table } from "@/ui/Table";
import { MasteryFigure } from "./MasteryFigure";
import { KnownChart } from "./OverTime";

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
      This class has not met a deck yet. Host one for it from <Link href="/teach">your decks</Link>: choose
      the class before you open the lobby.
    </p>
  ) : (
    <div className="grid grid-cols-1 gap-8">
      <Table
        caption="What the class knows"
        rows={decks}
        rowKey={({ deckId }) => deckId}
        columns={[
          {
            key: "deck",
            label: "Deck",
            cell: ({ deckId, title }) => (
              <Link
                href={`/teach/classes/${classId}/decks/${deckId}`}
                className="inline-flex min-h-8 items-center underline underline-offset-4"
              >
                {title}
              </Link>
            ),
          },
          { key: "cards", label: "Cards", numeric: true, cell: ({ cards }) => cards },
          {
            key: "known",
            label: "Known by the class now",
            cell: ({ mastery }) => <MasteryFigure figure={mastery} />,
          },
        ]}
      />
      {history.length > 0 ? (
        <section className="grid gap-4">
          <h2 className="text-2xl font-bold">Over time</h2>
          <p className="text-ink-soft">
            A dot is a game; between games the line sinks as the class forgets, or moves with what other decks
            tell of the students. Dashed: if nothing is asked from today on. The band is where the share
            surely lies.
          </p>
          <ul className={cx("grid gap-6", history.length > 1 && "lg:grid-cols-2")}>
            {history.map((deck) => (
              <li key={deck.deckId} className="grid gap-2">
                <h3 className="text-lg font-bold wrap-anywhere">
                  <Link
                    href={`/teach/classes/${classId}/decks/${deck.deckId}#over-time`}
                    className="underline underline-offset-4"
                    aria-label={`${deck.title} over time`}
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
