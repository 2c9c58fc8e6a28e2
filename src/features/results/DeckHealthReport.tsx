import Link from "next/link";
import { ENOUGH_STUDENTS } from "@/contract/analysis";
import type { ConfusionGraph, DeckHealth } from "@/contract/deck-health";
import type { CardName } from "@/contract/mastery";
import { counted } from "@/messages/en/counted";
import { cx } from "@/ui/cx";
import { EmptyState } from "@/ui/EmptyState";
import { ConfusionMap } from "./ConfusionMap";
import { QuestionHealth } from "./QuestionHealth";

/** The health of a deck's questions, and which of its cards are taken for each other; of all games, or of one class's. */
export const DeckHealthReport = ({
  deckPath,
  cards,
  health,
  graph,
  classes,
  classId,
}: {
  deckPath: string;
  cards: readonly CardName[];
  health: DeckHealth;
  graph: ConfusionGraph;
  /** The classes that have played it. */
  classes: readonly { id: string; name: string }[];
  classId: string | undefined;
}) => {
  const { rows, neverAsked } = health;
  const here = `${deckPath}/health`;
  return (
    <div className="grid grid-cols-1 gap-10 print:block print:space-y-8">
      {classes.length > 1 || classId ? (
        <nav aria-label="Whose games" className="flex flex-wrap gap-2 print:hidden">
          {[{ id: undefined, name: "All games" }, ...classes].map(({ id, name }) => (
            <Link
              key={id ?? "all"}
              href={id ? `${here}?class=${id}` : here}
              aria-current={id === classId ? "page" : undefined}
              className={cx(
                "inline-flex min-h-11 items-center rounded-lg border-2 px-3 text-ink no-underline",
                id === classId
                  ? "border-ink bg-paper font-bold"
                  : "border-edge bg-paper-low hover:border-edge-strong",
              )}
            >
              {name}
            </Link>
          ))}
        </nav>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title="No question of this deck was asked yet">
          After its first game, this page tells which questions are good, and which to mend or to let rest.
        </EmptyState>
      ) : (
        <>
          <section className="grid gap-4 print:block print:space-y-4" aria-labelledby="questions">
            <h2 id="questions" className="text-2xl font-bold">
              Questions
            </h2>
            <QuestionHealth rows={rows} deckPath={deckPath} classId={classId} />
            <p className="max-w-3xl text-ink-soft">
              {neverAsked > 0 ? `${counted(neverAsked, "question")} of this deck were never asked. ` : ""}
              “Tells who knows” is the correlation of being right with the share right on the game’s other
              cards (corrected point-biserial), game by game and then pooled; the lines under a figure are its
              95 % interval. It is said from {ENOUGH_STUDENTS} first answers on.
            </p>
          </section>
          <section className="grid gap-4 print:block print:space-y-4" aria-labelledby="mixed-up">
            <h2 id="mixed-up" className="text-2xl font-bold">
              Cards taken for each other
            </h2>
            <ConfusionMap graph={graph} cards={cards} base={deckPath} classId={classId} />
          </section>
        </>
      )}
    </div>
  );
};
