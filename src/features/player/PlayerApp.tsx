"use client";

import { useState } from "react";
import { usePlayer } from "@/client/use-live";
import { playerWords } from "@/messages/en/player";
import { Waiting } from "@/ui/Progress";
import { Ended } from "./Ended";
import { JoinScreen } from "./JoinScreen";
import { PlayerScreen } from "./PlayerScreen";

/** The page's address names the game that is played on it, so that a reload finds the seat in it and no other. */
const nameGame = (pin: string) => {
  const address = new URL(window.location.href);
  if (!address.searchParams.has("pin")) return;
  address.searchParams.set("pin", pin);
  window.history.replaceState(window.history.state, "", address);
};

/** A phone's side of the game, from the PIN to the podium. `pin` comes from the QR code. */
export const PlayerApp = ({ pin }: { pin?: string }) => {
  const { view, connection, serverNow, send, join, look, joinAgain, takeSeat, leave } = usePlayer(pin);
  const [joining, setJoining] = useState(false);
  const [anew, setAnew] = useState(false);

  const entering = async (game: string, joined: ReturnType<typeof join>) => {
    setJoining(true);
    const answer = await joined;
    setJoining(false);
    if (!answer.ok) return answer;
    setAnew(false);
    nameGame(game);
    return answer;
  };

  if (connection === "idle" || joining || anew)
    return (
      <JoinScreen
        pin={pin}
        join={(request) => entering(request.pin, join(request))}
        look={look}
        joinAgain={(request) => entering(request.pin, joinAgain(request))}
      />
    );
  if (connection === "displaced") return <Ended why="displaced" onAction={takeSeat} />;
  if (connection === "removed" || view?.phase.name === "removed")
    return <Ended why="removed" onAction={() => setAnew(true)} />;
  if (connection === "gone") return <Ended why="gone" onAction={() => setAnew(true)} />;
  if (view)
    return (
      <PlayerScreen
        view={view}
        connection={connection}
        serverNow={serverNow}
        send={send}
        leave={() => void leave()}
      />
    );
  return (
    <main className="grid min-h-dvh place-items-center px-4">
      <Waiting className="text-xl">{playerWords.opening}</Waiting>
    </main>
  );
};
