"use server";

import { runtime } from "#server/runtime";
import {
  PracticeAnswer,
  type PracticeAnswered,
  type PracticeAsk,
  type PracticePage,
  PracticeWish,
} from "@/contract/practice";

/** What the student has to do whose seat a phone has kept; null when the seat is good no longer. */
export const readPractice = async (seat: string): Promise<PracticePage | null> =>
  runtime().practice.page(String(seat));

/** The next question for the holder of a link or a seat. */
export async function askPractice(token: string, wish: unknown): Promise<PracticeAsk> {
  const parsed = PracticeWish.safeParse(wish);
  return parsed.success ? runtime().practice.ask(String(token), parsed.data) : { ok: false, why: "gone" };
}

/** Checks the answer of the holder of a link or a seat. */
export async function answerPractice(token: string, answer: unknown): Promise<PracticeAnswered> {
  const parsed = PracticeAnswer.safeParse(answer);
  return parsed.success ? runtime().practice.answer(String(token), parsed.data) : { ok: false, why: "stale" };
}
