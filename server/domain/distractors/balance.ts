import { CUES, type Cue, HONEST, HONEST_SHARES, type Shares } from "./shares";

/** How much one find too few raises the chance of the next; more makes small decks honest sooner and the sets less free. */
const GAIN = 0.25;
/** Finds owed beyond this are forgotten: what one half of a deck could not give is not asked of the other half. */
const MOST_OWED = 6;

/**
 * Keeps the blind guesses of a row of questions at one in four. Keys that are mostly short, or that mostly repeat their prompt, leave
 * sets that give a guess more or less than its share; what one question could not balance the next ones do. The same
 * questions in the same order give the same shares.
 */
export class Balance {
  /** Finds that a guess has had too few, by its cue. */
  private readonly owed: Shares = {
    longest: 0,
    shortest: 0,
    gramCentral: 0,
    vectorCentral: 0,
    promptWords: 0,
  };

  /** The chances that the next question shall give to each guess. */
  shares(): Shares {
    const shares = { ...HONEST_SHARES };
    for (const cue of CUES) shares[cue] = Math.min(1, Math.max(0, HONEST + GAIN * this.owed[cue]));
    return shares;
  }

  /** Counts a question that is shown, by the chance that each guess finds its key. */
  count(hits: Shares): void {
    for (const cue of CUES) this.owed[cue] = this.after(cue, hits[cue]);
  }

  private after(cue: Cue, hit: number): number {
    return Math.min(MOST_OWED, Math.max(-MOST_OWED, this.owed[cue] + HONEST - hit));
  }
}
