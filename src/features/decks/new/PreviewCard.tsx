"use client";

import { memo, useState } from "react";
import { DECK_LIMITS, type DeckCard, type DeckProblem } from "@/contract/deck";
import { deckWords } from "@/messages/en/decks";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { RichText } from "@/ui/RichText";
import { CardTextForm } from "../CardTextForm";
import type { DraftAction } from "./draft";

const words = deckWords.preview;

/** One card of the preview: what was read, and the way to correct it. */
export const PreviewCard = memo(
  ({
    card,
    place,
    problems,
    change,
  }: {
    card: DeckCard;
    /** 1-based place among the cards that are left. */
    place: number;
    problems: readonly DeckProblem[];
    change: (action: DraftAction) => void;
  }) => {
    const empty = card.front === "" && card.back === "";
    const [editing, setEditing] = useState(empty);
    const open = problems.some((problem) => !problem.mended);
    return (
      <li
        id={`card-${card.number}`}
        tabIndex={-1}
        className="paper scroll-mt-6 p-4 focus:outline-[0.2rem] focus:outline-offset-2 focus:outline-focus sm:p-5"
      >
        <div className="mb-2 flex items-center justify-between gap-3">
          <p className="flex flex-wrap items-center gap-2 text-ink-soft">
            <span className="font-display text-lg font-bold text-ink">{place}</span>
            {problems.length > 0 ? (
              <Badge tone={open ? "warn" : "good"}>{open ? words.lookHere : words.mended}</Badge>
            ) : null}
          </p>
          {editing ? null : (
            <div className="flex">
              <Button variant="quiet" onClick={() => setEditing(true)} aria-label={words.editOne(place)}>
                {words.edit}
              </Button>
              <Button
                variant="quiet"
                onClick={() => change({ type: "remove", card: card.number })}
                aria-label={words.removeOne(place)}
              >
                {words.remove}
              </Button>
            </div>
          )}
        </div>
        {editing ? (
          <CardTextForm
            text={card}
            submit={words.done}
            onCancel={empty ? () => change({ type: "remove", card: card.number }) : () => setEditing(false)}
            onSubmit={({ front, back }) => {
              change({ type: "edit", card: card.number, front, back });
              setEditing(false);
            }}
          />
        ) : (
          <div className="grid gap-x-6 gap-y-3 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <div className="font-semibold">
              {card.front.trim() === "" ? <Missing side="front" /> : <RichText text={card.front} />}
              {card.front.length > DECK_LIMITS.frontChars ? <TooLong limit={DECK_LIMITS.frontChars} /> : null}
            </div>
            <div className="border-[color:var(--rule-red)] border-t-2 pt-3 md:border-t-0 md:border-l-2 md:pt-0 md:pl-5">
              {card.back.trim() === "" ? <Missing side="back" /> : <RichText text={card.back} />}
              {card.back.length > DECK_LIMITS.backChars ? <TooLong limit={DECK_LIMITS.backChars} /> : null}
            </div>
          </div>
        )}
      </li>
    );
  },
);
PreviewCard.displayName = "PreviewCard";

const Missing = ({ side }: { side: keyof typeof words.empty }) => (
  <Badge tone="bad">{words.empty[side]}</Badge>
);
const TooLong = ({ limit }: { limit: number }) => <Badge tone="bad">{words.tooLong(limit)}</Badge>;
