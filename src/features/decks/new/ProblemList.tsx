"use client";

import type { DeckProblem, ParsedDeck } from "@/contract/deck";
import { deckWords } from "@/messages/en/decks";
import { Button } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";
import { type DraftAction, openMends } from "./draft";

const words = deckWords.problems;

/** What looks wrong with the deck, where, and the button that mends it. Stays in sight beside the cards. */
export const ProblemList = ({
  deck,
  canUndo,
  change,
  onShow,
}: {
  deck: ParsedDeck;
  canUndo: boolean;
  change: (action: DraftAction) => void;
  /** Brings the card with this number into sight. */
  onShow: (card: number) => void;
}) => {
  const mends = openMends(deck);
  const places = new Map(deck.cards.map((card, index) => [card.number, index + 1]));
  return (
    <section
      aria-labelledby="problems-heading"
      className="order-1 lg:sticky lg:top-4 lg:order-2 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
    >
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id="problems-heading" className="text-2xl font-bold">
          {deck.problems.length === 0 ? words.none : words.some}
        </h2>
        <div className="flex gap-2">
          {canUndo ? (
            <Button variant="quiet" onClick={() => change({ type: "undo" })}>
              {words.undo}
            </Button>
          ) : null}
          {mends.length > 1 ? (
            <Button onClick={() => change({ type: "mend-all" })}>{words.mendAll(mends.length)}</Button>
          ) : null}
        </div>
      </div>
      {deck.problems.length === 0 ? (
        <p className="text-ink-soft">{words.noneText}</p>
      ) : (
        <ul className="grid gap-3" aria-live="polite">
          {deck.problems.map((problem) => (
            <Problem
              key={`${problem.code} ${problem.card} ${problem.line} ${problem.message}`}
              problem={problem}
              place={problem.card === null ? null : (places.get(problem.card) ?? null)}
              change={change}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
    </section>
  );
};

const Problem = ({
  problem,
  place,
  change,
  onShow,
}: {
  problem: DeckProblem;
  place: number | null;
  change: (action: DraftAction) => void;
  onShow: (card: number) => void;
}) => {
  const { card, line, mend, mended, message } = problem;
  return (
    <li
      className={cx(
        "rounded-lg border-2 px-4 py-3",
        mended ? "border-good bg-good-low" : "border-warn bg-warn-low",
      )}
    >
      <p className="flex items-start gap-2">
        <Icon name={mended ? "check" : "alert"} className="mt-[0.2em] shrink-0" />
        <span className="wrap-anywhere">{message}</span>
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        {card !== null && place !== null ? (
          <button type="button" onClick={() => onShow(card)} className="min-h-8 underline underline-offset-4">
            {words.show(place)}
          </button>
        ) : null}
        {line !== null ? <span className="text-ink-soft">{words.line(line)}</span> : null}
        {mend ? (
          <Button className="ms-auto" onClick={() => change({ type: "mend", problem })}>
            {mend.label}
          </Button>
        ) : null}
      </p>
    </li>
  );
};
