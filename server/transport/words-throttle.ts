import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { LIMITS } from "@/contract/limits";

/**
 * Against guessing a student's two words: so many wrong ones for one student, wherever they come from, and so many from
 * one address, whoever they are for. Kept in memory: a restart forgives, and nothing about anybody is written down.
 */
export class WordsThrottle {
  private readonly student = new RateLimiterMemory({
    points: LIMITS.wrongWordsPerStudent,
    duration: LIMITS.wrongWordsWindowMs / 1000,
  });
  private readonly address = new RateLimiterMemory({
    points: LIMITS.wrongWordsPerAddress,
    duration: LIMITS.wrongWordsWindowMs / 1000,
  });

  /** Counts one try before its words are looked at, so that many at once cannot slip through together. */
  async take(studentId: string, address: string): Promise<boolean> {
    try {
      await this.student.consume(studentId);
      await this.address.consume(address);
      return true;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  }

  /** The words were right: the tries before were slips of the finger. */
  async forgive(studentId: string, address: string): Promise<void> {
    await this.student.delete(studentId);
    await this.address.reward(address);
  }
}
