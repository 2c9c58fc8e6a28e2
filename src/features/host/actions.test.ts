import { describe, expect, it } from "vitest";
import { OptionId, RoundId, SessionId } from "@/contract/ids";
import { DEFAULT_SETTINGS } from "@/contract/settings";
import type { HostPhase, HostView, RoundView } from "@/contract/views";
import { actionFor, type Press, stageActions, toolActions } from "./actions";

const round: RoundView = {
  id: RoundId.parse("round-1"),
  number: 1,
  of: 10,
  prompt: "Which one?",
  options: ["a", "b", "c", "d"].map((text) => ({ id: OptionId.parse(text), text })),
  multiplier: 1,
  opensAt: 1_000,
  deadline: 21_000,
  paused: null,
};
const reveal = { keys: [OptionId.parse("a")], back: "", front: "", counts: [], unanswered: 0, voided: false };

const question: HostPhase = {
  name: "question",
  round,
  answered: 0,
  present: 3,
  interrupted: false,
  revealAt: null,
};
const phases: HostPhase[] = [
  { name: "lobby" },
  question,
  { ...question, interrupted: true },
  { ...question, round: { ...round, deadline: null, paused: { remainingMs: 5_000 } } },
  { name: "reveal", round, reveal, answered: 3, classAccuracy: 1 },
  { name: "standings", rows: [], roundNumber: 1 },
  { name: "podium", rows: [], rounds: 1, answers: 3, classAccuracy: 1 },
];

const host = (phase: HostPhase, change: Partial<HostView> = {}): HostView => ({
  role: "host",
  sessionId: SessionId.parse("session-1"),
  title: "Deck",
  pin: "123456",
  joinUrl: "http://deckdash.test",
  factor: null,
  settings: DEFAULT_SETTINGS,
  locked: false,
  players: [],
  phase,
  why: null,
  hasNext: true,
  plan: [],
  skipped: [],
  absent: null,
  devices: { screens: 1, remotes: 0, allowed: 0 },
  nextMultiplier: 1,
  past: phase.name === "lobby" ? [] : [{ round, reveal }],
  ...change,
});

const press = (key: string, change: Partial<Press> = {}): Press => ({
  key,
  modified: false,
  repeated: false,
  on: "page",
  ...change,
});
const all = (view: HostView) => [...stageActions(view), ...toolActions(view)];
const meant = (view: HostView, key: string) => actionFor(press(key), all(view))?.does;

describe("the host's keys", () => {
  it.each(phases.map((phase) => [JSON.stringify(phase).slice(0, 60), phase] as const))(
    "never mean two things at once in %s",
    (_name, phase) => {
      const keys = all(host(phase)).flatMap((action) => action.keys);
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  it.each([
    ["lobby", phases[0], " ", { send: { type: "next", from: { phase: "lobby", roundId: null } } }],
    ["question", question, "e", { send: { type: "close-round", roundId: round.id } }],
    ["question", question, "E", { send: { type: "close-round", roundId: round.id } }],
    ["question", question, "s", { send: { type: "skip-round", roundId: round.id } }],
    ["question", question, "p", { send: { type: "pause" } }],
    ["paused question", phases[3], "p", { send: { type: "resume" } }],
    ["paused question", phases[3], "+", { send: { type: "add-time", roundId: round.id, ms: 15_000 } }],
    ["interrupted question", phases[2], "r", { send: { type: "reopen-round", roundId: round.id } }],
    ["question", question, "l", { send: { type: "lock", locked: true } }],
    ["reveal", phases[4], "n", { send: { type: "next", from: { phase: "reveal", roundId: round.id } } }],
    ["reveal", phases[4], "t", { send: { type: "show-standings" } }],
    [
      "standings",
      phases[5],
      " ",
      { send: { type: "next", from: { phase: "standings", roundId: round.id } } },
    ],
    ["podium", phases[6], "?", { open: "help" }],
  ] as const)("in the %s phase", (_name, phase, key, does) => {
    expect(phase && meant(host(phase), key)).toEqual(does);
  });

  it("never end a question by the key that goes on to the next one", () => {
    for (const phase of [question, phases[2], phases[3]])
      if (phase) for (const key of [" ", "n"]) expect(meant(host(phase), key)).toBeUndefined();
  });

  it("lead to the podium when nothing is left to ask", () => {
    expect(meant(host(phases[4] ?? question, { hasNext: false }), " ")).toEqual({ send: { type: "end" } });
  });

  it("offer no standings when they are private, and no time where there is no timer", () => {
    const settings = { ...DEFAULT_SETTINGS, standings: "private" } as const;
    expect(meant(host(phases[4] ?? question, { settings }), "t")).toBeUndefined();
    expect(meant(host({ ...question, round: { ...round, deadline: null } }), "+")).toBeUndefined();
  });

  it("are left alone while somebody types, holds a key down or asks the browser", () => {
    const actions = all(host(question));
    expect(actionFor(press("e", { on: "text" }), actions)).toBeNull();
    expect(actionFor(press("e", { repeated: true }), actions)).toBeNull();
    expect(actionFor(press("p", { modified: true }), actions)).toBeNull();
  });

  it("leave Space to a button that has the focus", () => {
    const actions = all(host({ name: "lobby" }));
    expect(actionFor(press(" ", { on: "control" }), actions)).toBeNull();
    expect(actionFor(press("n", { on: "control" }), actions)?.id).toBe("start");
  });
});
