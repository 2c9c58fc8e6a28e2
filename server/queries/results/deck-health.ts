import { groupBy } from "#server/domain/report/answers";
import { bankHealth } from "#server/domain/report/bank-health";
import { confusionGraph } from "#server/domain/report/confusion-graph";
import {
  type ConfusionGraph,
  type DeckAnswer,
  type DeckHealth,
  type HealthRow,
  VERDICTS,
} from "@/contract/deck-health";
import type { PrismaClient } from "../../store/generated/client";

/** Which cards of a deck are taken for each other, by the answers that the teacher may read. */
export const deckConfusions = (answers: readonly DeckAnswer[]): ConfusionGraph =>
  confusionGraph(
    answers.map(({ who, cardId, offered, distractors, correct, took, at }) => ({
      ...{ student: who, card: cardId, offered, distractors, correct, took },
      at: at.getTime(),
    })),
  );

/** How the questions of a deck have done in the games that asked them, those to mend first. */
export async function deckHealth(
  db: PrismaClient,
  deckId: string,
  answers: readonly DeckAnswer[],
): Promise<DeckHealth> {
  const questions = await db.question.findMany({
    where: { deckId },
    select: {
      ...{ id: true, cardId: true, prompt: true, active: true },
      options: { where: { state: { not: "replaced" } }, select: { id: true, text: true, correct: true } },
    },
    orderBy: [{ card: { position: "asc" } }, { position: "asc" }],
  });
  const names = new Map(
    answers.map(({ classId, className, sessionId }) => [classId ?? sessionId, className ?? "guests"]),
  );
  const found = bankHealth(
    questions,
    answers.flatMap((answer) => {
      const { questionId, cardId, who, option, correct, confidence, at, classId, sessionId } = answer;
      if (questionId === null) return [];
      return {
        ...{ question: questionId, card: cardId, student: who, option, correct },
        ...{ session: sessionId, group: classId ?? sessionId, confidence: confidence ?? undefined },
        ...{ at: at.getTime(), shown: answer.shown.flatMap((one) => one.option ?? []) },
      };
    }),
  );
  const answered = groupBy(answers, ({ questionId }) => questionId ?? "");
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
        replaced: replacedIn(
          answered.get(health.question) ?? [],
          new Set(question.options.map((one) => one.text)),
        ),
        groupNames: health.groups.map(({ group }) => names.get(group) ?? "guests"),
      },
    ];
  });
  return {
    rows: rows.sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || b.first - a.first),
    neverAsked: questions.filter(({ id, active }) => active && !found.some(({ question }) => question === id))
      .length,
  };
}

/** What the answers of a question say of options that are not among `now`. */
function replacedIn(answers: readonly DeckAnswer[], now: ReadonlySet<string>): HealthRow["replaced"] {
  const counts = new Map<string, { text: string; shown: number; taken: number }>();
  for (const { shown, optionText } of answers) {
    for (const { text } of shown) {
      if (now.has(text)) continue;
      const count = counts.get(text) ?? { text, shown: 0, taken: 0 };
      counts.set(text, count);
      count.shown += 1;
      if (text === optionText) count.taken += 1;
    }
  }
  return [...counts.values()];
}
