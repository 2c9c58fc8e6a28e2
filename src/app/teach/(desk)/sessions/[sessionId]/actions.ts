"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { runtime } from "#server/runtime";
import { type CorrectionAnswer, CorrectionCommand } from "@/contract/corrections";

/** Sets a question of a game of the signed-in teacher right, and brings the page up to date. */
export async function correctQuestion(sessionId: string, command: unknown): Promise<CorrectionAnswer> {
  const { teacherId } = await requireTeacher();
  const parsed = CorrectionCommand.safeParse(command);
  if (!parsed.success) return { ok: false, message: "That could not be read. Nothing was changed." };
  const answer = await runtime().results.correct(teacherId, String(sessionId), parsed.data);
  refresh();
  return answer;
}

/** A new secret link to a student's report: its path, this once, or null when the student is not there. */
export async function shareReport(sessionId: string, playerId: string): Promise<string | null> {
  const { teacherId } = await requireTeacher();
  const { results, env } = runtime();
  const token = await results.newReportLink(teacherId, String(sessionId), String(playerId));
  refresh();
  return token && `${env.basePath}/report/${token}`;
}

/** Makes the link to a student's report lead nowhere. */
export async function revokeReport(sessionId: string, playerId: string): Promise<boolean> {
  const { teacherId } = await requireTeacher();
  const done = await runtime().results.revokeReportLink(teacherId, String(sessionId), String(playerId));
  refresh();
  return done;
}

/** Deletes a game that has ended, with everything about it, and leads back to the list. */
export async function deleteSession(sessionId: string): Promise<boolean> {
  const { teacherId } = await requireTeacher();
  if (!(await runtime().results.deleteSession(teacherId, String(sessionId)))) return false;
  redirect("/teach/sessions");
}
