import { RateLimiterMemory } from "rate-limiter-flexible";
import { z } from "zod";
import type {
  PracticeAnswer,
  PracticeAnswered,
  PracticeAsk,
  PracticePage,
  PracticeWish,
} from "@/contract/practice";
import { hash32 } from "../domain/hash";
import { memoriesOf } from "../domain/mastery/fold";
import { pickNext } from "../domain/mastery/pick/pick-next";
import type { AskedRound } from "../domain/mastery/pick/request";
import { knowledgeAt, WEEK } from "../domain/mastery/predict";
import { cryptoChance, hashSecret } from "../room/chance";
import type { Database } from "../store/client";
import { inTransaction } from "../store/in-transaction";
import { hearPractice } from "../store/mastery/hear";
import { loadMemories, skillOf } from "../store/mastery/memories";
import { readWeights } from "../store/mastery/weights";
import { askableCards, bankQuestion, type DeckCard } from "../store/question-bank";
import { sealer } from "./sealed";

/** Under this probability a card that was met is due: seven in ten is where asking helps and does not discourage. */
const DUE = 0.7;
/** A question that lies open longer than this is asked anew. */
const ASK_MS = 60 * 60 * 1_000;
/** What was asked within this time belongs to the same round of practice. */
const ROUND_MS = 30 * 60 * 1_000;
/** Faster than this a minute is not reading. */
const PER_MINUTE = 40;

/** What was asked, sealed on the phone until the answer comes. `id` names the answer: it is heard once. */
const Asked = z.object({
  id: z.string(),
  studentId: z.string(),
  questionId: z.string(),
  homeworkId: z.string().nullable(),
  /** Stored options in the order shown. */
  options: z.array(z.string()),
  at: z.number(),
});
type Asked = z.infer<typeof Asked>;

type Student = { id: string; name: string; classId: string; class: { name: string } };

/**
 * Practice between classes: a student's own page behind a secret link, or behind the seat that a phone has kept. The
 * key of a question leaves the server with the reveal and not before, and every answer is heard by mastery once.
 */
export function createPractice(deps: {
  database: Pick<Database, "prisma" | "pool">;
  secret: string;
  now: () => Date;
}) {
  const { database, secret, now } = deps;
  const { prisma, pool } = database;
  const seals = sealer(secret, "practice");
  const pace = new RateLimiterMemory({ points: PER_MINUTE, duration: 60 });

  /** By the student's link, or by a seat that their phone has proved and kept. */
  async function studentOf(token: string): Promise<Student | null> {
    const hash = hashSecret(token);
    const select = { id: true, name: true, classId: true, class: { select: { name: true } } } as const;
    const byLink = await prisma.student.findUnique({ where: { linkHash: hash }, select });
    if (byLink) return byLink;
    const seat = await prisma.classSeat.findUnique({
      where: { tokenHash: hash },
      select: { student: { select } },
    });
    return seat?.student ?? null;
  }
  const inPace = (studentId: string) =>
    pace.consume(studentId).then(
      () => true,
      () => false,
    );

  return {
    /** What a student has to do; null when no student has this link or seat. */
    async page(token: string): Promise<PracticePage | null> {
      const student = await studentOf(token);
      if (!student) return null;
      const { classId, id: studentId } = student;
      const [decks, homework] = await Promise.all([
        prisma.deck.findMany({
          where: { OR: [{ sessions: { some: { classId } } }, { homework: { some: { classId } } }] },
          select: { id: true, title: true },
          orderBy: { createdAt: "desc" },
        }),
        prisma.homework.findMany({
          where: { classId },
          select: { id: true, dueAt: true, timeZone: true, deckId: true, deck: { select: { title: true } } },
          orderBy: { dueAt: "asc" },
        }),
      ]);
      const page: PracticePage = {
        name: student.name,
        className: student.class.name,
        decks: [],
        homework: [],
      };
      for (const { id, title } of decks) {
        const cards = await askableCards(prisma, id);
        const { mastery, subject } = await memoriesFor(studentId, id, cards);
        const knows = knowledgeAt(mastery.weights, now().getTime() / 1_000);
        const seats = cards.map((card) => memoriesOf(mastery, subject(card)));
        const met = seats.filter(({ pair }) => pair.last !== 0);
        page.decks.push({
          deckId: id,
          title,
          due: met.filter((memories) => knows(memories) < DUE).length,
          unmet: seats.length - met.length,
          cards: cards.length,
        });
      }
      for (const { id, dueAt, timeZone, deckId, deck } of homework) {
        const cards = await askableCards(prisma, deckId);
        const open = await openCards(cards, studentId, id);
        page.homework.push({
          ...{ id, dueAt, timeZone, title: deck.title, cards: cards.length },
          done: cards.length - open.length,
        });
      }
      return page;
    },

    /** The next question of a deck, or of homework: there a card comes back until it was answered right. */
    async ask(token: string, wish: PracticeWish): Promise<PracticeAsk> {
      const student = await studentOf(token);
      if (!student) return { ok: false, why: "gone" };
      if (!(await inPace(student.id))) return { ok: false, why: "too-fast" };
      const task = await taskOf(student, wish);
      if (!task) return { ok: false, why: "gone" };
      const all = await askableCards(prisma, task.deckId);
      const cards = task.homeworkId === null ? all : await openCards(all, student.id, task.homeworkId);
      const { mastery, subject } = await memoriesFor(student.id, task.deckId, cards);
      const { asked, seen } = await practised(student.id, task.deckId);
      const at = now().getTime();
      const pick = pickNext({
        order: "smart",
        cards: cards.map((card) => ({
          card: card.id,
          position: card.position,
          tags: card.tags,
          questions: card.questions.map(({ id }) => ({ id, seen: seen.get(id) ?? 0 })),
          seats: [memoriesOf(mastery, subject(card))],
        })),
        asked,
        weights: mastery.weights,
        now: at / 1_000,
        horizon: WEEK,
        seed: hash32(`${student.id}/${asked.length}`),
        questions: Number.POSITIVE_INFINITY,
        pinned: [],
        skipped: new Set(),
      });
      const card = pick && cards.find(({ id }) => id === pick.card);
      const question = card && bankQuestion(card, pick.question);
      if (!question) return { ok: false, why: "done" };
      const options = shuffled(question.options);
      const ask: Asked = {
        id: cryptoChance.token(),
        studentId: student.id,
        questionId: question.questionId,
        homeworkId: task.homeworkId,
        options: options.flatMap(({ storedOptionId }) => storedOptionId ?? []),
        at,
      };
      return {
        ok: true,
        question: { ask: seals.seal(ask), prompt: question.prompt, options: options.map(({ text }) => text) },
      };
    },

    /** Checks an answer, lets mastery hear it, and reveals the key. Only the first answer to an asking is heard. */
    async answer(token: string, { ask, chosen, confidence }: PracticeAnswer): Promise<PracticeAnswered> {
      const student = await studentOf(token);
      if (!student) return { ok: false, why: "gone" };
      if (!(await inPace(student.id))) return { ok: false, why: "too-fast" };
      const asked = Asked.safeParse(seals.open(ask));
      const at = now();
      if (!asked.success || asked.data.studentId !== student.id || at.getTime() - asked.data.at > ASK_MS)
        return { ok: false, why: "stale" };
      const { id, questionId, options } = asked.data;
      const question = await prisma.question.findUnique({
        where: { id: questionId },
        select: {
          card: { select: { id: true, front: true, back: true } },
          options: { select: { id: true, correct: true } },
        },
      });
      const right = new Set(question?.options.filter(({ correct }) => correct).map((option) => option.id));
      const optionId = options[chosen];
      if (!question || optionId === undefined) return { ok: false, why: "stale" };
      const correct = right.has(optionId);
      // Homework may have been taken back meanwhile; the answer is heard all the same.
      const homeworkId = asked.data.homeworkId && (await homeworkThere(asked.data.homeworkId));
      await inTransaction(pool, (sql) =>
        hearPractice(sql, {
          id: `practice/${id}`,
          studentId: student.id,
          cardId: question.card.id,
          ...{ questionId, homeworkId, correct, at, options: options.length, confidence },
        }),
      );
      const keys = options.flatMap((option, place) => (right.has(option) ? [place] : []));
      return { ok: true, reveal: { correct, keys, front: question.card.front, back: question.card.back } };
    },
  };

  async function homeworkThere(id: string): Promise<string | null> {
    return (await prisma.homework.findUnique({ where: { id }, select: { id: true } }))?.id ?? null;
  }

  /** The deck that a wish is about, if it is one of the student's class. */
  async function taskOf({ classId }: Student, wish: PracticeWish) {
    if ("homeworkId" in wish) {
      const found = await prisma.homework.findFirst({ where: { id: wish.homeworkId, classId } });
      return found && { deckId: found.deckId, homeworkId: found.id };
    }
    const deck = await prisma.deck.findFirst({
      where: {
        id: wish.deckId,
        OR: [{ sessions: { some: { classId } } }, { homework: { some: { classId } } }],
      },
      select: { id: true },
    });
    return deck && { deckId: deck.id, homeworkId: null };
  }

  async function memoriesFor(studentId: string, deckId: string, cards: DeckCard[]) {
    const mastery = await loadMemories(pool, {
      students: [studentId],
      cards: cards.map(({ id }) => id),
      decks: [deckId],
    });
    mastery.weights = await readWeights(pool);
    const subject = ({ id, tags }: DeckCard) => ({
      ...{ student: studentId, deck: deckId, card: id },
      skill: skillOf(deckId, tags),
    });
    return { mastery, subject };
  }

  /** The cards of homework that this student has not answered right for it. */
  async function openCards(cards: DeckCard[], studentId: string, homeworkId: string): Promise<DeckCard[]> {
    const done = await prisma.learnedAnswer.findMany({
      where: { studentId, homeworkId, correct: true },
      select: { cardId: true },
      distinct: ["cardId"],
    });
    const right = new Set(done.map(({ cardId }) => cardId));
    return cards.filter(({ id }) => !right.has(id));
  }

  /** This round of practice, oldest first, and how often this student has seen each question. */
  async function practised(studentId: string, deckId: string) {
    const answers = await prisma.learnedAnswer.findMany({
      where: { studentId, deckId },
      orderBy: [{ at: "asc" }, { batch: "asc" }],
      select: { cardId: true, questionId: true, correct: true, at: true, roundId: true },
    });
    const seen = new Map<string, number>();
    for (const { questionId } of answers)
      if (questionId) seen.set(questionId, (seen.get(questionId) ?? 0) + 1);
    const since = now().getTime() - ROUND_MS;
    const had = new Set<string>();
    const asked = answers
      .filter(({ roundId, at }) => roundId === null && at.getTime() >= since)
      .map(({ cardId, questionId, correct }): AskedRound => {
        const secondTry = had.has(cardId);
        had.add(cardId);
        return { card: cardId, question: questionId ?? "", right: correct ? 1 : 0, answers: 1, secondTry };
      });
    return { asked, seen };
  }
}

export type Practice = ReturnType<typeof createPractice>;

/** Fisher–Yates with cryptographic chance: the order of the options tells nothing about the key. */
function shuffled<T>(items: readonly T[]): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(cryptoChance.random() * (i + 1));
    const [a, b] = [order[i], order[j]];
    if (a !== undefined && b !== undefined) [order[i], order[j]] = [b, a];
  }
  return order;
}
