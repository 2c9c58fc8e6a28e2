import type { AskedQuestion, GameEvent } from "@/contract/events";
import type { CommandId, OptionId, PlayerId, RoundId, SessionId } from "@/contract/ids";
import { DEFAULT_SETTINGS, type GameSettings } from "@/contract/settings";
import type { GameCommand } from "../domain/game/command";
import { decide } from "../domain/game/decide";
import { evolve, start } from "../domain/game/evolve";
import type { SessionState } from "../domain/game/state";

/** Ids for tests: readable, and of the right brand. */
export const playerId = (name: string) => name as PlayerId;
export const roundId = (name: string) => name as RoundId;
export const optionId = (name: string) => name as OptionId;
export const commandId = (name: string) => name as CommandId;

/** A question whose option "right" is the key. */
export function askedQuestion(tag = "q"): AskedQuestion {
  return {
    questionId: `${tag}-question`,
    cardId: `${tag}-card`,
    kind: "front-to-back",
    prompt: `What is ${tag}?`,
    front: `What is ${tag}?`,
    back: `${tag} is right.`,
    options: ["right", "wrong", "other", "last"].map((text) => ({
      id: optionId(`${tag}-${text}`),
      text: `${tag} ${text}`,
      storedOptionId: null,
    })),
    keys: [optionId(`${tag}-right`)],
  };
}

/** A whole game under a fake clock: every command goes through `decide`, every event through `evolve`. */
export class TestGame {
  now = 1_000_000;
  readonly events: GameEvent[] = [];
  state: SessionState;

  constructor(settings: Partial<GameSettings> = {}) {
    const created: Extract<GameEvent, { type: "session-created" }> = {
      type: "session-created",
      at: this.now,
      sessionId: "session" as SessionId,
      title: "Test deck",
      pin: "123456",
      settings: { ...DEFAULT_SETTINGS, timer: { kind: "fixed", ms: 20_000 }, ...settings },
    };
    this.events.push(created);
    this.state = start(created);
  }

  /** Returns "ok" or the refusal's code. */
  tell(command: GameCommand): string {
    const decision = decide(this.state, command, this.now, () => 0.5);
    if (!decision.ok) return decision.code;
    for (const event of decision.events) {
      this.events.push(event);
      this.state = evolve(this.state, event);
    }
    return "ok";
  }

  join(...names: string[]): this {
    for (const name of names) this.tell({ type: "join", playerId: playerId(name), name, studentId: null });
    return this;
  }

  /** Opens the next round and waits until its options are there. */
  ask(tag: string): this {
    this.tell({ type: "open-round", roundId: roundId(tag), question: askedQuestion(tag), why: null });
    return this.wait(3_000);
  }

  answer(player: string, tag: string, option: "right" | "wrong" | "other" | "last", lagMs = 0): string {
    return this.tell({
      type: "answer",
      playerId: playerId(player),
      roundId: roundId(tag),
      optionId: optionId(`${tag}-${option}`),
      commandId: commandId(`${player}-${tag}`),
      lagMs,
    });
  }

  close(tag: string): this {
    this.tell({ type: "close-round", roundId: roundId(tag), reason: "host" });
    return this;
  }

  wait(ms: number): this {
    this.now += ms;
    return this;
  }

  player(name: string) {
    const player = this.state.players.get(playerId(name));
    if (!player) throw new Error(`${name} never joined this test's game.`);
    return player;
  }
}
