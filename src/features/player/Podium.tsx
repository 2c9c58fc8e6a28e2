"use client";

import type { PlayerPhase, PlayerView } from "@/contract/views";
import { RankList } from "@/features/game/RankList";
import { gameWords } from "@/messages/en/game";
import { playerWords } from "@/messages/en/player";
import { Button } from "@/ui/Button";
import { IndexCard } from "@/ui/IndexCard";
import { PracticeLink } from "./PracticeLink";
import { useFocusOnArrival } from "./useFocusOnArrival";

const words = playerWords.podium;

const kindWord = (correct: number, rounds: number): string => {
  const share = rounds === 0 ? 0 : correct / rounds;
  return share >= 0.85 ? words.kind.high : share >= 0.5 ? words.kind.middle : words.kind.low;
};

/** A place worth saying aloud: the first three, and the upper half. The others find theirs in the list. */
const isHigh = (place: number, players: number): boolean => place <= 3 || place <= players / 2;

/** The end, for this player: what they knew, what the class knew together, and where they stand. */
export const Podium = ({
  view,
  phase,
  leave,
}: {
  view: PlayerView;
  phase: Extract<PlayerPhase, { name: "podium" }>;
  leave: () => void;
}) => {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const { rows, correct, rounds, classAccuracy } = phase;
  return (
    <div className="grid flex-1 content-start gap-5 py-4">
      <IndexCard
        className="move-rise"
        head={<p className="truncate">{view.title}</p>}
        bodyClassName="grid gap-2 px-5 py-5 text-center"
      >
        <h1 ref={heading} tabIndex={-1} className="text-3xl font-extrabold">
          {words.title}
        </h1>
        {rounds > 0 ? (
          <>
            <p className="text-xl font-bold">{words.correct(correct, rounds)}</p>
            <p className="text-lg">{kindWord(correct, rounds)}</p>
          </>
        ) : null}
        {view.place === null || !isHigh(view.place, view.players) ? null : (
          <p className="font-display text-2xl font-extrabold">
            {words.place(view.place, view.players)} · {gameWords.points(view.score)}
          </p>
        )}
      </IndexCard>
      {classAccuracy === null ? null : <p className="text-center text-lg">{words.together(classAccuracy)}</p>}
      {rows.length > 1 ? (
        <RankList
          label={playerWords.standings.noPlace}
          rows={rows}
          round="podium"
          own={view.playerId}
          moving={false}
        />
      ) : null}
      <PracticeLink />
      <Button className="justify-self-center" onClick={leave}>
        {words.again}
      </Button>
    </div>
  );
};
