"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { runtime } from "#server/runtime";
import { Credentials, type FormAnswer, fieldMessages, PasswordChange } from "@/contract/account";

/** Makes an invitation link and answers with its path, which is shown once. */
export async function invite(): Promise<{ ok: true; path: string } | { ok: false; message: string }> {
  const { teacherId } = await requireTeacher();
  const token = await runtime().accounts.invite(teacherId, new Date());
  refresh();
  return token
    ? { ok: true, path: `/teach/invite/${token}` }
    : { ok: false, message: "Twenty links are open already. Withdraw one first." };
}

/** Takes back an invitation of this teacher's. */
export async function withdraw(invitationId: string): Promise<void> {
  const { teacherId } = await requireTeacher();
  await runtime().accounts.withdrawInvitation(teacherId, String(invitationId));
  refresh();
}

/** Signs this teacher out of one browser. */
export async function endLogin(loginId: string): Promise<void> {
  const { teacherId } = await requireTeacher();
  await runtime().accounts.endLogin(teacherId, String(loginId));
  refresh();
}

/** Signs this teacher out of every browser but this one. */
export async function endOtherLogins(): Promise<void> {
  await runtime().accounts.endOtherLogins(await requireTeacher());
  refresh();
}

/** Changes the password and signs every other browser out; the old one must be right. */
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

/** Ends the account of the signed-in teacher, with everything that is theirs, and leads out of the house. */
export async function leave(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  const teacher = await requireTeacher();
  const wish = Credentials.safeParse(Object.fromEntries(form));
  if (!wish.success) return { ok: false, message: "Nothing was erased.", fields: fieldMessages(wish.error) };
  const answer = await runtime().teacherData.leave(teacher, wish.data);
  switch (answer) {
    case "wrong-email":
      return {
        ok: false,
        message: "Nothing was erased.",
        fields: { email: "This is not your e-mail address." },
      };
    case "wrong-password":
      return {
        ok: false,
        message: "Nothing was erased.",
        fields: { password: "This is not your password." },
      };
    case "too-many":
      return { ok: false, message: "Too many tries. Nothing was erased: wait ten minutes and try again." };
    case "running":
      return { ok: false, message: "A game is running. End it first; nothing was erased." };
    case "done":
      redirect("/teach");
  }
}
