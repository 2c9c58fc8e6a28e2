import type pg from "pg";
import { DEFAULT_SETTINGS, type GameSettings, type ScoringMode } from "@/contract/settings";
import { databaseOf } from "../fixtures/database";
import { daysPass, masteryHasHeard } from "../fixtures/days";
import { chance } from "../fixtures/played-house";
import { TERM_DECKS, type TermDeck } from "./decks";
import { type Acknowledged, type Part, playGame } from "./game";
import { tapOf } from "./pupil";
import { type SeatCard, TermTeacher } from "./teacher";

export type TermSize = { students: number; decks: number; weeks: number; rounds: number };

export type TermClass = { id: string; name: string; students: readonly string[] };
export type TermGame = { sessionId: string; classId: string; deckId: string; week: number };

/** A term as it was played, with what the phones were told: nothing in it was read from the product. */
export type Term = {
  teacher: TermTeacher;
  colleague: TermTeacher;
  classes: TermClass[];
  decks: { id: string; deck: TermDeck }[];
  games: TermGame[];
  acknowledged: Acknowledged[];
};

const CLASSES = ["7a", "7b", "8c"];
const DAYS_A_WEEK = 7;
/** Every game of a term has this timer, and each week the next way of scoring. */
export const TIMER_MS = 20_000;
export const SCORING: readonly ScoringMode[] = ["accuracy-first", "streak", "speed", "accuracy"];

const GIVEN = [
  ...[
    "Zoë",
    "Ana",
    "Bo",
    "Cem",
    "Dilek",
    "Eva",
    "Finn",
    "Gül",
    "Hal",
    "Ines",
    "Jörg",
    "Kaja",
    "Łukasz",
    "Mia",
  ],
  ...[
    "Noor",
    "Oskar",
    "Pia",
    "Quentin",
    "Rosa",
    "Sven",
    "Théo",
    "Uma",
    "Vera",
    "Wim",
    "Xenia",
    "Yara",
    "Zeno",
  ],
];
/** Names that a spreadsheet would run, split or spoil. */
const AWKWARD = ["=SUM(A1)", "-Anna", '"Quo" T.', "O'Brien, Pat", "李小龍"];

/** The class list: every name once, some of them awkward. */
export function classList(students: number, of: number): string[] {
  const names = [...AWKWARD];
  for (let i = 0; names.length < students; i++)
    names.push(`${GIVEN[(i * 5 + of) % GIVEN.length]} ${String.fromCharCode(65 + ((i * 7 + of) % 26))}.`);
  if (new Set(names).size !== names.length) throw new Error("A name stands twice in the class list.");
  return names.slice(0, students);
}

/** A pupil's life over the term: their phone, their words, what they have met and when. */
type Pupil = {
  name: string;
  place: number;
  seat: Omit<SeatCard, "name">;
  shelf: Map<string, string>;
  met: Map<string, { times: number; week: number }>;
};

/**
 * Plays a term on a running server with an empty database: three classes, each meeting one deck after another, a game a
 * week, all three at the same time. Every answer is given over a socket. The same seed plays the same minds.
 * @param say told of every week
 */
export async function playTerm(
  server: { url: string; dataDir: string },
  size: TermSize,
  seed: number,
  say: (line: string) => void = () => {},
): Promise<Term> {
  const db = databaseOf(server.dataDir);
  try {
    const teacher = await TermTeacher.first(server.url, "ada@school.example");
    const colleague = await teacher.colleague("grace@school.example");
    const decks: Term["decks"] = [];
    for (const deck of TERM_DECKS.slice(0, size.decks))
      decks.push({ id: await teacher.importDeck(deck), deck });
    const classes = await Promise.all(
      CLASSES.map(async (name, of) => {
        const students = classList(size.students, of);
        const { id, cards } = await teacher.makeClass(name, students);
        const pupils = cards.map(({ name: own, ...seat }, place): Pupil => {
          return { name: own, place, seat, shelf: new Map(), met: new Map() };
        });
        return { id, name, students, pupils };
      }),
    );
    const term: Term = { teacher, colleague, classes, decks, games: [], acknowledged: [] };
    for (let week = 0; week < size.weeks; week++) {
      const begin = Date.now();
      const played = await Promise.all(
        classes.map(async ({ id: classId, pupils }, of) => {
          const chosen = decks[(week + of) % decks.length];
          if (!chosen) throw new Error("A term needs a deck.");
          const settings: GameSettings = {
            ...DEFAULT_SETTINGS,
            questionCount: size.rounds,
            scoring: SCORING[week % SCORING.length] ?? "accuracy",
            timer: { kind: "fixed", ms: TIMER_MS },
          };
          const sessionId = await teacher.host(chosen.id, classId, settings);
          const parts = partsOf(pupils, chosen.deck, { seed: seed + of, week, rounds: size.rounds });
          const { url: origin } = server;
          const game = { origin, cookie: teacher.cookie, sessionId, rounds: size.rounds, parts, db };
          return { game: { sessionId, classId, deckId: chosen.id, week }, given: await playGame(game) };
        }),
      );
      for (const { game, given } of played) {
        term.games.push(game);
        term.acknowledged.push(...given);
      }
      await masteryHasHeard(db);
      await mergeGuests(
        term,
        played.map(({ game }) => game),
        db,
      );
      if (week < size.weeks - 1) await daysPass(db, DAYS_A_WEEK);
      const answers = played.reduce((sum, { given }) => sum + given.length, 0);
      say(`week ${week + 1}: ${played.length} games, ${answers} answers, ${Date.now() - begin} ms`);
    }
    return term;
  } finally {
    await db.end();
  }
}

/**
 * Who comes in a week: most of the class; one or two are absent, one comes late, one leaves early, one has no phone, one
 * has forgotten their words and plays as a guest, and somebody from elsewhere drops in.
 */
function partsOf(
  pupils: readonly Pupil[],
  deck: TermDeck,
  { seed, week, rounds }: { seed: number; week: number; rounds: number },
): Part[] {
  const draw = (which: number) => Math.floor(chance(seed, week + 1, which) * pupils.length);
  const one = (from: number, taken: readonly number[]) => {
    let place = from;
    while (taken.includes(place)) place = (place + 1) % pupils.length;
    return place;
  };
  const absent = [draw(1), one(draw(2), [draw(1)])];
  const late = one(draw(3), absent);
  const leaving = one(draw(4), [...absent, late]);
  const phoneless = one(draw(5), [...absent, late, leaving]);
  const guest = one(draw(6), [...absent, late, leaving, phoneless]);
  const parts = pupils
    .filter(({ place }) => !absent.includes(place))
    .map((pupil): Part => {
      const { name, place, seat, shelf } = pupil;
      return {
        name: place === guest ? guestName(place, week) : name,
        seat: place === guest ? null : seat,
        phoneless: place === phoneless,
        comesAfter: place === late ? Math.floor(rounds / 3) : 0,
        leavesAfter: place === leaving ? Math.ceil(rounds / 2) : null,
        // A guest's phone is another one, or it would find its seat.
        shelf: place === guest ? new Map() : shelf,
        taps: (question) => {
          const before = pupil.met.get(question.front) ?? { times: 0, week };
          pupil.met.set(question.front, { times: before.times + 1, week });
          const seen = { ...question, met: before.times, weeksAgo: week - before.week };
          return tapOf(deck, { seed, place, of: pupils.length }, seen, before.times);
        },
      };
    });
  const visitor: Part = {
    ...{
      name: "Visitor Vi",
      seat: null,
      phoneless: false,
      comesAfter: 0,
      leavesAfter: null,
      shelf: new Map(),
    },
    taps: (question) =>
      tapOf(deck, { seed: seed + 99, place: 0, of: 2 }, { ...question, met: 0, weeksAgo: 0 }, week),
  };
  return [...parts, visitor];
}

const guestName = (place: number, week: number) => `Forgot ${week + 1} ${place + 1}`;

/** In the evening the teacher says who the guest was who had forgotten their words. */
async function mergeGuests(term: Term, games: readonly TermGame[], db: pg.Pool): Promise<void> {
  for (const { sessionId, classId } of games) {
    const { rows } = await db.query<{ id: string; name: string }>(
      `select id, name from "Player" where "sessionId" = $1 and name like 'Forgot %'`,
      [sessionId],
    );
    const cards = term.classes.find(({ id }) => id === classId);
    for (const { id, name } of rows) {
      const place = Number(name.split(" ")[2]) - 1;
      const student = await db.query<{ id: string }>(
        `select id from "Student" where "classId" = $1 order by name offset $2 limit 1`,
        [classId, place],
      );
      const [found] = student.rows;
      if (!cards || !found) throw new Error(`${name} is nobody of the class.`);
      await term.teacher.mergeGuest(classId, id, found.id);
    }
  }
}
