import Link from "next/link";
import { Table } from "@/ui/Table";
import { type Figure, MasteryFigure } from "./MasteryFigure";

/** The decks that the class has met, and how much of each it knows. */
export const DeckLines = ({
  classId,
  decks,
}: {
  classId: string;
  decks: readonly { deckId: string; title: string; cards: number; mastery: Figure | null }[];
}) =>
  decks.length === 0 ? (
    <p>
      This class has not met a deck yet. Host one for it from <Link href="/teach">your decks</Link>: choose
      the class before you open the lobby.
    </p>
  ) : (
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
  );
