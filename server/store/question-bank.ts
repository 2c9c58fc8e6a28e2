import type { PlayerId } from "@/contract/ids";
import { hash32 } from "../domain/hash";
import { type Answer, fold, memoriesOf } from "../domain/mastery/fold";
import { pickNext } from "../domain/mastery/pick/pick-next";
import type { Askable } from "../domain/mastery/pick/request";
import type { BankQuestion, QuestionRequest, QuestionSource } from "../room/ports";
import type { PrismaClient } from "./generated/client";

const SECONDS = 1_000;
/** Asked today, wanted in a week: how far ahead the choice looks when the teacher has set no exam. */
const HORIZON_S = 7 * 24 * 60 * 60;
/** A hall of thousands is represented by this many: what they know together hardly differs, the work does. */
const HEARD_MAX = 200;
/** What a phone shows at most: the key and three others. */
const OPTIONS_MAX = 4;
const OPTIONS_MIN = 2;

type DeckCard = Awaited<ReturnType<typeof askableCards>>[number];

/** Chooses the next question from the deck's question bank for those who are in the room. */
export class BankQuestionSource implements QuestionSource {
  constructor(private readonly prisma: PrismaClient) {}

  async next(request: QuestionRequest): ReturnType<QuestionSource["next"]> {
    const { deckId, rounds, settings, sessionId, now } = request;
    if (deckId === null) return null;
    const cards = await askableCards(this.prisma, deckId);
    const seen = await this.seenBefore(request);
    for (const { questionId } of rounds) seen.set(questionId, (seen.get(questionId) ?? 0) + 1);
    const heard = request.players.slice(0, HEARD_MAX);
    const mastery = fold(answersOf(request, deckId, new Set(heard.map(({ id }) => id))));
    const picked = pickNext({
      order: settings.order,
      cards: cards.map(
        (card): Askable => ({
          card: card.id,
          position: card.position,
          tags: card.tags,
          questions: card.questions.map(({ id }) => ({ id, seen: seen.get(id) ?? 0 })),
          seats: heard.map(({ id }) => memoriesOf(mastery, { student: id, deck: deckId, card: card.id })),
        }),
      ),
      asked: rounds.map(({ cardId, questionId, voided, answers }) => ({
        card: cardId,
        question: questionId,
        right: voided ? 0 : [...answers.values()].filter(({ correct }) => correct).length,
        answers: voided ? 0 : answers.size,
      })),
      weights: mastery.weights,
      now: now / SECONDS,
      horizon: HORIZON_S,
      seed: hash32(sessionId),
      pinned: [],
      skipped: new Set(),
    });
    const card = picked && cards.find(({ id }) => id === picked.card);
    const question = card && bankQuestion(card, picked.question);
    return question ? { question, why: picked.why } : null;
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
async function askableCards(prisma: PrismaClient, deckId: string) {
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
      ({ options }) => options.some(({ correct }) => correct) && options.length >= OPTIONS_MIN,
    ),
  }));
}

/** The key, and the distractors that come first. */
function bankQuestion(card: DeckCard, questionId: string): BankQuestion | null {
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
    options: [...keys, ...others.slice(0, OPTIONS_MAX - keys.length)].map(({ id, text, correct }) => ({
      text,
      correct,
      storedOptionId: id,
    })),
  };
}

/** This session's answers by those who are heard, as the mastery model takes them. */
function* answersOf(request: QuestionRequest, deck: string, heard: Set<PlayerId>): Generator<Answer> {
  for (const { cardId: card, openedAt, options, voided, answers } of request.rounds) {
    if (voided) continue;
    for (const [student, { correct, rating }] of answers) {
      if (!heard.has(student)) continue;
      const confidence = rating ?? undefined;
      yield { student, deck, card, correct, at: openedAt / SECONDS, options, confidence };
    }
  }
}
