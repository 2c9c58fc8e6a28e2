/** One answer as reports read it. Rounds nobody could answer (voided questions) are left out by the caller. */
export type ReportAnswer = {
  student: string;
  card: string;
  question: string;
  /** The chosen option's id; null when the time ran out. */
  option: string | null;
  correct: boolean;
  /** 1–5, given before the reveal. */
  confidence?: number | undefined;
  /** Order in time; any number that grows. */
  at: number;
};

/** A question as it was asked. `card` of an option: the card whose answer it is, if it is another card's. */
export type ReportQuestion = {
  id: string;
  card: string;
  options: readonly { id: string; correct: boolean; card?: string | undefined }[];
};

/** From this rating on a student said "I knew it". */
export const CONFIDENT = 4;

/** Each student's first answer to each question: item statistics must not see practice. */
export function firstAttempts<T extends ReportAnswer>(answers: readonly T[]): T[] {
  const first = new Map<string, T>();
  for (const answer of answers) {
    const key = JSON.stringify([answer.student, answer.question]);
    const known = first.get(key);
    if (known === undefined || answer.at < known.at) first.set(key, answer);
  }
  return [...first.values()];
}

/** Groups in the order in which their first member comes. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
