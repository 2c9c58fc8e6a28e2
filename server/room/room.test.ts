import { describe, expect, test } from "vitest";
import type { OptionId, RoundId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import { Hall } from "../testing/room-hall";

const keyIndex = (hall: Hall, shown: { options: { id: OptionId }[] }) =>
  shown.options.findIndex(({ id }) => hall.room.state.rounds.at(-1)?.question.keys.includes(id));
const question = (phone: { held: { view: { phase: { name: string } } } | null }) => {
  const phase = phone.held?.view.phase as
    | { name: string; round: { options: { id: OptionId }[] } }
    | undefined;
  if (phase?.name !== "question") throw new Error("No question is shown.");
  return phase;
};

describe("commands", () => {
  test("L2: a repeated answer gets the first acknowledgement, also after a restart", async () => {
    const hall = await new Hall().open();
    const [ben] = await hall.joined("Ben", "Eva");
    if (!ben) throw new Error("Ben did not join.");
    await hall.ask();
    const id = hall.commandId();
    expect(await hall.tap(ben, 0, id)).toEqual({ ok: true });
    expect(await hall.tap(ben, 0, id)).toEqual({ ok: true });
    await hall.crash();
    await hall.returns(ben);
    expect(await hall.tap(ben, 0, id)).toEqual({ ok: true });
    expect(await hall.tap(ben, 0)).toEqual({ ok: false, code: "already-answered" });
    expect(hall.room.state.rounds[0]?.answers.size).toBe(1);
  });

  test("L6: an answer that came before the opening counts when it comes again after it, and takes no time", async () => {
    const hall = await new Hall().open();
    const [ben] = await hall.joined("Ben", "Eva");
    if (!ben) throw new Error("Ben did not join.");
    await hall.next();
    const id = hall.commandId();
    expect(await hall.tap(ben, 0, id)).toEqual({ ok: false, code: "too-early" });
    expect(hall.room.state.rounds[0]?.answers.size).toBe(0);
    await hall.clock.advance(3_000);
    expect(await hall.tap(ben, 0, id)).toEqual({ ok: true });
    expect([...(hall.room.state.rounds[0]?.answers.values() ?? [])].map(({ takenMs }) => takenMs)).toEqual([
      0,
    ]);
  });

  test("L2: a join repeated after a restart finds the seat of the first try", async () => {
    const hall = await new Hall().open();
    const id = hall.commandId();
    await hall.join("Ben", id);
    await hall.crash();
    const { refused, phone } = await hall.join("Ben", id);
    expect(refused).toBeNull();
    expect(phone.held?.view.name).toBe("Ben");
    expect([...hall.room.state.players.values()]).toHaveLength(1);
  });

  test("L5: two tabs that both say next open one question", async () => {
    const hall = await new Hall().open();
    const answers = await Promise.all([hall.next(), hall.next()]);
    expect(answers).toContainEqual({ ok: true });
    expect(answers).toContainEqual({ ok: false, code: "wrong-phase" });
    expect(hall.room.state.rounds).toHaveLength(1);
  });
});

describe("a log that fails", () => {
  test.each(["before", "after"] as const)(
    "L8: an answer whose commit failed %s it was stored is stored once when repeated",
    async (when) => {
      const hall = await new Hall().open();
      const [ben] = await hall.joined("Ben");
      if (!ben) throw new Error("Ben did not join.");
      await hall.ask();
      hall.log.fault = when;
      const id = hall.commandId();
      expect(await hall.tap(ben, 0, id)).toEqual({ ok: false, code: "try-again" });
      await hall.clock.advance(1_000);
      expect(await hall.tap(ben, 0, id)).toEqual({ ok: true });
      const stored = await hall.log.load(hall.sessionId);
      expect(stored?.events.filter(({ event }) => event.type === "answer-accepted")).toHaveLength(1);
    },
  );

  test("L8: nothing is decided while the log is down, and the game goes on when it is back", async () => {
    const hall = await new Hall().open();
    await hall.joined("Ben");
    hall.log.down = true;
    expect(await hall.next()).toEqual({ ok: false, code: "try-again" });
    expect(await hall.next()).toEqual({ ok: false, code: "try-again" });
    hall.log.down = false;
    await hall.clock.advance(10_000);
    expect(await hall.next()).toEqual({ ok: true });
  });
});

describe("the course of a round", () => {
  test("L18: it closes at once when everybody present has answered", async () => {
    const hall = await new Hall().open({ confidence: false });
    const [ben, eva] = await hall.joined("Ben", "Eva");
    if (!ben || !eva) throw new Error("They did not join.");
    await hall.ask();
    await hall.tap(ben, 0);
    expect(hall.room.state.phase.name).toBe("question");
    await hall.tap(eva, keyIndex(hall, question(eva).round));
    await hall.clock.advance(1);
    expect(hall.room.state.phase.name).toBe("reveal");
    expect(eva.held?.view.phase).toMatchObject({ name: "reveal", correct: true });
  });

  test("L18: it waits ten seconds for a player whose connection was lost", async () => {
    const hall = await new Hall().open({ confidence: false });
    const [ben, eva] = await hall.joined("Ben", "Eva");
    if (!ben || !eva) throw new Error("They did not join.");
    await hall.ask();
    await hall.loses(eva);
    await hall.tap(ben, 0);
    await hall.clock.advance(9_000);
    expect(hall.room.state.phase.name).toBe("question");
    await hall.clock.advance(1_500);
    expect(hall.room.state.phase.name).toBe("reveal");
  });

  test("L26: with ratings on, the last to answer has five seconds to rate, and the class waits no longer than needed", async () => {
    const hall = await new Hall().open({ confidence: true });
    const [ben, eva] = await hall.joined("Ben", "Eva");
    if (!ben || !eva) throw new Error("They did not join.");
    await hall.ask();
    await hall.tap(ben, 0);
    await hall.rate(ben, 4);
    await hall.clock.advance(8_000);
    await hall.tap(eva, 0);
    await hall.clock.advance(4_900);
    expect(hall.room.state.phase.name).toBe("question");
    await hall.clock.advance(200);
    expect(hall.room.state.phase.name).toBe("reveal");
    await hall.ask();
    await hall.tap(ben, 0);
    await hall.tap(eva, 0);
    await hall.rate(ben, 4);
    await hall.rate(eva, 2);
    await hall.clock.advance(10);
    expect(hall.room.state.phase.name).toBe("reveal");
  });

  test("L26: an answer in the last second has its time to be rated too, and no answer is taken in it", async () => {
    const hall = await new Hall().open({ confidence: true });
    const [ben, eva] = await hall.joined("Ben", "Eva");
    if (!ben || !eva) throw new Error("They did not join.");
    await hall.ask();
    await hall.clock.advance(19_900);
    await hall.tap(ben, 0);
    await hall.clock.advance(4_000);
    expect(await hall.tap(eva, 0)).toEqual({ ok: false, code: "too-late" });
    expect(await hall.tap(ben, 1)).toEqual({ ok: false, code: "already-answered" });
    expect(await hall.rate(ben, 5)).toEqual({ ok: true });
    await hall.clock.advance(10);
    expect(hall.room.state.phase.name).toBe("reveal");
  });

  test("L26: the projector counts it down at once and phones its last three seconds; a latecomer stops it", async () => {
    const hall = await new Hall().open({ confidence: true });
    const [ben] = await hall.joined("Ben");
    if (!ben) throw new Error("Ben did not join.");
    await hall.ask();
    expect(hall.host?.view.phase).toMatchObject({ revealAt: null });
    await hall.tap(ben, 0);
    await hall.clock.advance(10);
    const revealAt = hall.clock.now() - 10 + LIMITS.ratingMs;
    expect(hall.host?.view.phase).toMatchObject({ revealAt });
    expect(ben.held?.view.revealAt).toBeNull();
    await hall.clock.advance(LIMITS.ratingMs - LIMITS.revealToldMs);
    expect(ben.held?.view.revealAt).toBe(revealAt);
    await hall.loses(ben);
    await hall.returns(ben);
    expect(ben.held?.view.revealAt).toBe(revealAt);
    const [eva] = await hall.joined("Eva");
    await hall.clock.advance(10);
    expect(hall.host?.view.phase).toMatchObject({ revealAt: null });
    expect(ben.held?.view.revealAt).toBeNull();
    await hall.clock.advance(5_000);
    if (eva) await hall.tap(eva, 0);
    const roundId = hall.room.state.rounds.at(-1)?.id;
    if (!roundId) throw new Error("No round is open.");
    expect(await hall.tell({ type: "close-round", roundId })).toEqual({ ok: true });
    expect(ben.held?.view).toMatchObject({ revealAt: null, phase: { name: "reveal" } });
  });

  test.each(["a pause", "a restart"])("L26: %s takes nobody's time to rate", async (what) => {
    const hall = await new Hall().open({ confidence: true });
    const [ben] = await hall.joined("Ben");
    if (!ben) throw new Error("Ben did not join.");
    await hall.ask();
    await hall.tap(ben, 0);
    if (what === "a restart") {
      await hall.crash(4_000);
      await hall.returns(ben);
    } else {
      await hall.tell({ type: "pause" });
      await hall.clock.advance(60_000);
      await hall.tell({ type: "resume" });
    }
    await hall.clock.advance(4_900);
    expect(hall.room.state.phase.name).toBe("question");
    await hall.clock.advance(200);
    expect(hall.room.state.phase.name).toBe("reveal");
  });

  test("L18, L19: it closes when its time and the grace are over, once", async () => {
    const hall = await new Hall().open();
    await hall.joined("Ben");
    await hall.ask();
    await hall.clock.advance(20_400);
    expect(hall.room.state.phase.name).toBe("question");
    await hall.clock.advance(200);
    expect(hall.room.state.phase.name).toBe("reveal");
    await hall.clock.advance(60_000);
    const stored = await hall.log.load(hall.sessionId);
    expect(stored?.events.filter(({ event }) => event.type === "round-closed")).toHaveLength(1);
  });

  test("L20: a restart arms the deadline again when enough of the question is left", async () => {
    const hall = await new Hall().open();
    await hall.joined("Ben");
    await hall.ask();
    await hall.crash(5_000);
    expect(hall.host?.view.phase).toMatchObject({ name: "question", interrupted: false });
    await hall.clock.advance(15_600);
    expect(hall.room.state.phase.name).toBe("reveal");
  });

  test.each(["reopen-round", "close-round"] as const)(
    "L20: when the down-time has eaten the question the host decides: %s",
    async (type) => {
      const hall = await new Hall().open();
      const [ben] = await hall.joined("Ben");
      if (!ben) throw new Error("Ben did not join.");
      await hall.ask();
      await hall.crash(60_000);
      expect(hall.host?.view.phase).toMatchObject({ name: "question", interrupted: true });
      await hall.returns(ben);
      expect(await hall.tap(ben, 0)).toEqual({ ok: false, code: "too-late" });
      const roundId = hall.room.state.rounds.at(-1)?.id;
      if (!roundId) throw new Error("No round is open.");
      expect(await hall.tell({ type, roundId })).toEqual({ ok: true });
      await hall.clock.advance(3_000);
      if (type === "reopen-round") expect(await hall.tap(ben, 0)).toEqual({ ok: true });
      else expect(hall.room.state.phase.name).toBe("reveal");
    },
  );
});

describe("seats", () => {
  test("L14: a token is new after every resume, and the one before stays good until then", async () => {
    const hall = await new Hall().open();
    const [ben] = await hall.joined("Ben");
    if (!ben?.seat) throw new Error("Ben did not join.");
    const first = ben.seat.token;
    expect(await hall.returns(ben)).toBeNull();
    const second = ben.seat.token;
    expect(second).not.toBe(first);
    // The acknowledgement with the second token was lost: the phone still has the first.
    ben.seat = { ...ben.seat, token: first };
    expect(await hall.returns(ben)).toBeNull();
    ben.seat = { ...ben.seat, token: second };
    expect(await hall.returns(ben)).toBe("seat-unknown");
  });

  test("L14: the log holds no token", async () => {
    const hall = await new Hall().open();
    const [ben] = await hall.joined("Ben");
    expect(JSON.stringify(await hall.log.load(hall.sessionId))).not.toContain(ben?.seat?.token);
  });

  test("L23: a kicked player's seat opens no more, and they are told", async () => {
    const hall = await new Hall().open();
    const [ben] = await hall.joined("Ben");
    if (!ben?.seat) throw new Error("Ben did not join.");
    await hall.tell({ type: "kick", playerId: ben.seat.playerId, ban: true });
    expect(ben.dismissed).toBe("seat-removed");
    expect(await hall.returns(ben)).toBe("seat-removed");
    expect((await hall.join("Ben")).refused).toBe("seat-removed");
  });

  test("L22: with the second factor on, only the word on the projector lets in", async () => {
    const hall = await new Hall().open({ secondFactor: true });
    const word = hall.host?.view.factor;
    if (!word) throw new Error("The projector shows no word.");
    const ask = (factor: string) =>
      hall.room.join({ commandId: hall.commandId(), name: "Ben", factor, studentId: null }, () => {});
    expect(await ask("nope")).toBe("wrong-factor");
    await hall.clock.advance(30_000);
    expect(hall.host?.view.factor).not.toBe(word);
    expect(await ask(word.toUpperCase())).toBeNull();
  });
});

describe("drawn names", () => {
  test("L25: the server draws them, nobody has the same, and each player may ask for two others in the lobby", async () => {
    const hall = await new Hall().open({ names: "generated" });
    const phones = await hall.joined(...Array.from({ length: 60 }, () => "ignored"));
    const names = () => [...hall.room.state.players.values()].map(({ name }) => name);
    expect(new Set(names()).size).toBe(60);
    expect(names()).not.toContain("ignored");
    const [ben] = phones;
    if (!ben) throw new Error("Nobody joined.");
    const redraw = () => hall.send(ben, { type: "redraw", commandId: hall.commandId() });
    expect(ben.held?.view.redraws).toBe(2);
    const first = ben.held?.view.name;
    expect(await redraw()).toEqual({ ok: true });
    expect(ben.held?.view).toMatchObject({ redraws: 1 });
    expect(ben.held?.view.name).not.toBe(first);
    expect(await redraw()).toEqual({ ok: true });
    expect(await redraw()).toEqual({ ok: false, code: "wrong-phase" });
    expect(ben.held?.view.redraws).toBe(0);
    await hall.ask();
    expect(ben.held?.view.redraws).toBeNull();
  });

  test("L25: where names are typed nobody can have one drawn", async () => {
    const hall = await new Hall().open();
    const [ben] = await hall.joined("Ben");
    if (!ben) throw new Error("Ben did not join.");
    expect(await hall.send(ben, { type: "redraw", commandId: hall.commandId() })).toMatchObject({
      ok: false,
    });
  });
});

describe("frames", () => {
  test("L12: whatever way a screen got there, by patches, a reload or a restart, it shows the same", async () => {
    const hall = await new Hall().open({ confidence: false });
    const [ben, eva] = await hall.joined("Ben", "Eva");
    if (!ben || !eva) throw new Error("They did not join.");
    const roundId = () => hall.room.state.rounds.at(-1)?.id as RoundId;
    const moments: [string, () => Promise<unknown>][] = [
      ["lobby", async () => hall.clock.advance(3_000)],
      ["question", () => hall.ask()],
      ["question", () => hall.tap(ben, 0)],
      ["reveal", () => hall.tell({ type: "close-round", roundId: roundId() })],
      ["standings", () => hall.tell({ type: "show-standings" })],
      ["question", () => hall.ask()],
      ["podium", () => hall.tell({ type: "end" })],
    ];
    for (const [phase, move] of moments) {
      await move();
      const patched = structuredClone([ben.held?.view, eva.held?.view]);
      expect(patched.map((view) => view?.phase.name)).toEqual([phase, phase]);
      await hall.loses(ben);
      await hall.returns(ben);
      expect(ben.held?.view).toEqual(patched[0]);
      await hall.crash(100);
      await hall.returns(ben);
      await hall.returns(eva);
      expect([ben.held?.view, eva.held?.view]).toEqual(patched);
    }
  });

  test("L16: a burst of answers costs the host one frame and the phones none", async () => {
    const hall = await new Hall().open();
    const phones = await hall.joined(..."ABCDEFGHIJ");
    await hall.ask();
    await hall.clock.advance(200);
    const [seq, frames] = [hall.host?.seq ?? 0, phones.map((phone) => phone.frames.length)];
    await Promise.all(phones.slice(1).map((phone) => hall.tap(phone, 0)));
    await hall.clock.advance(100);
    expect(hall.host?.view.phase).toMatchObject({ answered: 9 });
    expect((hall.host?.seq ?? 0) - seq).toBeLessThanOrEqual(2);
    expect(phones.map((phone) => phone.frames.length)).toEqual(frames);
  });

  test("L13: nothing that reaches a phone before the reveal differs between right and wrong", async () => {
    const hall = await new Hall().open({ confidence: true });
    const [ben, eva] = await hall.joined("Ben", "Eva", "Ida");
    if (!ben || !eva) throw new Error("They did not join.");
    await hall.ask();
    const key = keyIndex(hall, question(ben).round);
    expect(await hall.tap(ben, key)).toEqual(await hall.tap(eva, key + 1));
    await hall.loses(ben);
    await hall.loses(eva);
    await hall.returns(ben);
    await hall.returns(eva);
    const shown = (phone: typeof ben) => {
      const { view } = phone.held ?? {};
      return { ...view, name: "", playerId: "", phase: { ...view?.phase, chosen: null } };
    };
    expect(shown(ben)).toEqual(shown(eva));
  });
});
