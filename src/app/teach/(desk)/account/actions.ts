"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { requireTeacher } from "#server/auth/require-teacher";
import { runtime } from "#server/runtime";
import { type FormAnswer, fieldMessages, PasswordChange } from "@/contract/account";

/** Makes an invitation link and answers with its path, which is shown once. */
export async function invite(): Promise<{ ok: true; path: string } | { ok: false; message: string }> {
  const { teacherId } = await requireTeacher();
  const token = await runtime().accounts.invite(teacherId, new Date());
  refresh();
  return token
    ? { ok: true, path: `/teach/invite/${token}` }
    : { ok: false, message: "Twenty links are open already. Withdraw one first." };
}

export async function withdraw(invitationId: string): Promise<void> {
  const { teacherId } = await requireTeacher();
  await runtime().accounts.withdrawInvitation(teacherId, String(invitationId));
  refresh();
}

export async function endLogin(loginId: string): Promise<void> {
  const { teacherId } = await requireTeacher();
  await runtime().accounts.endLogin(teacherId, String(loginId));
  refresh();
}

export async function endOtherLogins(): Promise<void> {
  await runtime().accounts.endOtherLogins(await requireTeacher());
  refresh();
}

export async function changePassword(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  const teacher = await requireTeacher();
  const change = PasswordChange.safeParse(Object.fromEntries(form));
  if (!change.success) {
    return { ok: false, message: "Some fields need another look.", fields: fieldMessages(change.error) };
  }
  if (!(await runtime().accounts.changePassword(teacher, change.data, await headers()))) {
    return {
      ok: false,
      message: "Nothing was changed.",
      fields: { currentPassword: "This is not the password you use now." },
    };
  }
  refresh();
  return { ok: true };
}
