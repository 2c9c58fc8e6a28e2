import { ORDERS } from "./orders";
import type { Askable, Pick, PickRequest } from "./request";

/** A card rests for this many rounds before it may return. */
const REST = 4;

/**
 * The next question for the students present, or null when nothing can be asked in this order. Pinned cards
 * come first, skipped ones never, and none of the last four rounds' unless nothing else is left. Of the card's
 * questions it takes one the class has seen least. Pure: the same request gives the same pick.
 */
export function pickNext(request: PickRequest): Pick | null {
  const { asked, pinned, skipped } = request;
  const open = request.cards.filter(({ card, questions }) => questions.length > 0 && !skipped.has(card));
  const wanted = pinned.flatMap((card) => open.find((askable) => askable.card === card) ?? [])[0];
  if (wanted) return withQuestion(wanted, "You put this one next");
  const resting = new Set(asked.slice(-REST).map(({ card }) => card));
  const rested = open.filter(({ card }) => !resting.has(card));
  const choice = ORDERS[request.order](rested.length > 0 ? rested : open, request);
  return choice && withQuestion(choice.card, choice.why);
}

/** The next picks, at most `count`, each card once, as they stand before anybody answers the first of them. */
export function planAhead(request: PickRequest, count: number): Pick[] {
  const plan: Pick[] = [];
  while (plan.length < count) {
    const planned = plan.map(({ card }) => card);
    const pick = pickNext({
      ...request,
      asked: [...request.asked, ...plan.map((ahead) => ({ ...ahead, right: 0, answers: 0 }))],
      pinned: request.pinned.filter((card) => !planned.includes(card)),
      skipped: new Set([...request.skipped, ...planned]),
    });
    if (pick === null) break;
    plan.push(pick);
  }
  return plan;
}

function withQuestion({ card, questions }: Askable, why: string): Pick | null {
  const [first, ...others] = questions;
  if (first === undefined) return null;
  const { id } = others.reduce((best, question) => (question.seen < best.seen ? question : best), first);
  return { card, question: id, why };
}
