"use client";

import { useRef } from "react";
import type { PlayerId } from "@/contract/ids";
import type { StandingRow } from "@/contract/views";
import { gameWords } from "@/messages/en/game";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";
import { placeMoves, placesWon } from "./placeMoves";
import { useTradePlaces } from "./useTradePlaces";

const Change = ({ won }: { won: number | null }) => {
  if (won === null) return <span className="text-ink-soft">{gameWords.newcomer}</span>;
  const words = won > 0 ? gameWords.up(won) : won < 0 ? gameWords.down(-won) : gameWords.samePlace;
  return (
    <span
      className={cx(
        "inline-flex items-center justify-end gap-0.5 tabular-nums",
        won > 0 ? "text-good" : "text-ink-soft",
      )}
    >
      <Icon name={won > 0 ? "up" : won < 0 ? "down" : "same"} />
      <span aria-hidden="true">{won === 0 ? "" : Math.abs(won)}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
};

/**
 * Places, names and scores, best first. The rows travel from the order before the last round to the present one.
 * @param round what the list stands after; a new one makes the rows move again.
 */
export const RankList = ({
  label,
  rows,
  round,
  own,
  moving = true,
}: {
  label: string;
  rows: readonly StandingRow[];
  round: string;
  own?: PlayerId;
  /** False where the last order is known already, as on the podium. */
  moving?: boolean;
}) => {
  const list = useRef<HTMLOListElement>(null);
  useTradePlaces(list, moving ? placeMoves(rows) : [], round);
  return (
    <ol ref={list} aria-label={label} className="grid gap-[0.4em]">
      {rows.map((row) => (
        <li
          key={row.playerId}
          aria-current={row.playerId === own || undefined}
          className={cx(
            "paper grid grid-cols-[2.2em_minmax(0,1fr)_auto_auto] items-center gap-[0.6em] rounded-lg! px-[0.7em] py-[0.4em] leading-tight",
            row.playerId === own && "border-2! border-ink!",
          )}
        >
          <span className="font-display text-[1.15em] font-extrabold tabular-nums">{row.place}</span>
          <span className="line-clamp-2 font-semibold wrap-anywhere">
            {row.name}
            {row.playerId === own ? (
              <span className="font-normal text-ink-soft"> ({gameWords.you})</span>
            ) : null}
            {row.streak >= 3 ? (
              <span className="ms-[0.6em] inline-flex items-center gap-[0.2em] font-normal text-ink-soft">
                <Icon name="flame" />
                {gameWords.streak(row.streak)}
              </span>
            ) : null}
          </span>
          <span className="min-w-[2.6em] text-end">{moving ? <Change won={placesWon(row)} /> : null}</span>
          <span className="min-w-[3.4em] text-end font-bold tabular-nums">{gameWords.score(row.score)}</span>
        </li>
      ))}
    </ol>
  );
};
