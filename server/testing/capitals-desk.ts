import type { DeskCard, DeskCommand, DeskQuestion } from "@/contract/desk";
import { createDesk, type Desk } from "../desk/desk";
import type { LanguageModel } from "../model/model";
import { deskPage } from "../queries/decks";
import { startTestDatabase, type TestDatabase } from "./test-database";

const CAPITALS = {
  France: "Paris",
  Spain: "Madrid",
  Italy: "Rome",
  Austria: "Vienna",
  Greece: "Athens",
  Norway: "Oslo",
  Sweden: "Stockholm",
  Poland: "Warsaw",
};

/** The first so many countries, each with its capital. */
export const capitals = (count: number) => Object.entries(CAPITALS).slice(0, count);

/** A teacher's desk with a deck of "What is the capital of …?" on it, on a database of its own. */
export class CapitalsDesk {
  /** What the desk has told its log: faults. */
  readonly logged: unknown[] = [];
  desk: Desk;
  deckId = "";

  private constructor(
    readonly database: TestDatabase,
    /** The teacher whose desk it is. */
    readonly ada: string,
  ) {
    this.desk = this.sitDown(null);
  }

  static async open(): Promise<CapitalsDesk> {
    const database = await startTestDatabase();
    return new CapitalsDesk(database, await newTeacher(database, "ada"));
  }

  async close(): Promise<void> {
    await this.desk.close();
    await this.database.close();
  }

  newTeacher = (name: string) => newTeacher(this.database, name);

  /** Another desk takes the place of the one before, which is to be closed. */
  sitDown(model: LanguageModel | null): Desk {
    const log = { error: (details: object) => this.logged.push(details) };
    this.desk = createDesk({ db: this.database.prisma, log, model });
    return this.desk;
  }

  /** Saves a deck and waits until its questions are made. @returns its id */
  save = async (of: readonly (readonly [country: string, capital: string])[], original = "") => {
    const cards = of.map(([country, back]) => ({
      front: `What is the capital of ${country}?`,
      back,
      tags: [],
    }));
    const id = await this.desk.save(this.ada, { title: "Capitals", format: "json", cards }, original);
    await this.quiet(id);
    return id;
  };

  /** Resolves when neither the house nor a model is at work on the deck. */
  quiet = async (id = this.deckId): Promise<void> => {
    const busy = () => this.desk.progress(id) !== null || this.desk.asking(id).asking !== null;
    for (let tries = 0; busy() && tries < 400; tries++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    if (busy()) throw new Error("The desk did not come to an end with the deck.");
  };

  run = (command: DeskCommand, id = this.deckId) => this.desk.run(this.ada, id, command);

  /** The teacher's command is followed, and what it set off has come to an end. */
  done = async (command: DeskCommand, id = this.deckId): Promise<void> => {
    const answer = await this.run(command, id);
    if (!answer.ok) throw new Error(`The desk refused: ${answer.message}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await this.quiet(id);
  };

  cards = async (id = this.deckId): Promise<DeskCard[]> => {
    const page = await deskPage(this.database.prisma, this.ada, id, { search: "", page: 1 });
    return page?.deck.cards ?? [];
  };

  /** The first card and its first question. */
  first = async (): Promise<{ card: DeskCard; question: DeskQuestion }> => {
    const [card] = await this.cards();
    const question = card?.questions[0];
    if (!card || !question) throw new Error("The deck has no question.");
    return { card, question };
  };
}

/** The texts of a question's options, in the order of the alphabet. */
export const textsOf = (question: DeskQuestion) => question.options.map(({ text }) => text).sort();

const newTeacher = async ({ prisma }: TestDatabase, name: string): Promise<string> =>
  (await prisma.teacher.create({ data: { name, email: `${name}@school.test` } })).id;
