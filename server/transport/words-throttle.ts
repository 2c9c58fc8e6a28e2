import { LIMITS } from "@/contract/limits";
import { type Outcome, WrongTries } from "./wrong-tries";

/**
 * Against guessing a student's two words: so many wrong ones for one student, wherever they come from, and so many from
 * one address, whoever they are for. Kept in memory: a restart forgives, and nothing about anybody is written down.
 */
export class WordsThrottle {
  private readonly students = new WrongTries(LIMITS.wrongWordsPerStudent, LIMITS.wrongWordsWindowMs);
  private readonly addresses = new WrongTries(LIMITS.wrongWordsPerAddress, LIMITS.wrongWordsWindowMs);

  /**
   * Looks words up, unless this student or this address has been wrong too often. A whole school can be right at once
   * from one address, because only wrong words count.
   * @param look resolves with null when the words are wrong; when it rejects, nothing is counted
   */
  async judge<T>(
    studentId: string,
    address: string,
    look: () => Promise<T | null>,
  ): Promise<T | null | "throttled"> {
    // Always in this order, so that no two tries wait for each other.
    if (!(await this.students.enter(studentId))) return "throttled";
    if (!(await this.addresses.enter(address))) {
      this.students.leave(studentId, "unknown");
      return "throttled";
    }
    let outcome: Outcome = "unknown";
    try {
      const found = await look();
      outcome = found === null ? "wrong" : "right";
      return found;
    } finally {
      this.students.leave(studentId, outcome);
      this.addresses.leave(address, outcome);
      // The student's wrong tries before were slips of the finger.
      if (outcome === "right") this.students.forgive(studentId);
    }
  }
}
