import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CommandId, OptionId, PlayerId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { SessionState } from "../domain/game/state";
import { ownDeadline } from "../domain/game/timing";
import { hostView, playerView } from "../domain/game/view";
import { checkLog, checkTold, type ToldAnswer } from "../testing/history";
import { Hall, type HallPhone } from "../testing/room-hall";

/** How many games are played; the long run sets GAMES=10000. */
const GAMES = Number(process.env.GAMES ?? 150);

const who = fc.nat(4);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("join" as const), who }) },
  { weight: 18, arbitrary: fc.record({ do: fc.constant("tap" as const), who, option: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("tap-nonsense" as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("tap-again" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("rate" as const), who, rating: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("lose" as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("return" as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("next" as const) }) },
  // A question whose options have just appeared: most of what is worth trying happens there.
  { weight: 6, arbitrary: fc.record({ do: fc.constant("ask" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("next-in-two-tabs" as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 12_000 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("close-round", "skip-round", "reopen-round", "void-round", "add-time"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("pause", "resume", "show-standings") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("kick", "rename", "extra-time"), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("settings" as const), confidence: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("fault" as const), at: fc.constantFrom("before", "after") }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("crash" as const), away: fc.integer({ min: 1, max: 30_000 }) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The rules for an answer, told once more and as briefly as they can be: is this one taken? */
function taken(state: SessionState, playerId: PlayerId, now: number, optionId: OptionId): boolean {
  const player = state.players.get(playerId);
  if (!player || player.removed || state.phase.name !== "question") return false;
  const { round, pausedAt } = state.phase;
  const last = ownDeadline(round, player);
  return (
    pausedAt === null &&
    !round.answers.has(playerId) &&
    round.question.options.some(({ id }) => id === optionId) &&
    now >= round.opensAt &&
    (last === null || now <= last + LIMITS.answerGraceMs)
  );
}

class Game {
  readonly told: ToldAnswer[] = [];
  private readonly early = new Set<CommandId>();
  private readonly byName: Map<number, HallPhone>;
  private lastTap: { phone: HallPhone; roundId: string; option: number; commandId: CommandId } | null = null;

  constructor(
    private readonly hall: Hall,
    there: HallPhone[],
  ) {
    this.byName = new Map(there.entries());
  }

  async take(move: Step): Promise<void> {
    const { hall } = this;
    const phone = "who" in move ? this.byName.get(move.who) : undefined;
    const openRound = hall.room.state.rounds.at(-1)?.id;
    switch (move.do) {
      case "join": {
        const { phone: came, refused } = await hall.join(`Player ${move.who}`);
        if (!refused) this.byName.set(move.who, came);
        return;
      }
      case "tap":
        if (phone) await this.tap(phone, move.option, hall.commandId());
        return;
      case "tap-again":
        // The very same command once more: it must get the same answer and do nothing.
        if (this.lastTap)
          await this.tap(this.lastTap.phone, this.lastTap.option, this.lastTap.commandId, true);
        return;
      case "tap-nonsense": {
        const phase = phone?.held?.view.phase;
        if (!phone || phase?.name !== "question") return;
        const answer = await hall.send(phone, {
          type: "answer",
          commandId: hall.commandId(),
          roundId: phase.round.id,
          optionId: "option-of-nowhere" as OptionId,
        });
        expect(answer.ok).toBe(false);
        return;
      }
      case "rate": {
        const phase = phone?.held?.view.phase;
        if (!phone || phase?.name !== "question") return;
        await hall.send(phone, {
          ...{ type: "rate", commandId: hall.commandId(), roundId: phase.round.id, rating: move.rating },
        } as const);
        return;
      }
      case "lose":
        return phone && hall.loses(phone);
      case "return":
        if (phone) await hall.returns(phone);
        return;
      case "leave":
        if (phone) await hall.send(phone, { type: "leave", commandId: hall.commandId() });
        return;
      case "next":
        await hall.next();
        return;
      case "ask":
        if ((await hall.next()).ok) await hall.clock.advance(LIMITS.readyLeadMs);
        return;
      case "next-in-two-tabs": {
        const rounds = hall.room.state.rounds.length;
        await Promise.all([hall.next(), hall.next()]);
        expect(hall.room.state.rounds.length - rounds).toBeLessThanOrEqual(1);
        return;
      }
      case "wait":
        return hall.clock.advance(move.ms);
      case "close-round":
      case "skip-round":
      case "reopen-round":
        if (openRound) await hall.tell({ type: move.do, roundId: openRound });
        return;
      case "void-round":
        if (openRound) await hall.tell({ type: "void-round", roundId: openRound, voided: true });
        return;
      case "add-time":
        if (openRound) await hall.tell({ type: "add-time", roundId: openRound, ms: 5_000 });
        return;
      case "pause":
      case "resume":
      case "show-standings":
        await hall.tell({ type: move.do });
        return;
      case "kick":
      case "rename":
      case "extra-time": {
        const playerId = phone?.seat?.playerId;
        if (!playerId) return;
        if (move.do === "kick") await hall.tell({ type: "kick", playerId, ban: false });
        if (move.do === "rename") await hall.tell({ type: "rename", playerId, name: "Somebody" });
        if (move.do === "extra-time") await hall.tell({ type: "extra-time", playerId, factor: 1.5 });
        return;
      }
      case "settings":
        await hall.tell({ type: "settings", settings: { confidence: move.confidence } });
        return;
      case "fault":
        hall.log.fault = move.at === "before" ? "before" : "after";
        return;
      case "crash":
        hall.log.fault = null;
        // A refusal changes nothing, so it is not stored: only what was carried out is known after a restart.
        if (!this.told.some(({ ok, commandId }) => ok && commandId === this.lastTap?.commandId))
          this.lastTap = null;
        return hall.crash(move.away);
    }
  }

  private async tap(phone: HallPhone, option: number, commandId: CommandId, again = false): Promise<void> {
    const { hall } = this;
    const phase = phone.held?.view.phase;
    if (phase?.name !== "question" || !phone.connected || !phone.seat) return;
    if (again && phase.round.id !== this.lastTap?.roundId) return;
    const { playerId } = phone.seat;
    const optionId = phase.round.options[option % phase.round.options.length]?.id;
    if (!optionId) return;
    const faulty = hall.log.fault !== null;
    const expected = taken(await this.logged(), playerId, hall.clock.now(), optionId);
    const answer = await hall.tap(phone, option, commandId);
    this.lastTap = { phone, roundId: phase.round.id, option, commandId };
    if (!answer.ok && answer.code === "try-again") {
      // Its fate is open: sent again, as every client does, it is stored once.
      await hall.clock.advance(500);
      return this.tap(phone, option, commandId, true);
    }
    if (!faulty && !again) expect(answer.ok).toBe(expected);
    const known = this.told.find((one) => one.commandId === commandId);
    // Too early is no last word: the same tap may count once the options are there.
    if (known && this.early.delete(commandId)) known.ok = answer.ok;
    else if (known) expect(answer.ok).toBe(known.ok);
    else this.told.push({ playerId, roundId: phase.round.id, commandId, ok: answer.ok });
    if (!answer.ok && answer.code === "too-early") this.early.add(commandId);
  }

  private async logged(): Promise<SessionState> {
    const session = await this.hall.log.load(this.hall.sessionId);
    if (!session) throw new Error("The session is not in the log.");
    return checkLog(session);
  }

  /** Everything that must hold whenever nothing is under way. */
  async check(): Promise<void> {
    const { hall } = this;
    const session = await hall.log.load(hall.sessionId);
    if (!session) throw new Error("The session is not in the log.");
    const folded = checkLog(session);
    checkTold(this.told, session);
    expect(hall.room.state).toEqual(folded);
    for (const phone of hall.phones) {
      if (!phone.connected || !phone.seat || !phone.held) continue;
      const { players: _, revealAt, ...shown } = phone.held.view;
      const { players: __, revealAt: ___, ...should } = playerView(folded, phone.seat.playerId);
      if (revealAt !== null) expect(folded.phase.name).toBe("question");
      expect(shown).toEqual(JSON.parse(JSON.stringify(should)));
    }
    if (hall.host && folded.phase.name !== "podium") {
      const { hasNext: _, players, ...shown } = hall.host.view;
      const connected = new Set(hall.phones.flatMap((p) => (p.connected && p.seat ? [p.seat.playerId] : [])));
      const shell = {
        joinUrl: shown.joinUrl,
        factor: null,
        hasNext: true,
        interrupted: false,
        revealAt: null,
        devices: { screens: 0, remotes: 0, allowed: 0 },
      };
      const live = { ...shell, connected, plan: [], skipped: [], roster: null };
      const { hasNext: __, players: rows, ...should } = hostView(folded, live);
      const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value));
      const shellIs = { interrupted: false, revealAt: null };
      expect({ ...shown, phase: { ...shown.phase, ...shellIs } }).toEqual(
        plain({ ...should, phase: { ...should.phase, ...shellIs } }),
      );
      const byId = (list: typeof rows) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(byId(players)).toEqual(byId(rows));
    }
  }
}

describe("rules 1–9: whatever happens in a game, in whatever order", () => {
  test(`every invariant holds in ${GAMES} random games with faults and crashes`, {
    timeout: 3_600_000,
  }, async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.array(step, { minLength: 15, maxLength: 80, size: "max" }),
        async (seed, steps) => {
          const hall = await new Hall(seed, 8).open({ confidence: seed % 2 === 0 });
          const game = new Game(hall, await hall.joined("Ada", "Ben", "Cem", "Dia"));
          for (const move of steps) await game.take(move);
          hall.log.fault = null;
          await hall.clock.advance(1_000);
          await game.check();
          await hall.crash();
          await game.check();
          accepted += game.told.filter(({ ok }) => ok).length;
        },
      ),
      { numRuns: GAMES, ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}) },
    );
    // Games in which nobody answers would prove little.
    expect(accepted / GAMES).toBeGreaterThan(1);
  });
});
