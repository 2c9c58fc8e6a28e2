"use client";

import { useEffect } from "react";
import type { Connection } from "@/client/live-store";
import type { PlayerView } from "@/contract/views";
import { ConnectionState } from "@/features/game/ConnectionState";
import type { PlayerSend } from "@/features/game/send";
import { gameWords } from "@/messages/en/game";
import { playerWords } from "@/messages/en/player";
import { Notice } from "@/ui/Notice";
import { loadRichText } from "@/ui/RichText";
import { Lobby } from "./Lobby";
import { Podium } from "./Podium";
import { Question } from "./Question";
import { Reveal } from "./Reveal";
import { Standings } from "./Standings";
import { useWakeLock } from "./useWakeLock";

export type PlayerScreenProps = {
  view: PlayerView;
  connection: Connection;
  serverNow: () => number;
  send: PlayerSend;
  leave: () => void;
};

const Phase = ({ view, serverNow, send, leave }: Omit<PlayerScreenProps, "connection">) => {
  const { phase } = view;
  switch (phase.name) {
    case "lobby":
      return <Lobby view={view} send={send} />;
    case "question":
      return (
        <Question
          key={phase.round.id}
          phase={phase}
          revealAt={view.revealAt}
          serverNow={serverNow}
          send={send}
        />
      );
    case "reveal":
      return <Reveal key={phase.round.id} view={view} phase={phase} />;
    case "standings":
      return <Standings view={view} phase={phase} />;
    case "podium":
      return <Podium view={view} phase={phase} leave={leave} />;
    case "removed":
      return null;
  }
};

/** A phone in the game: who I am, how my connection stands, and the present phase. */
export const PlayerScreen = ({ view, connection, serverNow, send, leave }: PlayerScreenProps) => {
  useWakeLock(view.phase.name !== "podium");
  useEffect(() => {
    // While the others come in, what the coming screens need is fetched.
    if (view.phase.name === "lobby") void loadRichText();
  }, [view.phase.name]);
  const lost = connection === "reconnecting" || connection === "offline";
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col">
      <header className="flex min-h-12 items-center gap-3 border-b border-edge bg-paper px-4 py-1.5">
        <span className="min-w-0 flex-1 truncate font-bold">{view.name}</span>
        <span className="font-display font-bold tabular-nums">
          <span className="sr-only">{playerWords.status.score}: </span>
          {gameWords.score(view.score)}
        </span>
        <ConnectionState connection={connection} quiet />
      </header>
      <div role="status">
        {lost ? (
          <Notice tone="warn" className="rounded-none! border-x-0!">
            {connection === "offline" ? playerWords.status.offline : playerWords.status.reconnecting}
          </Notice>
        ) : null}
      </div>
      <main className="flex flex-1 flex-col px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <Phase view={view} serverNow={serverNow} send={send} leave={leave} />
      </main>
    </div>
  );
};
