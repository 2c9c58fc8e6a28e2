import { cardHash } from "#server/domain/question/card-hash";
import type { DeckAilment, Making } from "@/contract/desk";
import { type Question, QuestionKind } from "@/contract/question";
import type { PrismaClient } from "../store/generated/client";
import type { DeskThread } from "./desk-thread";
import { mergeQuestions } from "./merge";
import type { MadeCard } from "./question-jobs";
import { QuestionRows } from "./question-rows";

type Progress = { done: number; of: number; again: boolean; finished: Promise<void> };

/**
 * Makes the stored questions of decks and keeps them up to date. One making per deck at a time: a wish that comes
 * during one starts another after it, so that the last card text always wins.
 */
export class QuestionBank {
  private readonly makings = new Map<string, Progress>();

  constructor(
    private readonly db: PrismaClient,
    private readonly thread: DeskThread,
    private readonly log: { error: (details: object, message: string) => void },
    /** The questions of a whole deck are there. The deck counts as made when this resolves; it may not reject. */
    private readonly onMade: (deckId: string) => Promise<void>,
  ) {}

  /** How far the making of this deck has come; null when none runs. */
  progress(deckId: string): Making {
    const running = this.makings.get(deckId);
    return running ? { done: running.done, of: running.of } : null;
  }

  /** Resolves when no making of this deck runs any more. Never rejects: a failure is logged, and `madeAt` stays empty. */
  async settled(deckId: string): Promise<void> {
    await this.makings.get(deckId)?.finished;
  }

  /** Starts making the questions of a whole deck, in the background. */
  start(deckId: string): void {
    const running = this.makings.get(deckId);
    if (running) {
      running.again = true;
      return;
    }
    const progress: Progress = { done: 0, of: 0, again: false, finished: Promise.resolve() };
    this.makings.set(deckId, progress);
    progress.finished = this.run(deckId, progress)
      .catch((error: unknown) =>
        this.log.error({ deckId, error: String(error) }, "questions could not be made"),
      )
      .finally(() => this.makings.delete(deckId));
  }

  /** Starts again what a stop of the server interrupted. @returns how many decks that were */
  async resume(): Promise<number> {
    const left = await this.db.deck.findMany({ where: { madeAt: null }, select: { id: true } });
    for (const deck of left) this.start(deck.id);
    return left.length;
  }

  /** Makes the questions of one card now; the rest of the deck is not touched. */
  async makeCard(deckId: string, cardId: string): Promise<void> {
    const deck = await this.read(deckId);
    await this.thread.make({ ...deck, only: [cardId] }, (made) => this.write(deckId, made));
  }

  /** What another seed makes of one card, without storing it. */
  async draw(deckId: string, cardId: string, seed: number): Promise<Question[]> {
    const deck = await this.read(deckId);
    const drawn: Question[] = [];
    await this.thread.make({ ...deck, seed, only: [cardId] }, async (made) => {
      for (const card of made) drawn.push(...card.questions);
    });
    return drawn;
  }

  /** What the deck doctor says of the deck. Of cards that are not asked it says nothing. */
  async examine(deckId: string): Promise<DeckAilment[]> {
    const { cards } = await this.read(deckId);
    const told = await this.db.card.findMany({
      where: { deckId, archivedAt: null, OR: [{ asked: false }, { skipped: { not: null } }] },
      select: { id: true, asked: true, skipped: true, _count: { select: { questions: true } } },
    });
    const off = told.filter(({ asked }) => !asked).map(({ id }) => id);
    // A card that the generator gave up may have a question all the same, by the teacher's word.
    const skipped = told.flatMap(({ id, skipped, _count }) =>
      skipped === null || _count.questions > 0 ? [] : { card: id, reason: skipped },
    );
    return this.thread.examine({ cards, skipped, off });
  }

  private async run(deckId: string, progress: Progress): Promise<void> {
    do {
      progress.again = false;
      await this.db.deck.updateMany({ where: { id: deckId }, data: { madeAt: null } });
      const deck = await this.read(deckId);
      progress.done = 0;
      progress.of = deck.cards.length;
      await this.thread.make({ ...deck, only: null }, async (made) => {
        await this.write(deckId, made);
        progress.done += made.length;
      });
    } while (progress.again);
    await this.onMade(deckId);
    await this.db.deck.updateMany({ where: { id: deckId }, data: { madeAt: new Date() } });
  }

  /** The deck as makings read it. */
  async read(deckId: string) {
    return this.db.deck.findUniqueOrThrow({
      where: { id: deckId },
      select: {
        seed: true,
        cards: {
          where: { archivedAt: null },
          orderBy: { position: "asc" },
          select: { id: true, front: true, back: true, tags: true, banned: true },
        },
      },
    });
  }

  private async write(deckId: string, made: MadeCard[]): Promise<void> {
    const { kindsOff } = await this.db.deck.findUniqueOrThrow({
      where: { id: deckId },
      select: { kindsOff: true },
    });
    const off = kindsOff.filter((kind): kind is QuestionKind => QuestionKind.safeParse(kind).success);
    const cards = await this.db.card.findMany({
      where: { id: { in: made.map((card) => card.cardId) }, archivedAt: null },
      select: { id: true, front: true, back: true, skipped: true, questions: { select: STORED } },
    });
    const rows = new QuestionRows(deckId);
    for (const { cardId, questions, skipped } of made) {
      const card = cards.find((stored) => stored.id === cardId);
      if (!card) continue;
      const hash = cardHash(card);
      rows.take(card.id, hash, mergeQuestions(card.questions, questions, hash, off));
      if (card.skipped !== skipped) rows.skip(card.id, skipped);
    }
    await rows.write(this.db);
  }
}

/** What making questions again needs to know of those that are there. */
const STORED = {
  id: true,
  key: true,
  kind: true,
  prompt: true,
  position: true,
  pinned: true,
  edited: true,
  active: true,
  cardHash: true,
  options: { select: { id: true, position: true, text: true, correct: true, state: true } },
} as const;
