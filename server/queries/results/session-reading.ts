import type { AnswerResult } from "@/contract/results";
import type { PrismaClient } from "../../store/generated/client";
import { answerRows, type SessionFrame, sessionFrame } from "./rows";
import { type CountedSession, Tally } from "./shape";

/**
 * A session as its files read it: round after round, so that no more than one round's answers stand in memory. Every round
 * is a short query of its own: a download that takes minutes holds no connection.
 */
export class SessionReading {
  private readonly tally: Tally;
  private read = 0;

  private constructor(
    private readonly db: PrismaClient,
    private readonly frame: SessionFrame,
  ) {
    this.tally = new Tally(frame);
  }

  /** Null when it is not this teacher's. Reads no answer yet. */
  static async open(db: PrismaClient, teacherId: string, sessionId: string): Promise<SessionReading | null> {
    const frame = await sessionFrame(db, teacherId, sessionId);
    return frame && new SessionReading(db, frame);
  }

  get title(): string {
    return this.frame.session.title;
  }

  get createdAt(): Date {
    return this.frame.session.createdAt;
  }

  /** The prompt of a round. */
  prompts(): Map<string, string> {
    return new Map(this.frame.rounds.map(({ id, prompt }) => [id, prompt]));
  }

  /** The answers that have not been read yet, a round at a time. */
  async *answers(): AsyncGenerator<AnswerResult[]> {
    for (;;) {
      const round = this.frame.rounds[this.read];
      if (!round) return;
      this.read += 1;
      yield this.tally.count(round, await answerRows(this.db, this.frame.session.id, round.id));
    }
  }

  /** Everything but the answers; what has not been read of them is read now. */
  async counted(): Promise<CountedSession> {
    for await (const _ of this.answers());
    return this.tally.counted();
  }
}
