import type { AskedQuestion } from "@/contract/events";
import { CommandId, OptionId, PlayerId, RoundId } from "@/contract/ids";
import { DEFAULT_SETTINGS, type GameSettings } from "@/contract/settings";
import type { GameCommand } from "../domain/game/command";
import { decide } from "../domain/game/decide";
import { evolve, start } from "../domain/game/evolve";
import { cryptoChance, hashSecret } from "../room/chance";
import type { NumberedEvent, SeatHashes } from "../room/ports";
import type { Database } from "../store/client";
import { PostgresEventLog } from "../store/postgres-event-log";

export type Choice = { option: number; takenMs: number; confidence?: number } | null;

export type PlayedSession = {
  teacherId: string;
  deckId: string;
  classId?: string;
  students: readonly { name: string; studentId?: string }[];
  /** Positions of the deck's cards, in the order asked; a card may come twice. */
  cards: readonly number[];
  /** What a student does in a round, both 0-based: an option by its place in the deck (0 is the key), or nothing. */
  choose: (student: number, round: number) => Choice;
  settings?: Partial<GameSettings>;
  title?: string;
  /** Server epoch ms of the first event. */
  startsAt: number;
};

const READY_MS = 3_000;
const ROUND_MS = 20_000;
const EVENTS_AT_ONCE = 20_000;

/** Plays a whole game by the rules and the log, without sockets and without waiting. @returns its id */
export async function playSession(database: Database, game: PlayedSession): Promise<string> {
  const log = new PostgresEventLog(database.pool);
  const questions = await askedQuestions(database, game.deckId);
  const sessionId = cryptoChance.sessionId();
  let now = game.startsAt;
  const created = {
    type: "session-created" as const,
    at: now,
    sessionId,
    title: game.title ?? "Sums",
    pin: cryptoChance.pin(),
    settings: { ...DEFAULT_SETTINGS, timer: { kind: "fixed" as const, ms: ROUND_MS }, ...game.settings },
  };
  const { teacherId, deckId, classId = null } = game;
  if ((await log.create({ teacherId, deckId, classId, created })) !== "created") throw new Error("PIN taken");
  let state = start(created);
  const events: NumberedEvent[] = [];
  const seats: SeatHashes[] = [];
  const tell = (command: GameCommand) => {
    const decision = decide(state, command, now, () => 0.5);
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.code}`);
    for (const event of decision.events) {
      state = evolve(state, event);
      events.push({ seq: events.length + 2, event, cause: null });
    }
  };
  const players = game.students.map(({ name, studentId = null }) => {
    const playerId = PlayerId.parse(cryptoChance.playerId());
    seats.push({ playerId, tokenHash: hashSecret(playerId), previousHash: null });
    tell({ type: "join", playerId, name, studentId });
    return playerId;
  });
  game.cards.forEach((card, round) => {
    const question = questions[card];
    if (!question) throw new Error(`The deck has no card ${card}.`);
    const roundId = RoundId.parse(cryptoChance.roundId());
    const asked = withFreshOptions(question);
    now += 1_000;
    tell({ type: "open-round", roundId, question: asked, why: null });
    const opened = now + READY_MS;
    const given = players.flatMap((playerId, student) => {
      const choice = game.choose(student, round);
      return choice ? [{ playerId, ...choice }] : [];
    });
    for (const { playerId, option, takenMs, confidence } of given.sort((a, b) => a.takenMs - b.takenMs)) {
      now = opened + takenMs;
      const optionId = asked.options[option]?.id;
      if (!optionId) throw new Error(`The question has no option ${option}.`);
      const commandId = CommandId.parse(`${playerId}-${round}`);
      tell({ type: "answer", playerId, roundId, optionId, commandId, lagMs: 0 });
      if (confidence) tell({ type: "rate", playerId, roundId, rating: confidence });
    }
    now = opened + ROUND_MS;
    tell({ type: "close-round", roundId, reason: "host" });
  });
  tell({ type: "end" });
  // A hall of thousands gives more answers than one statement should carry.
  for (let at = 0; at < events.length; at += EVENTS_AT_ONCE)
    await log.append({
      sessionId,
      events: events.slice(at, at + EVENTS_AT_ONCE),
      seats: at === 0 ? seats : [],
    });
  await log.close();
  return sessionId;
}

const withFreshOptions = (question: AskedQuestion): AskedQuestion => {
  const options = question.options.map((option) => ({
    ...option,
    id: OptionId.parse(cryptoChance.optionId()),
  }));
  const keys = question.options.flatMap(({ id }, at) =>
    question.keys.includes(id) ? (options[at]?.id ?? []) : [],
  );
  return { ...question, options, keys };
};

/** The first question of each card, by the card's place. */
async function askedQuestions({ prisma }: Database, deckId: string): Promise<AskedQuestion[]> {
  const cards = await prisma.card.findMany({
    where: { deckId },
    orderBy: { position: "asc" },
    include: { questions: { include: { options: { orderBy: { position: "asc" } } } } },
  });
  return cards.flatMap(({ id: cardId, front, back, questions: [question] }) => {
    if (!question) return [];
    const { id: questionId, kind, prompt } = question;
    const options = question.options.map(({ id, text }) => ({
      id: OptionId.parse(id),
      text,
      storedOptionId: id,
    }));
    const keys = question.options.filter(({ correct }) => correct).map(({ id }) => OptionId.parse(id));
    return [{ questionId, cardId, kind, prompt, front, back, options, keys }];
  });
}
