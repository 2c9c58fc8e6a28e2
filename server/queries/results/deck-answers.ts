import { normalise } from "#server/domain/question/text";
import type { DeckAnswer } from "@/contract/deck-health";
import type { CardName } from "@/contract/mastery";
import type { Prisma, PrismaClient } from "../../store/generated/client";
import { FrozenOptions } from "./rows";

/** Whose games of a deck are read: those of a class that the teacher has a right on, or else the teacher's own. */
type DeckScope = { teacherId: string; deckId: string; classId?: string };

type DeckAnswers = { title: string; cards: CardName[]; answers: DeckAnswer[] };

/** Every answer to a deck's questions that counts, the earliest first; null when the teacher may not read them. */
export async function deckAnswers(db: PrismaClient, scope: DeckScope): Promise<DeckAnswers | null> {
  const { teacherId, deckId, classId } = scope;
  const where: Prisma.SessionWhereInput =
    classId === undefined
      ? { teacherId, deckId }
      : { deckId, classId, class: { teachers: { some: { teacherId } } } };
  const deck = await db.deck.findFirst({
    where: classId === undefined ? { id: deckId, teacherId } : { id: deckId, sessions: { some: where } },
    select: {
      title: true,
      cards: { select: { id: true, front: true }, orderBy: { position: "asc" } },
    },
  });
  if (!deck) return null;
  const [rounds, answers] = await Promise.all([
    db.round.findMany({
      where: { session: where, closedAt: { not: null }, voided: false, cardId: { not: null } },
      select: {
        ...{ id: true, questionId: true, cardId: true, prompt: true, options: true },
        session: {
          select: {
            ...{ id: true, startedAt: true, createdAt: true, classId: true },
            class: { select: { name: true } },
          },
        },
      },
    }),
    db.answer.findMany({
      where: { round: { session: where, closedAt: { not: null }, voided: false, cardId: { not: null } } },
      select: {
        ...{
          roundId: true,
          playerId: true,
          optionId: true,
          correct: true,
          confidence: true,
          acceptedAt: true,
        },
        player: { select: { name: true, studentId: true } },
      },
      orderBy: [{ acceptedAt: "asc" }, { playerId: "asc" }],
    }),
  ]);
  const ownerOf = await optionOwners(db, deckId, deck.cards);
  const asked = new Map(
    rounds.map(({ options, ...round }) => {
      const shown = FrozenOptions.parse(options);
      const owner = new Map(
        shown.map(({ id, correct, storedOptionId }) => {
          const card = correct || storedOptionId === null ? undefined : ownerOf.get(storedOptionId);
          return [id, card === round.cardId ? null : (card ?? null)] as const;
        }),
      );
      const offer = shown.map(({ text, storedOptionId: option }) => ({ text, option }));
      return [round.id, { ...round, shown, offer, owner }] as const;
    }),
  );
  return {
    ...{ title: deck.title, cards: deck.cards },
    answers: answers.flatMap((answer): DeckAnswer[] => {
      const round = asked.get(answer.roundId);
      if (!round?.cardId) return [];
      const { session, shown, offer, owner } = round;
      const chosen = shown.find(({ id }) => id === answer.optionId);
      return [
        {
          ...{ sessionId: session.id, startedAt: session.startedAt ?? session.createdAt },
          ...{ classId: session.classId, className: session.class?.name ?? null },
          ...{ roundId: round.id, questionId: round.questionId, cardId: round.cardId },
          ...{ prompt: round.prompt, playerId: answer.playerId, name: answer.player.name },
          who: answer.player.studentId ?? answer.playerId,
          ...{ optionText: chosen?.text ?? "", shown: offer },
          option: chosen?.storedOptionId ?? null,
          took: owner.get(answer.optionId) ?? null,
          offered: [...owner.values()].flatMap((card) => card ?? []),
          distractors: shown.filter(({ correct }) => !correct).length,
          ...{ correct: answer.correct, confidence: answer.confidence, at: answer.acceptedAt },
        },
      ];
    }),
  };
}

/** The card whose answer an option of the bank is. What was made from the key, or written by hand, is no card's. */
async function optionOwners(
  db: PrismaClient,
  deckId: string,
  cards: readonly CardName[],
): Promise<Map<string, string>> {
  const byFront = new Map([...cards].reverse().map(({ id, front }) => [normalise(front), id]));
  const options = await db.questionOption.findMany({
    where: { question: { deckId }, origin: { notIn: ["key", "perturbation", "teacher", "model"] } },
    select: { id: true, source: true },
  });
  return new Map(
    options.flatMap(({ id, source }) => {
      const card = byFront.get(normalise(source));
      return card ? [[id, card] as const] : [];
    }),
  );
}

/** The games of a class that this teacher has hosted, and may open. */
export async function ownGames(db: PrismaClient, teacherId: string, classId: string): Promise<Set<string>> {
  const rows = await db.session.findMany({ where: { classId, teacherId }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}
