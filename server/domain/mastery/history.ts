import type { ClassReport, MasteryHistory, Meeting, Moment } from "@/contract/mastery";
import { classReport, type ReportCard } from "./class-report";
import { deckMastery } from "./deck-mastery";
import { type Answer, type Mastery, memoriesOf, newMastery, remember } from "./fold";

/** An answer as mastery heard it: all answers of one batch belong together. */
export type HeardAnswer = Answer & { batch: number };

/** What is looked at over time: one deck, and one student or a whole class. */
export type Watched = { deck: string; cards: readonly ReportCard[]; students: readonly string[] };

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** A longer pause than this ends a meeting. */
const PAUSE = 2 * HOUR;
/** What one page may ask of the model: about half a second of a processor's time. */
const PREDICTIONS = 2_000_000;
/** Between two of its yields the fold hears this many answers at most. */
const ANSWERS_A_STEP = 1_000;
/** For every student and card of a meeting: its report, and the moments after it. */
const PREDICTIONS_PER_SEAT = 15;
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

/** What is looked at, and when it was met: the meetings, the earliest first. */
export type Met = { watched: Watched; meetings: readonly Meeting[] };

/**
 * What a class or a student knew of decks over time: everything that was heard, by whomever, is folded once more in its
 * order, and looked at after each meeting and between them. At `now` it is what the stored memories say. A large class
 * with a large deck is looked at in its newest meetings only. It yields between its steps, so that its caller can let
 * others have their turn.
 * @param heard all answers that count, in the order of the fold; @param now seconds
 * @returns one for each deck; null for a deck without cards, or nobody
 */
export function* historiesOf(
  heard: readonly HeardAnswer[],
  met: readonly Met[],
  now: number,
): Generator<void, (MasteryHistory | null)[], void> {
  const looks = met.map(({ watched, meetings }) => {
    const shown = newest(meetings, watched, met.length);
    return {
      watched,
      shown,
      ends: new Set(shown.map(({ to }) => to)),
      reports: new Map<number, ClassReport>(),
      past: [] as Moment[],
    };
  });
  const times = looks
    .flatMap((look) => pastTimes(look.shown, now).map((at) => ({ at, look })))
    .sort((a, b) => a.at - b.at);
  const mastery = yield* replay(heard, times, (known, { at, look }) => {
    const moment = momentAt(look.watched, known, at);
    if (moment) look.past.push(moment);
    const report = look.ends.has(at) ? classReport(look.watched, known, at) : null;
    if (report) look.reports.set(at, report);
  });
  const histories: (MasteryHistory | null)[] = [];
  for (const { watched, shown, reports, past } of looks) {
    const ahead: Moment[] = [];
    for (const later of AHEAD) {
      const moment = momentAt(watched, mastery, now + later);
      if (moment) ahead.push(moment);
      yield;
    }
    const meetings = shown.flatMap((meeting) => {
      const report = reports.get(meeting.to);
      return report ? [{ ...meeting, report }] : [];
    });
    histories.push(ahead.length === 0 ? null : { past, ahead, meetings });
  }
  return histories;
}

/** The newest meetings that may be looked at without holding up the games on the same computer, one at least. */
function newest(meetings: readonly Meeting[], { cards, students }: Watched, decks: number): Meeting[] {
  const perMeeting = Math.max(1, cards.length * students.length) * PREDICTIONS_PER_SEAT;
  return meetings.slice(-Math.max(1, Math.floor(PREDICTIONS / decks / perMeeting)));
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
function* replay<T extends { at: number }>(
  heard: readonly HeardAnswer[],
  times: readonly T[],
  look: (mastery: Mastery, time: T) => void,
): Generator<void, Mastery, void> {
  const mastery = newMastery();
  let next = 0;
  let sinceYield = 0;
  for (let start = 0; start < heard.length; ) {
    let end = start;
    let last = 0;
    while (end < heard.length && heard[end]?.batch === heard[start]?.batch)
      last = Math.max(last, heard[end++]?.at ?? 0);
    for (let time = times[next]; time !== undefined && time.at < last; time = times[++next]) {
      look(mastery, time);
      yield;
    }
    for (const answer of heard.slice(start, end)) remember(mastery, answer);
    sinceYield += end - start;
    if (sinceYield >= ANSWERS_A_STEP) {
      yield;
      sinceYield = 0;
    }
    start = end;
  }
  for (let time = times[next]; time !== undefined; time = times[++next]) {
    look(mastery, time);
    yield;
  }
  return mastery;
}

function momentAt({ deck, cards, students }: Watched, mastery: Mastery, at: number): Moment | null {
  const seats = cards.map(({ id, skill }) =>
    students.map((student) => memoriesOf(mastery, { student, deck, card: id, skill })),
  );
  const found = deckMastery(seats, mastery.weights, at);
  return found && { at, known: found.known, error: found.error, enough: found.enough };
}
