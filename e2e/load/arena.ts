import type { TestTeacher } from "#server/testing/house";
import type { RoundView } from "@/contract/views";
import { openBareWs, openSocketIo, type RawClient } from "./raw-client";

/** What a question looks like to a phone, on any of the servers. */
export type AskedRound = Pick<RoundView, "id" | "opensAt" | "options">;

/** A server as the benchmark plays on it: the same game shape on all three. */
export interface Arena {
  phone(pin: string): Promise<RawClient>;
  join(phone: RawClient, pin: string, name: string): Promise<boolean>;
  host(room: { pin: string; sessionId: string }): Promise<ArenaHost>;
  answer(phone: RawClient, round: AskedRound, option: number): Promise<boolean>;
}
export interface ArenaHost {
  client: RawClient;
  /** Opens the next question, once the one before is over. Resolves when the server has acknowledged. */
  ask(): Promise<void>;
}

/** The open question in a message to a phone; null when it is about something else. */
export function roundIn(payload: unknown): AskedRound | null {
  const phase = (payload as { set?: { phase?: { name: string; round: AskedRound } } }).set?.phase;
  return phase?.name === "question" ? phase.round : null;
}

let commands = 0;
const commandId = () => `bench-command-${String(commands++).padStart(12, "0")}`;
const answered = (phone: RawClient, round: AskedRound, option: number) =>
  phone
    .ask("command", {
      type: "answer",
      commandId: commandId(),
      roundId: round.id,
      optionId: round.options[option % round.options.length]?.id,
    })
    .then((answer) => answer.ok === true);

/** Deckdash itself, on one server or on several, to which connections go in turn. */
export function deckdash(origins: readonly string[], teacher: TestTeacher): Arena {
  let [phones, hosts] = [0, 0];
  const originOf = (turn: number) => origins[turn % origins.length] ?? "";
  return {
    phone: (pin) => openSocketIo(originOf(phones++), "/player", { room: pin }),
    join: (phone, pin, name) =>
      phone.ask("join", { commandId: commandId(), pin, name }).then((answer) => answer.ok === true),
    async host({ sessionId }) {
      const client = await openSocketIo(originOf(hosts++), "/host", {
        room: sessionId,
        auth: { sessionId },
        headers: { cookie: teacher.cookie },
      });
      let from = { phase: "lobby", roundId: null as string | null };
      let moved = () => {};
      client.onEvent = (_, payload) => {
        const phase = (payload as { set: { phase?: { name: string; round?: { id: string } } } }).set.phase;
        if (!phase) return;
        from = { phase: phase.name, roundId: phase.round?.id ?? from.roundId };
        moved();
      };
      await client.ask("sync", {});
      return {
        client,
        async ask() {
          while (from.phase === "question")
            await new Promise<void>((resolve) => {
              moved = resolve;
            });
          const answer = await client.ask("command", { type: "next", commandId: commandId(), from });
          if (!answer.ok) throw new Error(`The host may not go on: ${answer.code}`);
        },
      };
    },
    answer: answered,
  };
}

/** One of the bare servers: they broadcast what the benchmark's host hands them, a question of the usual size. */
function bare(open: (namespace: string) => Promise<RawClient>, hostEvent: string): Arena {
  return {
    phone: () => open("/player"),
    join: (phone, pin, name) =>
      phone.ask("join", { commandId: commandId(), pin, name }).then((answer) => answer.ok === true),
    async host({ pin }) {
      const client = await open("/host");
      return {
        client,
        async ask() {
          await client.ask(hostEvent, { pin, patch: usualPatch() });
        },
      };
    },
    answer: answered,
  };
}
/** Socket.IO with a game's fan-out and nothing else (`bare-socketio.mjs`). */
export const bareSocketIo = (origin: string): Arena =>
  bare((namespace) => openSocketIo(origin, namespace), "command");
/** The same fan-out over ws alone (`bare-ws.mjs`). */
export const bareWs = (origin: string): Arena => bare(() => openBareWs(origin), "host");

/** As many bytes as Deckdash's own frame has when a question of the test deck opens. */
function usualPatch(): object {
  const now = Date.now();
  const options = [2, 3, 4, 5].map((text) => ({ id: `option-${text}`, text: String(text) }));
  const round = {
    ...{ id: "round-0123456789", number: 1, of: 20, prompt: "What is 1 and 1?", options, multiplier: 1 },
    ...{ opensAt: now + 100, deadline: now + 20_100, paused: null },
  };
  return { seq: 1, now, set: { phase: { name: "question", round, chosen: null, rating: null } } };
}
