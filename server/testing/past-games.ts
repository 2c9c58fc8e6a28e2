import { CorrectionCommand } from "@/contract/corrections";
import { sessionResults } from "../queries/results/session-results";
import { createResults, type Results } from "../results/results";
import { cryptoChance } from "../room/chance";
import { Registry } from "../room/registry";
import { MasteryListener } from "../store/mastery/listener";
import { PostgresEventLog } from "../store/postgres-event-log";
import { KeptLog, listedQuestions, noClass, realClock } from "./live-server";
import { playSession } from "./played-session";
import { storedDeck } from "./stored-deck";
import { startTestDatabase, type TestDatabase } from "./test-database";

const NAMES = ["Ada", "Bea", "Cy", "Dee"];

/** Games that are over, of a class of four, on a database of its own; nothing of them is in a room any more. */
export class PastGames {
  readonly logger = new KeptLog();
  readonly mastery: MasteryListener;
  readonly log: PostgresEventLog;
  readonly results: Results;
  deck = { teacherId: "", deckId: "" };
  classId = "";
  /** The game that the test is about. */
  sessionId = "";
  private students: { name: string; studentId: string }[] = [];

  private constructor(readonly database: TestDatabase) {
    this.mastery = new MasteryListener(database.pool, this.logger);
    this.log = new PostgresEventLog(database.pool, (events) => this.mastery.notice(events));
    const rooms = new Registry({
      log: this.log,
      questions: listedQuestions(0),
      classSeats: noClass,
      clock: realClock,
      chance: cryptoChance,
      logger: this.logger,
      joinUrl: "http://localhost",
      screensOf: () => {
        throw new Error("No room is open here.");
      },
    });
    this.results = createResults({ db: database.prisma, rooms });
  }

  static async open(): Promise<PastGames> {
    return new PastGames(await startTestDatabase());
  }

  async close(): Promise<void> {
    await this.log.close();
    await this.database.close();
  }

  /** A new deck of two cards, a new class, and a game of theirs. */
  async begin(): Promise<void> {
    const { prisma } = this.database;
    this.deck = await storedDeck(this.database, 2);
    const { id: classId } = await prisma.class.create({
      data: { name: "7b", teachers: { create: { teacherId: this.deck.teacherId, owner: true } } },
    });
    this.classId = classId;
    this.students = await Promise.all(
      NAMES.map(async (name) => {
        const { id } = await prisma.student.create({ data: { classId, name, pseudonym: name } });
        return { name, studentId: id };
      }),
    );
    this.sessionId = await this.play();
    await this.mastery.catchUp();
  }

  /** Round 0: Ada right, Bea and Cy take option 1, Dee option 2. Round 1: all right. @returns the game's id */
  play = () =>
    playSession(this.database, {
      ...this.deck,
      classId: this.classId,
      students: this.students,
      cards: [0, 1],
      choose: (student, round) => ({
        option: round === 1 ? 0 : ([0, 1, 1, 2][student] ?? 0),
        takenMs: 1_000 * (student + 1),
        confidence: 4,
      }),
      startsAt: Date.now() - 60_000,
    });

  read = async (id = this.sessionId) => {
    const found = await sessionResults(this.database.prisma, this.deck.teacherId, id);
    if (!found) throw new Error("The session is gone.");
    return found;
  };

  /** The teacher's correction of the game. */
  correct = (wish: CorrectionCommand) => this.results.correct(this.deck.teacherId, this.sessionId, wish);

  /** Accepts "3" as an answer to the first question, which Bea and Cy gave, or takes that back. */
  command = async (accepted: boolean, everywhere = false): Promise<CorrectionCommand> => {
    const [round] = (await this.read()).rounds;
    const option = round?.options.find(({ text }) => text === "3");
    return CorrectionCommand.parse({
      type: "accept",
      roundId: round?.id,
      optionId: option?.id,
      accepted,
      everywhere,
    });
  };

  /** Everything that a correction may move: results, mastery, the options in the deck. */
  everything = async () => {
    await this.mastery.settled();
    const { prisma } = this.database;
    const where = { student: { classId: this.classId } };
    const plain = <T extends { updatedAt?: Date }>(rows: T[]) => rows.map(({ updatedAt: _, ...row }) => row);
    return {
      results: await this.read(),
      learned: await prisma.learnedAnswer.findMany({ where, orderBy: { id: "asc" } }),
      students: plain(await prisma.studentMemory.findMany({ where, orderBy: { studentId: "asc" } })),
      pairs: await prisma.studentCardMemory.findMany({
        where,
        orderBy: [{ studentId: "asc" }, { cardId: "asc" }],
      }),
      bank: await prisma.questionOption.findMany({
        where: { question: { deckId: this.deck.deckId } },
        orderBy: { id: "asc" },
      }),
    };
  };
}
