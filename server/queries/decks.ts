import { z } from "zod";
import { cardHash as hashOf } from "#server/domain/question/card-hash";
import { MODEL_KINDS } from "#server/domain/question/model/ask";
import { mayBeRight } from "#server/domain/report/option-counts";
import type { DeckSummary, DeskCard, DeskDeck, DeskProposals, DeskQuestion } from "@/contract/desk";
import { QuestionKind } from "@/contract/question";
import { storedOptions } from "../desk/proposal-rows";
import type { Prisma, PrismaClient } from "../store/generated/client";
import { ASKED } from "./asked-cards";

/** Cards on one page of the desk: each brings up to a dozen questions with it. */
export const CARDS_PER_PAGE = 25;

/** This teacher's decks, the one used last first; archived ones only where asked for. */
export async function listDecks(
  db: PrismaClient,
  teacherId: string,
  archived = false,
): Promise<DeckSummary[]> {
  const decks = await db.$queryRaw<
    (Omit<DeckSummary, "archived" | "cards" | "askable" | "questions"> & {
      cards: bigint;
      askable: bigint;
      questions: bigint;
    })[]
  >`
    SELECT d."id", d."title", d."demo", d."createdAt", d."madeAt" IS NOT NULL AS "made",
      (SELECT count(*) FROM "Card" c WHERE c."deckId" = d."id" AND c."archivedAt" IS NULL) AS "cards",
      (SELECT count(*) FROM "Card" c WHERE c."deckId" = d."id" AND c."archivedAt" IS NULL AND c."asked"
        AND EXISTS (SELECT 1 FROM "Question" q WHERE q."cardId" = c."id" AND q."active")) AS "askable",
      (SELECT count(*) FROM "Question" q JOIN "Card" c ON c."id" = q."cardId"
        WHERE q."deckId" = d."id" AND q."active" AND c."asked" AND c."archivedAt" IS NULL) AS "questions",
      (SELECT max(s."createdAt") FROM "Session" s WHERE s."deckId" = d."id") AS "lastPlayedAt"
    FROM "Deck" d
    WHERE d."teacherId" = ${teacherId} AND (d."archivedAt" IS NOT NULL) = ${archived}
    ORDER BY greatest(d."createdAt", coalesce((SELECT max(s."createdAt") FROM "Session" s WHERE s."deckId" = d."id"), d."createdAt")) DESC`;
  return decks.map((deck) => ({
    ...deck,
    cards: Number(deck.cards),
    askable: Number(deck.askable),
    questions: Number(deck.questions),
    archived,
  }));
}

export type DeskPage = {
  deck: DeskDeck;
  /** Cards that match the search, and where this page stands among them. */
  found: number;
  page: number;
  pages: number;
};

/**
 * One page of a deck with everything that the desk shows of its cards.
 * @param search words that a card's front or back must contain; empty for all
 * @param page 1-based; beyond the last one the last is given
 * @param cardId the page that this card is on, instead of `page`
 * @returns null when the deck is not this teacher's
 */
export async function deskPage(
  db: PrismaClient,
  teacherId: string,
  deckId: string,
  { search, page, cardId }: { search: string; page: number; cardId?: string },
): Promise<DeskPage | null> {
  const deck = await db.deck.findFirst({ where: { id: deckId, teacherId } });
  if (!deck) return null;
  const contains = { contains: search, mode: "insensitive" } as const;
  const where: Prisma.CardWhereInput = {
    deckId,
    archivedAt: null,
    ...(search ? { OR: [{ front: contains }, { back: contains }] } : {}),
  };
  const found = await db.card.count({ where });
  const pages = Math.max(1, Math.ceil(found / CARDS_PER_PAGE));
  const wanted = cardId ? await pageOfCard(db, deckId, cardId) : page;
  const here = Math.min(Math.max(1, wanted), pages);
  const cards = await db.card.findMany({
    where,
    orderBy: { position: "asc" },
    skip: (here - 1) * CARDS_PER_PAGE,
    take: CARDS_PER_PAGE,
    include: {
      questions: {
        orderBy: { position: "asc" },
        include: { options: { orderBy: { position: "asc" } } },
      },
      proposals: true,
    },
  });
  return {
    deck: {
      id: deck.id,
      title: deck.title,
      format: deck.format,
      demo: deck.demo,
      archived: deck.archivedAt !== null,
      kindsOff: deck.kindsOff.filter(isKind),
      modelAllowed: deck.modelAllowed,
      examOn: deck.examAt?.toISOString().slice(0, 10) ?? null,
      made: deck.madeAt !== null,
      version: [deck.madeAt, ...cards.map((card) => card.updatedAt)].map((date) => date?.getTime()).join(" "),
      cards: cards.map(deskCard),
    },
    found,
    page: here,
    pages,
  };
}

async function pageOfCard(db: PrismaClient, deckId: string, cardId: string): Promise<number> {
  const card = await db.card.findFirst({ where: { id: cardId, deckId }, select: { position: true } });
  if (!card) return 1;
  const before = { deckId, archivedAt: null, position: { lt: card.position } };
  return Math.floor((await db.card.count({ where: before })) / CARDS_PER_PAGE) + 1;
}

type StoredCard = Prisma.CardGetPayload<{
  include: { questions: { include: { options: true } }; proposals: true };
}>;

const Rejected = z.array(z.object({ text: z.string(), reason: z.string() })).catch([]);

const MadeBy = z.enum(["generated", "teacher", "model"]).catch("generated");
/** Said of the option that it is about, by its counts as they are now. */
const OF_AN_OPTION = "may-also-be-right";

const isKind = (kind: string): kind is QuestionKind => QuestionKind.safeParse(kind).success;

function deskCard(card: StoredCard): DeskCard {
  const hash = hashOf(card);
  return {
    id: card.id,
    number: card.position,
    front: card.front,
    back: card.back,
    tags: card.tags,
    asked: card.asked,
    banned: card.banned,
    skipped: card.skipped,
    questions: card.questions.map((question) => deskQuestion(question, card, hash)),
    offer: card.questions.length === 0 ? offerOf(card, hash) : null,
  };
}

function deskQuestion(
  question: StoredCard["questions"][number],
  card: StoredCard,
  hash: string,
): DeskQuestion {
  const { id, key, kind, prompt, evidence, flags, pinned, edited, active } = question;
  const options = question.options.filter(({ state }) => state !== "replaced");
  const row = card.proposals.find(({ questionKey }) => questionKey === key);
  const shown = options.filter(({ state }) => state !== "retired").map(({ text }) => text);
  return {
    id,
    kind,
    prompt,
    evidence,
    flags: flags.filter((flag) => flag !== OF_AN_OPTION),
    pinned,
    edited,
    active,
    cardChanged: question.cardHash !== hash,
    rejected: Rejected.parse(question.rejected),
    madeBy: MadeBy.parse(question.madeBy),
    modelCanHelp: isKind(kind) && MODEL_KINDS.has(kind),
    proposals: row ? waiting(row, card, [prompt, ...shown]) : null,
    options: options.map((option) => {
      const { id, text, correct, origin, source, score, state, shown, chosen } = option;
      const retired = state === "retired";
      const alarms = !correct && !retired && mayBeRight(option);
      return { id, text, correct, origin, source, score, retired, mayBeRight: alarms, shown, chosen };
    }),
    replaced: question.options
      .filter((option) => option.state === "replaced" && option.shown > 0)
      .map(({ text, shown, chosen }) => ({ text, shown, chosen })),
  };
}

/** What of a row still waits: not what the question has taken, nor what the teacher does not want. */
function waiting(
  row: StoredCard["proposals"][number],
  card: StoredCard,
  taken: readonly string[],
): DeskProposals {
  const { questionKey: key, model, distractors, rewordings, dismissed, prompt } = row;
  const out = new Set([...taken, ...dismissed, ...card.banned]);
  const isReworded = rewordings.some((text) => taken.includes(text));
  return {
    key,
    model,
    options: storedOptions(distractors).filter(({ text }) => !out.has(text)),
    wordings: rewordings.filter((text) => !out.has(text)),
    before: isReworded && !taken.includes(prompt) ? prompt : null,
    rejected: Rejected.parse(row.rejected),
  };
}

/** The question that a card without any could have, from the text that it has now. */
function offerOf(card: StoredCard, hash: string): DeskCard["offer"] {
  const row = card.proposals.find(({ cardHash }) => cardHash === hash);
  return row ? { ...waiting(row, card, []), prompt: row.prompt, right: row.right[0] ?? "" } : null;
}

/** @returns null when the deck is not this teacher's */
export async function deckTitle(db: PrismaClient, teacherId: string, deckId: string): Promise<string | null> {
  const deck = await db.deck.findFirst({ where: { id: deckId, teacherId }, select: { title: true } });
  return deck?.title ?? null;
}

/** How many cards of a deck have a question and are to be asked. */
export function askableCards(db: PrismaClient, deckId: string): Promise<number> {
  return db.card.count({
    where: { deckId, ...ASKED },
  });
}

/** What a new game can be made of. */
export type DeckToHost = { id: string; title: string; askable: number };

/** @returns null when the deck is not this teacher's, or is put away */
export async function deckToHost(
  db: PrismaClient,
  teacherId: string,
  deckId: string,
): Promise<DeckToHost | null> {
  const deck = await db.deck.findFirst({
    where: { id: deckId, teacherId, archivedAt: null },
    select: { id: true, title: true },
  });
  return deck && { ...deck, askable: await askableCards(db, deckId) };
}

/** Whether the deck's questions are all made; null when the deck is not this teacher's. */
export async function deckIsMade(
  db: PrismaClient,
  teacherId: string,
  deckId: string,
): Promise<boolean | null> {
  const deck = await db.deck.findFirst({ where: { id: deckId, teacherId }, select: { madeAt: true } });
  return deck && deck.madeAt !== null;
}
