import type { PlayerId } from "@/contract/ids";
import { MAX_OPTIONS, MIN_OPTIONS } from "@/contract/question";
import { hash32 } from "../domain/hash";
import { type Answer, type Mastery, memoriesOf, remember } from "../domain/mastery/fold";
import { pickNext, planAhead } from "../domain/mastery/pick/pick-next";
import type { Askable, PickRequest } from "../domain/mastery/pick/request";
import { WEEK } from "../domain/mastery/predict";
import type { BankQuestion, QuestionRequest, QuestionSource } from "../room/ports";
import type { Database } from "./client";
import type { PrismaClient } from "./generated/client";
import type { MasteryListener } from "./mastery/listener";
import { loadMemories, skillOf } from "./mastery/memories";
import { readWeights } from "./mastery/weights";

const SECONDS = 1_000;
/** A hall of thousands is represented by this many: what they know together hardly differs, the work does. */
const HEARD_MAX = 200;

type Choosing = { cards: DeckCard[]; choice: PickRequest };

export type DeckCard = Awaited<ReturnType<typeof askableCards>>[number];

/** Chooses the next question from the deck's question bank for those who are in the room. */
export class BankQuestionSource implements QuestionSource {
  private readonly prisma: PrismaClient;
  private readonly choices = new WeakMap<QuestionRequest, Promise<Choosing | null>>();

  constructor(
    private readonly database: Database,
    private readonly listener: Pick<MasteryListener, "settled">,
  ) {
    this.prisma = database.prisma;
  }

  async next(request: QuestionRequest): ReturnType<QuestionSource["next"]> {
    const found = await this.choosing(request);
    const picked = found && pickNext(found.choice);
    const card = picked && found.cards.find(({ id }) => id === picked.card);
    const question = card && bankQuestion(card, picked.question);
    return question ? { question, why: picked.why, secondTry: picked.secondTry } : null;
  }

  async plan(request: QuestionRequest, count: number): ReturnType<QuestionSource["plan"]> {
    const found = await this.choosing(request);
    if (!found) return { next: [], skipped: [] };
    const fronts = new Map(found.cards.map(({ id, front }) => [id, front]));
    const front = (cardId: string) => fronts.get(cardId) ?? "";
    return {
      next: planAhead(found.choice, count).map(({ card, why }) => ({
        cardId: card,
        front: front(card),
        why,
      })),
      skipped: request.plan.skipped.map((cardId) => ({ cardId, front: front(cardId) })),
    };
  }

  /** All that a choice rests on, read once for a request that is asked for the next question and then for the plan. */
  private choosing(request: QuestionRequest): Promise<Choosing | null> {
    const known = this.choices.get(request) ?? this.readChoice(request);
    this.choices.set(request, known);
    return known;
  }

  /** Null for a game whose deck is gone. */
  private async readChoice(request: QuestionRequest): Promise<Choosing | null> {
    const { deckId, rounds, settings, sessionId, now, plan } = request;
    if (deckId === null) return null;
    const cards = await askableCards(this.prisma, deckId);
    const seen = await this.seenBefore(request);
    for (const { questionId } of rounds) seen.set(questionId, (seen.get(questionId) ?? 0) + 1);
    const heard = request.players.slice(0, HEARD_MAX);
    const mastery = await this.masteryOf(request, deckId, cards, heard);
    const choice: PickRequest = {
      order: settings.order,
      cards: cards.map(
        (card): Askable => ({
          card: card.id,
          position: card.position,
          tags: card.tags,
          questions: card.questions.map(({ id }) => ({ id, seen: seen.get(id) ?? 0 })),
          seats: heard.map(({ id, studentId }) =>
            memoriesOf(mastery, {
              student: studentId ?? id,
              deck: deckId,
              card: card.id,
              skill: skillOf(deckId, card.tags),
            }),
          ),
        }),
      ),
      asked: rounds.map(({ cardId, questionId, voided, answers, secondTry }) => ({
        card: cardId,
        question: questionId,
        right: voided ? 0 : [...answers.values()].filter(({ correct }) => correct).length,
        answers: voided ? 0 : answers.size,
        secondTry,
      })),
      weights: mastery.weights,
      now: now / SECONDS,
      horizon: await this.horizon(deckId, now),
      seed: hash32(sessionId),
      questions: settings.questionCount,
      pinned: plan.pinned,
      skipped: new Set(plan.skipped),
    };
    return { cards, choice };
  }

  /** Students' memories as they are kept, and what guests have shown in this session. */
  private async masteryOf(
    request: QuestionRequest,
    deckId: string,
    cards: DeckCard[],
    heard: QuestionRequest["players"],
  ): Promise<Mastery> {
    await this.listener.settled();
    const { pool } = this.database;
    const mastery = await loadMemories(pool, {
      students: heard.flatMap(({ studentId }) => studentId ?? []),
      cards: cards.map(({ id }) => id),
      decks: [deckId],
    });
    mastery.weights = await readWeights(pool);
    const guests = new Set(heard.filter(({ studentId }) => studentId === null).map(({ id }) => id));
    const skills = new Map(cards.map(({ id, tags }) => [id, skillOf(deckId, tags)]));
    for (const answer of answersOf(request, deckId, guests, skills)) remember(mastery, answer);
    return mastery;
  }

  /** Seconds until the deck should be known: its exam, or a week from now. */
  private async horizon(deckId: string, now: number): Promise<number> {
    const deck = await this.prisma.deck.findUnique({ where: { id: deckId }, select: { examAt: true } });
    const left = deck?.examAt ? (deck.examAt.getTime() - now) / SECONDS : 0;
    return left > 0 ? left : WEEK;
  }

  /** How often each question was asked in earlier sessions of the same class. */
  private async seenBefore({ classId, deckId, sessionId }: QuestionRequest): Promise<Map<string, number>> {
    if (classId === null) return new Map();
    const counts = await this.prisma.round.groupBy({
      by: ["questionId"],
      where: { session: { classId, deckId, id: { not: sessionId } } },
      _count: true,
    });
    return new Map(counts.flatMap(({ questionId, _count }) => (questionId ? [[questionId, _count]] : [])));
  }
}

/** The deck's cards that may be asked, in its order, with every question that can be put to a class. */
export async function askableCards(prisma: PrismaClient, deckId: string) {
  const cards = await prisma.card.findMany({
    where: { deckId, asked: true, archivedAt: null },
    orderBy: { position: "asc" },
    include: {
      questions: {
        where: { active: true },
        orderBy: { position: "asc" },
        include: { options: { where: { state: "active" }, orderBy: { position: "asc" } } },
      },
    },
  });
  return cards.map(({ questions, ...card }) => ({
    ...card,
    questions: questions.filter(
      ({ options }) => options.some(({ correct }) => correct) && options.length >= MIN_OPTIONS,
    ),
  }));
}

/** The key, and the distractors that come first. */
export function bankQuestion(card: DeckCard, questionId: string): BankQuestion | null {
  const question = card.questions.find(({ id }) => id === questionId);
  if (!question) return null;
  const keys = question.options.filter(({ correct }) => correct);
  const others = question.options.filter(({ correct }) => !correct);
  return {
    questionId,
    cardId: card.id,
    kind: question.kind,
    prompt: question.prompt,
    front: card.front,
    back: card.back,
    options: [...keys, ...others.slice(0, MAX_OPTIONS - keys.length)].map(({ id, text, correct }) => ({
      text,
      correct,
      storedOptionId: id,
    })),
  };
}

/** This session's answers by these guests, as the mastery model takes them. */
function* answersOf(
  request: QuestionRequest,
  deck: string,
  guests: ReadonlySet<PlayerId>,
  skills: ReadonlyMap<string, string>,
): Generator<Answer> {
  for (const { cardId: card, openedAt, options, voided, answers } of request.rounds) {
    if (voided) continue;
    for (const [student, { correct, rating }] of answers) {
      if (!guests.has(student)) continue;
      const confidence = rating ?? undefined;
      yield {
        ...{ student, deck, card, skill: skills.get(card), correct },
        ...{ at: openedAt / SECONDS, options, confidence },
      };
    }
  }
}
