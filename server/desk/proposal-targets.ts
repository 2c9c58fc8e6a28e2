import type { AskedQuestion } from "#server/domain/question/model/ask";
import { MODEL_KINDS } from "#server/domain/question/model/ask";
import type { AskAbout } from "@/contract/desk";
import { QuestionKind } from "@/contract/question";
import type { PrismaClient } from "../store/generated/client";
import type { DeskThread } from "./desk-thread";
import { storedOptions } from "./proposal-rows";
import type { CardToAsk } from "./question-jobs";

/** What a model is to be asked about: a question, or a card that has none. `id` tells one from another. */
export type AskTarget = { id: string; cardId: string; questionId: string | null };

const MODEL_KIND_LIST: string[] = [...MODEL_KINDS];
const isForModel = ({ kind }: { kind: string }) => MODEL_KIND_LIST.includes(kind);

/** Finds what a model is to be asked about, and reads it as it stands when its turn comes. */
export class ProposalTargets {
  constructor(
    private readonly db: PrismaClient,
    private readonly thread: DeskThread,
  ) {}

  /**
   * What the wish means, in the order of the deck; nothing when the teacher does not let the model read it. Of a whole
   * deck that is each card's best question, where it was not asked about before, and each card without any.
   */
  async find(deckId: string, about: AskAbout): Promise<AskTarget[]> {
    const deck = await this.db.deck.findFirst({
      where: { id: deckId, modelAllowed: true, archivedAt: null },
    });
    if (!deck) return [];
    if (about.what === "question") {
      const where = { id: about.questionId, deckId, kind: { in: MODEL_KIND_LIST } };
      const question = await this.db.question.findFirst({ where });
      return question ? [targetOf(question.cardId, question.id)] : [];
    }
    const cards = await this.db.card.findMany({
      where: {
        deckId,
        archivedAt: null,
        ...(about.what === "card" ? { id: about.cardId } : { asked: true }),
      },
      orderBy: { position: "asc" },
      select: {
        id: true,
        questions: {
          where: { active: true },
          orderBy: { position: "asc" },
          select: { id: true, key: true, kind: true },
        },
        proposals: { select: { questionKey: true } },
      },
    });
    if (about.what === "card") return this.ofCard(deckId, cards[0]);
    const bare = cards.filter(({ questions }) => questions.length === 0).map(({ id }) => id);
    const unasked = new Set(await this.unaskedOf(deckId, bare));
    return cards.flatMap(({ id, questions, proposals }) => {
      if (questions.length === 0) return unasked.has(id) ? [targetOf(id, null)] : [];
      const best = questions.find(isForModel);
      const isKnown = proposals.some(({ questionKey }) => questionKey === best?.key);
      return best && !isKnown ? [targetOf(id, best.id)] : [];
    });
  }

  /**
   * The questions of these targets as they stand now, and the deck round them. Targets that are gone are left out.
   * @returns null when the deck is gone, or the teacher has taken the permission back
   */
  async read(
    deckId: string,
    targets: readonly AskTarget[],
  ): Promise<{ cards: CardToAsk[]; seed: number; questions: AskedQuestion[] } | null> {
    const deck = await this.deck(deckId);
    if (!deck?.modelAllowed) return null;
    const { cards, seed } = deck;
    const stored = await this.storedQuestions(
      deckId,
      targets.flatMap(({ questionId }) => questionId ?? []),
    );
    const bareIds = targets.flatMap(({ cardId, questionId }) => (questionId === null ? [cardId] : []));
    const bare = bareIds.length > 0 ? await this.thread.withoutWrong({ cards, seed, cardIds: bareIds }) : [];
    const banned = new Map(cards.map((card) => [card.id, card.banned]));
    const known = await this.known(targets.map(({ cardId }) => cardId));
    const questions = targets.flatMap(({ cardId, questionId }) => {
      const found = questionId === null ? bare.find((one) => one.cardId === cardId) : stored.get(questionId);
      if (!found) return [];
      const before = known.get(`${cardId} ${found.key}`) ?? [];
      return [{ ...found, avoid: [...(banned.get(cardId) ?? []), ...before] }];
    });
    return { cards, seed, questions };
  }

  /** All that a card is asked, or the question that it could have. */
  private async ofCard(
    deckId: string,
    card: { id: string; questions: { id: string; kind: string }[] } | undefined,
  ): Promise<AskTarget[]> {
    if (!card) return [];
    if (card.questions.length > 0) {
      return card.questions.filter(isForModel).map((question) => targetOf(card.id, question.id));
    }
    const deck = await this.deck(deckId);
    const { cards = [], seed = 0 } = deck ?? {};
    const could = await this.thread.withoutWrong({ cards, seed, cardIds: [card.id] });
    return could.map(({ cardId }) => targetOf(cardId, null));
  }

  private deck(deckId: string) {
    return this.db.deck.findUnique({
      where: { id: deckId },
      select: {
        seed: true,
        modelAllowed: true,
        cards: {
          where: { archivedAt: null },
          orderBy: { position: "asc" },
          select: { id: true, front: true, back: true, tags: true, banned: true },
        },
      },
    });
  }

  /** Of these cards without questions the ones that could have one and were not asked about yet. */
  private async unaskedOf(deckId: string, cardIds: string[]): Promise<string[]> {
    const deck = cardIds.length > 0 ? await this.deck(deckId) : null;
    if (!deck) return [];
    const { cards, seed } = deck;
    const could = await this.thread.withoutWrong({ cards, seed, cardIds });
    const rows = await this.db.proposal.findMany({
      where: { cardId: { in: cardIds } },
      select: { cardId: true, questionKey: true },
    });
    const isKnown = (one: AskedQuestion) =>
      rows.some(({ cardId, questionKey }) => cardId === one.cardId && questionKey === one.key);
    return could.filter((one) => !isKnown(one)).map(({ cardId }) => cardId);
  }

  private async storedQuestions(deckId: string, ids: string[]): Promise<Map<string, AskedQuestion>> {
    const rows = await this.db.question.findMany({
      where: { id: { in: ids }, deckId },
      include: { options: { where: { state: "active" }, orderBy: { position: "asc" } } },
    });
    return new Map(
      rows.flatMap(({ id, cardId, key, kind, prompt, evidence, options }) => {
        const parsed = QuestionKind.safeParse(kind);
        if (!parsed.success) return [];
        const [right, wrong] = [true, false].map((is) =>
          options.filter(({ correct }) => correct === is).map(({ text }) => text),
        );
        const asked = { cardId, key, prompt, evidence, right: right ?? [], wrong: wrong ?? [], avoid: [] };
        return [[id, { ...asked, kind: parsed.data }] as const];
      }),
    );
  }

  /** What was proposed before, or is not wanted, by card and key. */
  private async known(cardIds: string[]): Promise<Map<string, string[]>> {
    const rows = await this.db.proposal.findMany({ where: { cardId: { in: cardIds } } });
    return new Map(
      rows.map(({ cardId, questionKey, distractors, rewordings, dismissed }) => [
        `${cardId} ${questionKey}`,
        [...storedOptions(distractors).map(({ text }) => text), ...rewordings, ...dismissed],
      ]),
    );
  }
}

const targetOf = (cardId: string, questionId: string | null): AskTarget => ({
  id: questionId ?? cardId,
  cardId,
  questionId,
});
