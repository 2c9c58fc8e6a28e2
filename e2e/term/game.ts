import type pg from "pg";
import { inPhase, next, shows } from "#server/testing/live-players";
import { connectHost, type HostLink } from "@/client/host";
import { connectPlayer, type PlayerLink } from "@/client/player";
import type { PlayerId, SessionId } from "@/contract/ids";
import type { RoundView } from "@/contract/views";
import type { Tap } from "./pupil";

/** Who takes part, and how: the same words as a teacher's. */
export type Part = {
  /** As it is typed, or as it stands in the class list. */
  name: string;
  /** How the seat is taken; a guest has none, and a student without a phone is seated by the host. */
  seat: { studentId: string; words: string } | null;
  phoneless: boolean;
  /** Rounds that have been played when they come, and when they leave; they stay to the end when it is null. */
  comesAfter: number;
  leavesAfter: number | null;
  /** The phone's storage, which outlives the game; a class seat is found in it again. */
  shelf: Map<string, string>;
  /** What they do in a round: `key` and `options` as texts. */
  taps: (question: { front: string; key: string; options: readonly string[] }) => Tap;
};

/** An answer that the server acknowledged. */
export type Acknowledged = {
  sessionId: string;
  number: number;
  name: string;
  text: string;
  rating: number | null;
};

type Seat = { part: Part; link: PlayerLink | null; playerId: PlayerId | null; name: string };
type Asked = { front: string; options: { id: string; text: string; correct: boolean }[] };

/** Seats are taken in batches, as pupils come through a door. */
const DOOR = 10;
const SHOWN_MS = 20_000;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/**
 * Plays one whole game over sockets: the host's and one for each phone.
 * @param db read for the key of each question, which no phone is told; nothing is written
 * @returns every answer that was acknowledged
 */
export async function playGame(options: {
  origin: string;
  cookie: string;
  sessionId: string;
  rounds: number;
  parts: readonly Part[];
  db: pg.Pool;
}): Promise<Acknowledged[]> {
  const { origin, cookie, sessionId, rounds, parts, db } = options;
  const host = connectHost(sessionId as SessionId, { origin, extraHeaders: { cookie } });
  host.start();
  const seats: Seat[] = [];
  try {
    const { view } = await shows(host.store, ({ connection }) => connection === "connected");
    const pin = view?.pin ?? "";
    const given: Acknowledged[] = [];
    for (let round = 0; round < rounds; round++) {
      const coming = parts.filter(({ comesAfter }) => comesAfter === round);
      while (coming.length > 0)
        seats.push(
          ...(await Promise.all(coming.splice(0, DOOR).map((part) => sitDown(host, origin, pin, part)))),
        );
      for (const seat of seats) if (seat.part.leavesAfter === round) await seat.link?.leave();
      const here = seats.filter(({ part }) => part.leavesAfter === null || part.leavesAfter > round);
      const answers = await playRound(host, here, db);
      given.push(...answers.map((answer) => ({ sessionId, ...answer })));
    }
    const ended = await host.send({ type: "end" });
    if (!ended.ok) throw new Error(`The game could not be ended: ${ended.code}`);
    return given;
  } finally {
    for (const { link } of seats) link?.stop();
    host.stop();
  }
}

async function sitDown(host: HostLink, origin: string, pin: string, part: Part): Promise<Seat> {
  const { name, seat, phoneless } = part;
  if (phoneless && seat) {
    const seated = await host.send({ type: "seat-student", studentId: seat.studentId });
    if (!seated.ok) throw new Error(`${name} was not seated: ${seated.code}`);
    const mine = (row: { name: string; phoneless: boolean }) => row.phoneless && sameStart(row.name, name);
    const { view } = await shows(host.store, (live) => live.view?.players.some(mine) ?? false, SHOWN_MS);
    const row = view?.players.find(mine);
    return { part, link: null, playerId: row?.id ?? null, name: row?.name ?? name };
  }
  const link = connectPlayer(shelfOf(part), pin, { origin });
  link.start();
  const look = seat ? await link.look({ pin }) : null;
  const known = look?.ok && look.roster?.own?.id === seat?.studentId;
  const answer = !seat
    ? await link.join({ pin, name })
    : known
      ? await link.joinAgain({ pin })
      : await link.join({ pin, student: seat });
  if (!answer.ok) throw new Error(`${name} was not let in: ${answer.code}`);
  await shows(link.store, ({ connection }) => connection === "connected", SHOWN_MS);
  return { part, link, playerId: null, name: answer.name };
}

/** Games shorten long names to what fits a projector. */
const sameStart = (shown: string, whole: string) => whole.startsWith(shown.replace(/\.$/, "").slice(0, 15));

/** The browser's storage of one phone. */
const shelfOf = ({ shelf }: Part) => ({
  getItem: (key: string) => shelf.get(key) ?? null,
  setItem: (key: string, value: string) => void shelf.set(key, value),
});

async function playRound(
  host: HostLink,
  seats: readonly Seat[],
  db: pg.Pool,
): Promise<Omit<Acknowledged, "sessionId">[]> {
  await shows(host.store, ({ view }) => view?.hasNext === true, SHOWN_MS);
  const opened = await next(host);
  if (!opened.ok) throw new Error(`No question was opened: ${opened.code}`);
  const { view } = await shows(host.store, inPhase("question"), SHOWN_MS);
  if (view?.phase.name !== "question") throw new Error("No question is open.");
  const { round } = view.phase;
  const { rows } = await db.query<Asked>(`select front, options from "Round" where id = $1`, [round.id]);
  const [asked] = rows;
  if (!asked) throw new Error("The open question is not in the database.");
  const given = await Promise.all(seats.map((seat) => takePart(host, seat, round, asked)));
  // Those who said nothing would keep it open until the time is up; it may have closed by itself.
  await host.send({ type: "close-round", roundId: round.id });
  await shows(host.store, inPhase("reveal"), SHOWN_MS);
  return given.flatMap((answer) => (answer ? [{ number: round.number, ...answer }] : []));
}

async function takePart(
  host: HostLink,
  { part, link, playerId, name }: Seat,
  round: RoundView,
  { front, options }: Asked,
): Promise<Pick<Acknowledged, "name" | "text" | "rating"> | null> {
  const tap = part.taps({
    front,
    key: options.find(({ correct }) => correct)?.text ?? "",
    options: options.map(({ text }) => text),
  });
  if (tap.text === null) return null;
  const option = round.options.find(({ id }) => options.find((one) => one.id === id)?.text === tap.text);
  if (!option) throw new Error(`${tap.text} is not shown.`);
  await wait(round.opensAt - Date.now() + tap.afterMs);
  if (!link) {
    if (!playerId) throw new Error(`${name} has no seat.`);
    const said = await host.send({ type: "answer-for", playerId, roundId: round.id, optionId: option.id });
    if (!said.ok) throw new Error(`The host could not answer for ${name}: ${said.code}`);
    return { name, text: tap.text, rating: null };
  }
  await shows(link.store, (live) => inPhase("question")(live) && live.connection === "connected", SHOWN_MS);
  const said = await link.send({ type: "answer", roundId: round.id, optionId: option.id });
  if (!said.ok) throw new Error(`${name} could not answer: ${said.code}`);
  if (tap.rating === null) return { name, text: tap.text, rating: null };
  const rated = await link.send({ type: "rate", roundId: round.id, rating: tap.rating });
  return { name, text: tap.text, rating: rated.ok ? tap.rating : null };
}
