import { CONFIDENT, groupBy, type ReportAnswer, type ReportQuestion } from "./answers";

/** One wrong answer that many gave. */
export type Misconception = {
  question: string;
  card: string;
  option: string;
  /** The card whose answer it is, if it is another card's: the two are taken for each other. */
  takenFor: string | undefined;
  students: string[];
  /** Of those who answered the question, 0–1. */
  share: number;
  /** How many of them were sure (rating 4 or 5). */
  sure: number;
};

/** Fewer students than this, or a smaller share of those asked, is chance. */
const LEAST_STUDENTS = 3;
const LEAST_SHARE = 0.2;

/** The distractors that drew at least three students and a fifth of the class, the surest and largest first. */
export function misconceptions(
  questions: readonly ReportQuestion[],
  answers: readonly ReportAnswer[],
): Misconception[] {
  const byQuestion = groupBy(answers, ({ question }) => question);
  return questions
    .flatMap((question) => {
      const asked = byQuestion.get(question.id) ?? [];
      return question.options
        .filter(({ correct }) => !correct)
        .map((option): Misconception => {
          const took = asked.filter((answer) => answer.option === option.id);
          return {
            question: question.id,
            card: question.card,
            option: option.id,
            takenFor: option.card,
            students: [...new Set(took.map(({ student }) => student))],
            share: took.length / Math.max(1, asked.length),
            sure: took.filter(isSure).length,
          };
        });
    })
    .filter(({ students, share }) => students.length >= LEAST_STUDENTS && share >= LEAST_SHARE)
    .sort((a, b) => b.sure - a.sure || b.students.length - a.students.length || b.share - a.share);
}

/** Wrong answers given with a rating of 4 or 5, in the order given. They are flagged, never punished. */
export const confidentlyWrong = (answers: readonly ReportAnswer[]): ReportAnswer[] =>
  answers.filter((answer) => !answer.correct && isSure(answer));

const isSure = ({ confidence }: ReportAnswer) => confidence !== undefined && confidence >= CONFIDENT;

/** "Answers A's card with B's answer", `times` over by so many `students`. */
export type Confusion = { asked: string; answered: string; times: number; students: number };

/** Which cards are answered with which others' answers, the most frequent first. */
export function confusions(
  questions: readonly ReportQuestion[],
  answers: readonly ReportAnswer[],
): Confusion[] {
  const owner = new Map(
    questions.flatMap(({ id, options }) =>
      options.map((option) => [JSON.stringify([id, option.id]), option.correct ? undefined : option.card]),
    ),
  );
  const mixed = answers.flatMap(({ student, question, card, option }) => {
    const answered = owner.get(JSON.stringify([question, option]));
    return answered === undefined || answered === card ? [] : [{ student, asked: card, answered }];
  });
  return [...groupBy(mixed, ({ asked, answered }) => JSON.stringify([asked, answered])).values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const students = new Set(group.map(({ student }) => student)).size;
      return [{ asked: first.asked, answered: first.answered, times: group.length, students }];
    })
    .sort((a, b) => b.times - a.times || b.students - a.students);
}
