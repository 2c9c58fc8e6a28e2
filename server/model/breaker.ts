/** After so many faults in a row the model is left alone. */
const FAULTS_IN_A_ROW = 3;
const FIRST_REST_MS = 30_000;
const LONGEST_REST_MS = 15 * 60_000;

/**
 * Keeps a model that does not answer from being asked again and again: after three faults in a row it rests for half a
 * minute, after every further one twice as long, a quarter of an hour at most. One good answer ends all of it.
 */
export class Breaker {
  private faults = 0;
  private until = 0;

  /** @param now the time in ms */
  constructor(private readonly now: () => number) {}

  /** Whether the model is to be left alone now. */
  get resting(): boolean {
    return this.now() < this.until;
  }

  /** A good answer came. */
  succeeded(): void {
    this.faults = 0;
    this.until = 0;
  }

  /** @param askedMs how long the model's server itself asked to be left alone; 0 when it did not */
  failed(askedMs = 0): void {
    this.faults += 1;
    const over = this.faults - FAULTS_IN_A_ROW;
    const rest = Math.max(over < 0 ? 0 : FIRST_REST_MS * 2 ** over, askedMs);
    this.until = this.now() + Math.min(rest, LONGEST_REST_MS);
  }
}
