import { connectHost, type HostLink } from "@/client/host";
import type { Live, LiveStore } from "@/client/live-store";
import { connectPlayer, type PlayerLink } from "@/client/player";
import type { Elsewhere } from "@/client/socket";
import type { SessionId } from "@/contract/ids";
import type { HostView, PlayerView, View } from "@/contract/views";
import { type LiveServer, rightText } from "./live-server";

/** The product's own client in a test: what it shows, and a browser's storage that outlives it. */
export type TestPhone = { link: PlayerLink; shelf: Map<string, string> };

/** A phone with an empty storage, or with that of another tab; `pin` as in the address of its page. */
export function phone(
  origin: string,
  shelf = new Map<string, string>(),
  elsewhere: Elsewhere = {},
  pin?: string,
): TestPhone {
  const storage = {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => void shelf.set(key, value),
  };
  const link = connectPlayer(storage, pin, { origin, ...elsewhere });
  link.start();
  return { link, shelf };
}

/** A host screen of the teacher "ada", once it shows the game. */
export async function hostScreen(
  server: LiveServer,
  sessionId: SessionId,
  teacher = "ada",
  elsewhere: Elsewhere = {},
): Promise<HostLink> {
  const link = connectHost(sessionId, {
    origin: server.origin,
    extraHeaders: server.cookieOf(teacher),
    ...elsewhere,
  });
  link.start();
  await shows(link.store, ({ connection }) => connection === "connected");
  return link;
}

/** Resolves with what is shown as soon as it is as described. */
export function shows<V extends View, P extends { seq: number; now: number }>(
  store: LiveStore<V, P>,
  like: (live: Live<V>) => boolean,
  withinMs = 8_000,
): Promise<Live<V>> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!like(store.read())) return;
      clearTimeout(late);
      stop();
      resolve(store.read());
    };
    const late = setTimeout(() => {
      stop();
      const { connection, view } = store.read();
      reject(new Error(`Not shown within ${withinMs} ms; ${connection}, shown is ${JSON.stringify(view)}`));
    }, withinMs);
    const stop = store.subscribe(look);
    look();
  });
}

/** Shows a phase by its name. */
export const inPhase =
  (name: HostView["phase"]["name"] | PlayerView["phase"]["name"]) =>
  ({ view }: Live<HostView> | Live<PlayerView>): boolean =>
    view?.phase.name === name;

/** Asks for the next question from wherever this host's screen stands. */
export function next(host: HostLink) {
  const { view } = host.store.read();
  if (!view) throw new Error("The host's screen shows nothing yet.");
  const { phase } = view;
  const roundId = "round" in phase ? phase.round.id : (view.past.at(-1)?.round.id ?? null);
  return host.send({ type: "next", from: { phase: phase.name, roundId } });
}

/** Taps the right option, or a wrong one, as soon as the options are there. */
export async function tap(link: PlayerLink, right: boolean) {
  const { view } = await shows(link.store, inPhase("question"));
  if (view?.phase.name !== "question") throw new Error("No question is shown.");
  const { round } = view.phase;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, round.opensAt - Date.now()) + 20));
  const key = rightText(round.prompt ?? "");
  const option = round.options.find(({ text }) => (text === key) === right);
  if (!option) throw new Error(`No such option in ${JSON.stringify(round)}`);
  return link.send({ type: "answer", roundId: round.id, optionId: option.id });
}
