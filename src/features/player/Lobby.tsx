"use client";

import type { PlayerView } from "@/contract/views";
import { playerWords } from "@/messages/en";
import { IndexCard } from "@/ui/IndexCard";
import { useFocusOnArrival } from "./useFocusOnArrival";

/** In, and waiting for the first question. */
export const Lobby = ({ view }: { view: PlayerView }) => {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div className="grid flex-1 content-center gap-6 px-2 py-6">
      <IndexCard
        ruled
        className="move-rise"
        head={<p className="truncate">{view.title}</p>}
        bodyClassName="px-6 pt-[1.2em] pb-[2.4em] text-center text-2xl leading-[1.2]!"
      >
        <h1 ref={heading} tabIndex={-1} className="text-[1.5em] leading-[1.6]! font-extrabold wrap-anywhere">
          {playerWords.lobby.title(view.name)}
        </h1>
        <p className="mt-[1.2em]">{playerWords.lobby.text}</p>
      </IndexCard>
      <p className="text-center text-ink-soft">
        {playerWords.lobby.others(view.players)} {playerWords.lobby.awake}
      </p>
    </div>
  );
};
