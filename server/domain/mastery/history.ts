import { type ClassReport, classReport, type ReportCard } from "./class-report";
import { deckMastery } from "./deck-mastery";
import { type Answer, type Mastery, memoriesOf, newMastery, remember } from "./fold";

/** An answer as mastery heard it: all answers of one batch belong together. */
export type HeardAnswer = Answer & { batch: number };

/** When a class met a deck: answers with no gap of two hours between them, times in seconds. */
export type Meeting = { from: number; to: number; answers: number };

/** What is looked at over time: one deck, and one student or a whole class. */
export type Watched = { deck: string; cards: readonly ReportCard[]; students: readonly string[] };

/** How much was known at a time (seconds); without `enough` the number is none to be shown alone. */
export type Moment = { at: number; known: number; error: number; enough: boolean };

export type History = {
  meetings: (Meeting & { report: ClassReport })[];
  /** From the first meeting to now, with what was forgotten between the meetings. */
  past: Moment[];
  /** From now on, if nothing is asked: forgetting alone. */
  ahead: Moment[];
};

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** A longer pause than this ends a meeting. */
const PAUSE = 2 * HOUR;
/** Forgetting is quick at first: what is looked at between two meetings lies closer together after the first. */
const AFTER = [0, HOUR, 6 * HOUR, DAY, 2 * DAY, 4 * DAY, 8 * DAY, 16 * DAY, 32 * DAY, 64 * DAY, 128 * DAY];
const AHEAD = [0, DAY, 2 * DAY, 4 * DAY, 7 * DAY, 14 * DAY];

/** The meetings that these times of answers (seconds, in any order) make, the earliest first. */
export function meetingsOf(times: readonly number[]): Meeting[] {
  const meetings: Meeting[] = [];
  for (const at of [...times].sort((a, b) => a - b)) {
    const last = meetings.at(-1);
    if (last && at - last.to <= PAUSE) {
      last.to = at;
      last.answers += 1;
    } else meetings.push({ from: at, to: at, answers: 1 });
  }
  return meetings;
}

/**
 * What a class or a student knew of a deck over time: everything that was heard, by whomever, is folded once more in
 * its order, and looked at after each meeting and between them. At `now` it is what the stored memories say.
 * @param heard all answers that count, in the order of the fold; @param meetings when this deck was met, the earliest
 * first; @param now seconds
 * @returns null for a deck without cards, or nobody
 */
export function historyOf(
  heard: readonly HeardAnswer[],
  watched: Watched,
  meetings: readonly Meeting[],
  now: number,
): History | null {
  const times = pastTimes(meetings, now);
  const ends = new Set(meetings.map(({ to }) => to));
  const reports = new Map<number, ClassReport>();
  const past: Moment[] = [];
  const mastery = replay(heard, times, (known, at) => {
    const moment = momentAt(watched, known, at);
    if (moment) past.push(moment);
    const report = ends.has(at) ? classReport(watched, known, at) : null;
    if (report) reports.set(at, report);
  });
  const ahead = AHEAD.flatMap((later) => momentAt(watched, mastery, now + later) ?? []);
  if (ahead.length === 0) return null;
  return {
    past,
    ahead,
    meetings: meetings.flatMap((meeting) => {
      const report = reports.get(meeting.to);
      return report ? [{ ...meeting, report }] : [];
    }),
  };
}

/** After each meeting and on the way to the next one, or to now. */
function pastTimes(meetings: readonly Meeting[], now: number): number[] {
  return meetings.flatMap(({ to }, place) => {
    const end = meetings[place + 1]?.from ?? now;
    const between = AFTER.map((later) => to + later).filter((at) => at < end);
    return to < end ? [...between, end] : [to];
  });
}

/** Folds all answers, and stops at each of the times (ascending) when the batches that ended by then are heard. */
function replay(
  heard: readonly HeardAnswer[],
  times: readonly number[],
  look: (mastery: Mastery, at: number) => void,
): Mastery {
  const mastery = newMastery();
  let next = 0;
  for (let start = 0; start < heard.length; ) {
    let end = start;
    let last = 0;
    while (end < heard.length && heard[end]?.batch === heard[start]?.batch)
      last = Math.max(last, heard[end++]?.at ?? 0);
    for (let at = times[next]; at !== undefined && at < last; at = times[++next]) look(mastery, at);
    for (const answer of heard.slice(start, end)) remember(mastery, answer);
    start = end;
  }
  for (; next < times.length; next++) look(mastery, times[next] ?? 0);
  return mastery;
}

function momentAt({ deck, cards, students }: Watched, mastery: Mastery, at: number): Moment | null {
  const seats = cards.map(({ id, skill }) =>
    students.map((student) => memoriesOf(mastery, { student, deck, card: id, skill })),
  );
  const found = deckMastery(seats, mastery.weights, at);
  return found && { at, known: found.known, error: found.error, enough: found.enough };
}
