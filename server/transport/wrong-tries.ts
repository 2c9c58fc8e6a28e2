/** `unknown` when nobody could tell, which counts as nothing. */
export type Outcome = "right" | "wrong" | "unknown";

type Tries = {
  wrong: number;
  /** Under way: not known to be right or wrong yet. */
  open: number;
  waiting: ((may: boolean) => void)[];
  windowEnd?: NodeJS.Timeout;
};

/**
 * Lets each key be wrong at most `max` times in `windowMs`, counted from the first wrong try, however many tries are
 * made at once: a try that might be one too many waits until those before it are known to be right or wrong.
 */
export class WrongTries {
  private readonly keys = new Map<string, Tries>();

  constructor(
    private readonly max: number,
    private readonly windowMs: number,
  ) {}

  /** Resolves with true when a try may be made, which `leave` has to follow; with false when too many were wrong. */
  enter(key: string): Promise<boolean> {
    const tries = this.keys.get(key) ?? { wrong: 0, open: 0, waiting: [] };
    this.keys.set(key, tries);
    return new Promise((resolve) => {
      tries.waiting.push(resolve);
      this.admit(tries);
    });
  }

  /** Ends a try that was let in. */
  leave(key: string, outcome: Outcome) {
    const tries = this.keys.get(key);
    if (!tries) return;
    tries.open -= 1;
    if (outcome === "wrong") {
      tries.wrong += 1;
      if (tries.wrong === 1) tries.windowEnd = setTimeout(() => this.forgive(key), this.windowMs).unref();
    }
    this.admit(tries);
    this.drop(key, tries);
  }

  /** Forgets what was wrong before. */
  forgive(key: string) {
    const tries = this.keys.get(key);
    if (!tries) return;
    tries.wrong = 0;
    clearTimeout(tries.windowEnd);
    this.admit(tries);
    this.drop(key, tries);
  }

  private admit(tries: Tries) {
    while (tries.waiting.length > 0 && tries.wrong + tries.open < this.max) {
      tries.open += 1;
      tries.waiting.shift()?.(true);
    }
    if (tries.wrong >= this.max) for (const refuse of tries.waiting.splice(0)) refuse(false);
  }

  private drop(key: string, { wrong, open }: Tries) {
    if (wrong === 0 && open === 0) this.keys.delete(key);
  }
}
