/** How long after the first try a retry still gets its answer; later the state itself refuses a repetition. */
const KEEP_MS = 3 * 60 * 1000;

/**
 * The answers that commands were given, by who asked and the command's id: a retry gets the first answer again and does
 * nothing twice. A command still under way shares its promise. Old ones are let go in the order they came.
 */
export class AnsweredCommands<Answer> {
  private readonly answers = new Map<string, { at: number; answer: Promise<Answer> }>();

  /** The first answer to this command; `act` runs only when there is none yet. `now` in ms. */
  once(cause: string, now: number, act: () => Promise<Answer>): Promise<Answer> {
    const known = this.answers.get(cause);
    if (known) return known.answer;
    this.letGo(now);
    const answer = act();
    this.answers.set(cause, { at: now, answer });
    return answer;
  }

  /** A command that the log shows to have been carried out. */
  restore(cause: string, at: number, answer: Answer) {
    this.answers.set(cause, { at, answer: Promise.resolve(answer) });
  }

  /** The command was not decided after all: a retry is to be tried again. */
  forget(cause: string) {
    this.answers.delete(cause);
  }

  private letGo(now: number) {
    for (const [cause, { at }] of this.answers) {
      if (now - at < KEEP_MS) return;
      this.answers.delete(cause);
    }
  }
}
