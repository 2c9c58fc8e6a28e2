"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { HostCommand, JoinWish, LookRequest, PlayerCommand } from "@/contract/commands";
import type { Ack } from "@/contract/errors";
import type { SessionId } from "@/contract/ids";
import type { HostView, PlayerView } from "@/contract/views";
import type { Door, HandoverLink } from "@/contract/wire";
import { connectHost, type Unnumbered } from "./host";
import type { Connection, Live, LiveStore } from "./live-store";
import { connectPlayer } from "./player";

export type { Connection } from "./live-store";

export type UseHost = {
  /** Null until the first whole view; afterwards always the last one known, also while the link is down. */
  view: HostView | null;
  connection: Connection;
  /** Server epoch ms, as good as this device can tell. Stable; call it while rendering a countdown. */
  serverNow: () => number;
  /** Sends until acknowledged and resolves with the server's answer. Stable; never rejects. */
  send: (command: Unnumbered<HostCommand>) => Promise<Ack>;
  /** This device hosts by a pass that the teacher's own has given it. */
  remote: boolean;
  /** Opens a link for a second device; an earlier one is good no more. */
  handover: () => Promise<Ack<HandoverLink>>;
  /** Ends what second devices may do here. */
  endHandover: () => Promise<Ack>;
};

export type UsePlayer = {
  view: PlayerView | null;
  connection: Connection;
  serverNow: () => number;
  send: (command: Unnumbered<PlayerCommand>) => Promise<Ack>;
  /** Asks for a seat; while it waits, `connection` is `connecting`; a refusal leads back to `idle`. */
  join: (request: JoinWish) => Promise<Ack<{ name: string }>>;
  /** Asks how one sits down in a game. */
  look: (request: Pick<LookRequest, "pin" | "factor">) => Promise<Ack<Door>>;
  /** Takes the seat that this phone has kept of the class's last game. */
  joinAgain: (request: Pick<LookRequest, "pin" | "factor">) => Promise<Ack<{ name: string }>>;
  /** Opens the seat here after `displaced`. */
  takeSeat: () => void;
  /** Gives the seat up and forgets it. */
  leave: () => Promise<void>;
};

const NOTHING = { view: null, connection: "idle" } as const;
const nothing = () => NOTHING;

/** Keeps a link open as long as its screen is there. @returns what it shows */
function useOpen<V extends HostView | PlayerView>(link: {
  start: () => void;
  stop: () => void;
  store: Pick<LiveStore<V, never>, "subscribe" | "read">;
}): Live<V> {
  useEffect(() => {
    link.start();
    return () => link.stop();
  }, [link]);
  return useSyncExternalStore(link.store.subscribe, link.store.read, nothing);
}

/** The host's live session. The teacher's cookie is the proof, or on a second device the pass that it keeps. */
export function useHost(sessionId: SessionId): UseHost {
  const link = useMemo(() => connectHost(sessionId, undefined, browserShelf()), [sessionId]);
  const live = useOpen(link);
  const doors = useMemo(
    () => ({
      serverNow: () => link.store.clock.now(),
      send: (command: Unnumbered<HostCommand>) => link.send(command),
      remote: link.remote,
      handover: () => link.handover(),
      endHandover: () => link.endHandover(),
    }),
    [link],
  );
  return { ...live, ...doors };
}

/** A phone's seat: the one kept for `pin`, or without a PIN the one used last. */
export function usePlayer(pin?: string): UsePlayer {
  const link = useMemo(() => connectPlayer(browserShelf(), pin), [pin]);
  const live = useOpen(link);
  const doors = useMemo(
    () => ({
      serverNow: () => link.store.clock.now(),
      send: (command: Unnumbered<PlayerCommand>) => link.send(command),
      join: (request: JoinWish) => link.join(request),
      look: (request: Pick<LookRequest, "pin" | "factor">) => link.look(request),
      joinAgain: (request: Pick<LookRequest, "pin" | "factor">) => link.joinAgain(request),
      takeSeat: () => link.takeSeat(),
      leave: () => link.leave(),
    }),
    [link],
  );
  return { ...live, ...doors };
}

/** This browser's storage; one that refuses to keep anything while rendering on the server or where storage is forbidden. */
function browserShelf(): Pick<Storage, "getItem" | "setItem"> {
  try {
    return window.localStorage;
  } catch {
    return { getItem: () => null, setItem: refuse };
  }
}

function refuse(): never {
  throw new Error("This browser keeps nothing.");
}
