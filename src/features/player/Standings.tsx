"use client";

import type { PlayerPhase, PlayerView } from "@/contract/views";
import { RankList } from "@/features/game/RankList";
import { playerWords } from "@/messages/en/player";
import { useFocusOnArrival } from "./useFocusOnArrival";

const words = playerWords.standings;

/** The own place first, then the best. */
export const Standings = ({
  view,
  phase,
}: {
  view: PlayerView;
  phase: Extract<PlayerPhase, { name: "standings" }>;
}) => {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div className="grid flex-1 content-start gap-4 py-4">
      <h1 ref={heading} tabIndex={-1} className="text-3xl font-extrabold">
        {view.place === null ? words.noPlace : words.title(view.place, view.players)}
      </h1>
      {view.settings.standings === "private" ? <p className="text-ink-soft">{words.private}</p> : null}
      <RankList label={words.noPlace} rows={phase.rows} round="standings" own={view.playerId} />
    </div>
  );
};
