"use server";

import { runtime } from "#server/runtime";
import { PracticeAnswer, type PracticeAnswered, type PracticeAsk, PracticeWish } from "@/contract/practice";

/** The next question for the holder of a link. */
export async function askPractice(token: string, wish: unknown): Promise<PracticeAsk> {
  const parsed = PracticeWish.safeParse(wish);
  return parsed.success ? runtime().practice.ask(String(token), parsed.data) : { ok: false, why: "gone" };
}

/** Checks the answer of the holder of a link. */
export async function answerPractice(token: string, answer: unknown): Promise<PracticeAnswered> {
  const parsed = PracticeAnswer.safeParse(answer);
  return parsed.success ? runtime().practice.answer(String(token), parsed.data) : { ok: false, why: "stale" };
}
