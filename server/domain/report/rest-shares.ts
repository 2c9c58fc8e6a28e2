import { groupBy, type ReportAnswer } from "./answers";

/**
 * For a card, each student's share right (0–1) on the others, from first attempts at all of them; who answered none is
 * absent. The totals are counted once, so that asking for every card of a session costs little more than for one.
 */
export function sharesOnOtherCards(firsts: readonly ReportAnswer[]): (card: string) => Map<string, number> {
  const byCard = groupBy(firsts, ({ card }) => card);
  const totals = tally(firsts);
  return (card) => {
    const own = tally(byCard.get(card) ?? []);
    return new Map(
      [...totals].flatMap(([student, total]) => {
        const here = own.get(student) ?? { right: 0, answers: 0 };
        const answers = total.answers - here.answers;
        return answers === 0 ? [] : [[student, (total.right - here.right) / answers] as const];
      }),
    );
  };
}

function tally(answers: readonly ReportAnswer[]): Map<string, { right: number; answers: number }> {
  const tallies = new Map<string, { right: number; answers: number }>();
  for (const { student, correct } of answers) {
    const own = tallies.get(student) ?? { right: 0, answers: 0 };
    own.answers += 1;
    if (correct) own.right += 1;
    tallies.set(student, own);
  }
  return tallies;
}
