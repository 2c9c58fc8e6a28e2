"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { runtime } from "#server/runtime";
import type { CorrectionAnswer } from "@/contract/corrections";
import { type DeskAnswer, DeskCommand } from "@/contract/desk";

/** Does one thing to a deck of the signed-in teacher, and brings the page up to date. */
export async function deskCommand(deckId: string, command: unknown): Promise<DeskAnswer> {
  const { teacherId } = await requireTeacher();
  const parsed = DeskCommand.safeParse(command);
  if (!parsed.success) {
    const why = parsed.error.issues[0]?.message ?? "That could not be read.";
    return { ok: false, message: `${why} Nothing was changed.` };
  }
  const answer = await runtime().desk.run(teacherId, String(deckId), parsed.data);
  refresh();
  return answer;
}

/** Accepts an option of one of the teacher's decks as right, there and in past games, or takes that back. */
export async function acceptOption(optionId: string, accepted: boolean): Promise<CorrectionAnswer> {
  const { teacherId } = await requireTeacher();
  const answer = await runtime().results.acceptInDeck(teacherId, String(optionId), accepted === true);
  refresh();
  return answer;
}

/** Deletes a deck for good and leads back to the list. */
export async function deleteDeck(deckId: string): Promise<DeskAnswer> {
  const { teacherId } = await requireTeacher();
  if (!(await runtime().desk.deleteDeck(teacherId, String(deckId)))) {
    return { ok: false, message: "This deck is not there any more." };
  }
  redirect("/teach");
}
