import { ORDERS } from "./orders";
import type { Askable, Pick, PickRequest } from "./request";
import { dueSecondTry } from "./second-try";

/** A card rests for this many rounds before it may return. */
const REST = 4;

/**
 * The next question for the students present, or null when the session has had its questions or nothing can be asked in
 * this order. Pinned cards come first, skipped ones never, and none of the last four rounds' unless nothing else is
 * left. A missed card has a second try on top of the session's questions. Of the card's questions it takes one the
 * class has seen least. Pure: the same request gives the same pick.
 */
export const pickNext = (request: PickRequest): Pick | null => picker(request)(request);

/**
 * The next picks, at most `count`, each card once, as they stand before anybody answers the first of them. Every card
 * is weighed once, however far the plan looks.
 */
export function planAhead(request: PickRequest, count: number): Pick[] {
  const pick = picker(request);
  const plan: Pick[] = [];
  while (plan.length < count) {
    const planned = plan.map(({ card }) => card);
    const ahead = pick({
      asked: [...request.asked, ...plan.map((one) => ({ ...one, right: 0, answers: 0 }))],
      pinned: request.pinned.filter((card) => !planned.includes(card)),
      skipped: new Set([...request.skipped, ...planned]),
    });
    if (ahead === null) break;
    plan.push(ahead);
  }
  return plan;
}

/** How far a session has come, and what the host wishes. */
type Standing = { [P in "asked" | "pinned" | "skipped"]: PickRequest[P] };

function picker(request: PickRequest): (standing: Standing) => Pick | null {
  const order = ORDERS[request.order](request);
  return ({ asked, pinned, skipped }) => {
    const open = request.cards.filter(({ card, questions }) => questions.length > 0 && !skipped.has(card));
    const resting = new Set(asked.slice(-REST).map(({ card }) => card));
    const rested = open.filter(({ card }) => !resting.has(card));
    const full = asked.filter(({ secondTry }) => !secondTry).length >= request.questions;
    const wanted = full
      ? undefined
      : pinned.flatMap((card) => open.find((askable) => askable.card === card) ?? [])[0];
    if (wanted) return withQuestion(wanted, "You put this one next", false);
    const again = order.secondTries ? dueSecondTry(rested, asked) : null;
    if (again) return withQuestion(again.card, again.why, true);
    if (full) return null;
    const choice = order.fresh(rested.length > 0 ? rested : open, asked);
    return choice && withQuestion(choice.card, choice.why, false);
  };
}

function withQuestion({ card, questions }: Askable, why: string, secondTry: boolean): Pick | null {
  const [first, ...others] = questions;
  if (first === undefined) return null;
  const { id } = others.reduce((best, question) => (question.seen < best.seen ? question : best), first);
  return { card, question: id, why, secondTry };
}
