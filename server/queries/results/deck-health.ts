import { bankHealth, type QuestionHealth } from "#server/domain/report/bank-health";
import { type ConfusionGraph, confusionGraph } from "#server/domain/report/confusion-graph";
import type { PrismaClient } from "../../store/generated/client";
import type { DeckAnswers } from "./deck-answers";

/** Which cards of a deck are taken for each other, by the answers that the teacher may read. */
export const deckConfusions = ({ answers }: Pick<DeckAnswers, "answers">): ConfusionGraph =>
  confusionGraph(
    answers.map(({ who, cardId, offered, distractors, correct, took, at }) => ({
      ...{ student: who, card: cardId, offered, distractors, correct, took },
      at: at.getTime(),
    })),
  );

export type HealthRow = QuestionHealth & {
  cardId: string;
  prompt: string;
  /** Whether it is still asked. */
  active: boolean;
  /** Texts of the options that the health names. */
  rivalText: string | null;
  deadTexts: string[];
  groupNames: string[];
};

export type DeckHealth = { rows: HealthRow[]; neverAsked: number };

/** How the questions of a deck have done in the games that asked them, those to mend first. */
export async function deckHealth(
  db: PrismaClient,
  { deckId, answers }: Pick<DeckAnswers, "deckId" | "answers">,
): Promise<DeckHealth> {
  const questions = await db.question.findMany({
    where: { deckId },
    select: {
      ...{ id: true, cardId: true, prompt: true, active: true },
      options: { select: { id: true, text: true, correct: true } },
    },
    orderBy: [{ card: { position: "asc" } }, { position: "asc" }],
  });
  const names = new Map(
    answers.map(({ classId, className, sessionId }) => [classId ?? sessionId, className ?? "guests"]),
  );
  const found = bankHealth(
    questions,
    answers.flatMap(({ questionId, cardId, who, option, correct, confidence, at, classId, sessionId }) =>
      questionId === null
        ? []
        : {
            ...{ question: questionId, card: cardId, student: who, option, correct },
            ...{ session: sessionId, group: classId ?? sessionId, confidence: confidence ?? undefined },
            at: at.getTime(),
          },
    ),
  );
  const byId = new Map(questions.map((question) => [question.id, question]));
  const rows = found.flatMap((health): HealthRow[] => {
    const question = byId.get(health.question);
    if (!question) return [];
    const text = (id: string) => question.options.find((option) => option.id === id)?.text ?? "";
    const { cardId, prompt, active } = question;
    return [
      {
        ...{ ...health, cardId, prompt, active },
        rivalText: health.rival && text(health.rival),
        deadTexts: health.dead.map(text),
        groupNames: health.groups.map(({ group }) => names.get(group) ?? "guests"),
      },
    ];
  });
  return {
    rows: rows.sort((a, b) => URGENCY.indexOf(a.verdict) - URGENCY.indexOf(b.verdict) || b.first - a.first),
    neverAsked: questions.filter(({ id, active }) => active && !found.some(({ question }) => question === id))
      .length,
  };
}

const URGENCY = ["rival", "backwards", "weak", "drifts", "known", "few", "good"];
