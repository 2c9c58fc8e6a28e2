import type { Ack, RejectionCode } from "@/contract/errors";

/** How long after the first try a retry still gets its answer; later the state itself refuses a repetition. */
const KEEP_MS = 3 * 60 * 1000;

type Entry<Answer> = { at: number; answer: Answer | null; waiting: ((answer: Answer) => void)[] | null };

/**
 * The answers that commands were given, by who asked and the command's id: a retry gets the first answer again and does
 * nothing twice. A retry of a command still under way waits for its answer. Old ones are let go in the order they came.
 * Callbacks and not promises, because every answer of a burst passes here.
 */
export class AnsweredCommands<Answer> {
  private readonly entries = new Map<string, Entry<Answer>>();

  /** @param lasting false for an answer that says nothing about the command, so that a retry is tried anew. */
  constructor(private readonly lasting: (answer: Answer) => boolean) {}

  /** Gives the first answer to this command; `act` runs only when there is none yet. `now` in ms. */
  once(
    cause: string,
    now: number,
    give: (answer: Answer) => void,
    act: (done: (answer: Answer) => void) => void,
  ) {
    const known = this.entries.get(cause);
    if (known) {
      if (known.answer !== null) give(known.answer);
      else {
        known.waiting ??= [];
        known.waiting.push(give);
      }
      return;
    }
    this.letGo(now);
    const entry: Entry<Answer> = { at: now, answer: null, waiting: null };
    this.entries.set(cause, entry);
    act((answer) => {
      entry.answer = answer;
      if (!this.lasting(answer)) this.entries.delete(cause);
      give(answer);
      if (entry.waiting) for (const other of entry.waiting) other(answer);
      entry.waiting = null;
    });
  }

  /** A command that the log shows to have been carried out. */
  restore(cause: string, at: number, answer: Answer) {
    this.entries.set(cause, { at, answer, waiting: null });
  }

  private letGo(now: number) {
    for (const [cause, { at }] of this.entries) {
      if (now - at < KEEP_MS) return;
      this.entries.delete(cause);
    }
  }
}

/** Refusals after which the very same command may succeed. */
const PASSING: ReadonlySet<RejectionCode> = new Set(["try-again", "wrong-factor", "too-early"]);

/** Whether an acknowledgement is this command's for good. */
export function lastingAck(answer: Ack<unknown>): boolean {
  return answer.ok || !PASSING.has(answer.code);
}
