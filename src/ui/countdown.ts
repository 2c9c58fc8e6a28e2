/** When something opens and ends, as absolute server times in ms. */
export type Timing = {
  opensAt: number;
  /** Null without a timer, and while paused. */
  deadline: number | null;
  /** Set while paused; `remainingMs` is null without a timer. */
  paused: { remainingMs: number | null } | null;
};

export type Countdown =
  | { state: "ahead"; opensInMs: number }
  | { state: "running"; remainingMs: number }
  | { state: "paused"; remainingMs: number | null }
  | { state: "untimed" }
  | { state: "over" };

/** Where a countdown stands at the server time `now` (ms). A pause hides everything else. */
export const countdown = ({ opensAt, deadline, paused }: Timing, now: number): Countdown => {
  if (paused) return { state: "paused", remainingMs: paused.remainingMs };
  if (now < opensAt) return { state: "ahead", opensInMs: opensAt - now };
  if (deadline === null) return { state: "untimed" };
  return now < deadline ? { state: "running", remainingMs: deadline - now } : { state: "over" };
};

/** Whole seconds as people count them: the last one is 1, and 0 is the end. */
export const secondsLeft = (ms: number): number => Math.max(0, Math.ceil(ms / 1000));

/** Time left, ms; null where no timer runs. Before the opening it is the whole length. */
export const remaining = (timing: Timing, at: Countdown): number | null => {
  switch (at.state) {
    case "running":
    case "paused":
      return at.remainingMs;
    case "ahead":
      return timing.deadline === null ? null : timing.deadline - timing.opensAt;
    case "over":
      return 0;
    case "untimed":
      return null;
  }
};
