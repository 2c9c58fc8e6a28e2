import type { Standpoint } from "@/contract/commands";
import type { HostView } from "@/contract/views";
import type { HostIntent } from "@/features/game/send";
import { hostWords } from "@/messages/en/host";
import type { IconName } from "@/ui/Icon";

/** Sheets that open over the stage. */
export type Panel = "tools" | "people" | "plan" | "settings" | "past" | "handover" | "help" | "end";

/** Something the host can do now: said once, and used by the buttons, the keys and the help sheet. */
export type HostAction = {
  id: keyof (typeof hostWords)["actions"];
  /** `KeyboardEvent.key` values, lower case; the first one is printed on the button. */
  keys: readonly [string, ...string[]];
  icon: IconName;
  /** What the host most likely wants: the one big button. */
  primary?: true;
  does: { send: HostIntent } | { open: Panel } | { screen: "full" };
};

/** How much one press of "more time" adds, ms. */
const MORE_TIME_MS = 15_000;

const NEXT_KEYS = [" ", "n"] as const;

/** Where this screen sees the game stand, so that the server can tell a second press from a first one. */
const standpoint = ({ phase, past }: HostView): Standpoint => ({
  phase: phase.name,
  roundId: "round" in phase ? phase.round.id : (past.at(-1)?.round.id ?? null),
});

/** What moves the game from where it stands, the likeliest last. */
export const stageActions = (view: HostView): HostAction[] => {
  const { phase } = view;
  const onward: HostAction = view.hasNext
    ? {
        id: phase.name === "lobby" ? "start" : "next",
        keys: NEXT_KEYS,
        icon: "next",
        primary: true,
        does: { send: { type: "next", from: standpoint(view) } },
      }
    : { id: "podium", keys: NEXT_KEYS, icon: "next", primary: true, does: { send: { type: "end" } } };

  switch (phase.name) {
    case "lobby":
      return view.hasNext ? [onward] : [];
    case "question": {
      const { round, interrupted } = phase;
      const roundId = round.id;
      const close = { send: { type: "close-round", roundId } } as const;
      const skip: HostAction = {
        id: "skip",
        keys: ["s"],
        icon: "forward",
        does: { send: { type: "skip-round", roundId } },
      };
      if (interrupted)
        return [
          skip,
          { id: "closeInterrupted", keys: ["e"], icon: "stop", does: close },
          {
            id: "reopen",
            keys: ["r"],
            icon: "play",
            primary: true,
            does: { send: { type: "reopen-round", roundId } },
          },
        ];
      const timed = round.deadline !== null || (round.paused?.remainingMs ?? null) !== null;
      return [
        skip,
        ...(timed
          ? [
              {
                id: "moreTime",
                keys: ["+", "="],
                icon: "plus",
                does: { send: { type: "add-time", roundId, ms: MORE_TIME_MS } },
              } satisfies HostAction,
            ]
          : []),
        round.paused
          ? { id: "resume", keys: ["p"], icon: "play", does: { send: { type: "resume" } } }
          : { id: "pause", keys: ["p"], icon: "pause", does: { send: { type: "pause" } } },
        { id: "close", keys: ["e"], icon: "stop", primary: true, does: close },
      ];
    }
    case "reveal":
      return [
        {
          id: phase.reveal.voided ? "unvoid" : "void",
          keys: ["v"],
          icon: phase.reveal.voided ? "check" : "cross",
          does: { send: { type: "void-round", roundId: phase.round.id, voided: !phase.reveal.voided } },
        },
        ...(view.settings.standings === "private"
          ? []
          : [
              {
                id: "standings",
                keys: ["t"],
                icon: "up",
                does: { send: { type: "show-standings" } },
              } satisfies HostAction,
            ]),
        onward,
      ];
    case "standings":
      return [onward];
    case "podium":
      return [];
  }
};

/**
 * What can be done beside the game's own course, in the order of the tool bar.
 * @param remote on a second device, which cannot let a third one in
 */
export const toolActions = (view: HostView, remote = false): HostAction[] => {
  const over = view.phase.name === "podium";
  return [
    { id: "people", keys: ["w"], icon: "people", does: { open: "people" } },
    ...(over
      ? []
      : [
          { id: "plan", keys: ["c"], icon: "list", does: { open: "plan" } } satisfies HostAction,
          {
            id: view.locked ? "unlock" : "lock",
            keys: ["l"],
            icon: view.locked ? "lock" : "unlock",
            does: { send: { type: "lock", locked: !view.locked } },
          } satisfies HostAction,
          { id: "settings", keys: [","], icon: "settings", does: { open: "settings" } } satisfies HostAction,
        ]),
    { id: "past", keys: ["b"], icon: "history", does: { open: "past" } },
    ...(over || remote
      ? []
      : [{ id: "handover", keys: ["h"], icon: "phone", does: { open: "handover" } } satisfies HostAction]),
    { id: "fullScreen", keys: ["f"], icon: "full", does: { screen: "full" } },
    { id: "help", keys: ["?"], icon: "help", does: { open: "help" } },
    ...(over ? [] : [{ id: "end", keys: ["q"], icon: "exit", does: { open: "end" } } satisfies HostAction]),
  ];
};

/** A key press, as far as shortcuts care. */
export type Press = {
  key: string;
  /** Ctrl, Alt or Meta is held: the press belongs to the browser. */
  modified: boolean;
  /** A held key repeats itself: one press is one command. */
  repeated: boolean;
  /** Where the focus is: in a field that takes text, on a control that Space works, or elsewhere. */
  on: "text" | "control" | "page";
};

/** The action that a key press means, if any. */
export const actionFor = (press: Press, actions: readonly HostAction[]): HostAction | null => {
  if (press.modified || press.repeated || press.on === "text") return null;
  const key = press.key.toLowerCase();
  if (key === " " && press.on === "control") return null;
  return actions.find((action) => action.keys.includes(key)) ?? null;
};

/** A key as it is printed on its cap. */
export const keyCap = (key: string): string => hostWords.help.keys[key] ?? key.toUpperCase();
