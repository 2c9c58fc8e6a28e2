"use server";

import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { isInside } from "#server/auth/require-teacher";
import { runtime } from "#server/runtime";
import { Credentials, type FormAnswer, fieldMessages, NewAccount } from "@/contract/account";

const LOOK_AGAIN = "Some fields need another look.";

/** Makes the first teacher of an empty house, signs them in and lays the demo deck on their desk. */
export async function welcome(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  const account = NewAccount.safeParse(Object.fromEntries(form));
  if (!account.success) return refused(LOOK_AGAIN, form, fieldMessages(account.error));
  const { accounts, desk } = runtime();
  const teacherId = await accounts.makeFirstTeacher(account.data);
  if (!teacherId) {
    return refused("Somebody else was first. Ask them for an invitation link, or sign in.", form);
  }
  await desk.saveDemo(teacherId);
  await signInOrThrow(account.data);
  redirect("/teach");
}

/** Makes the teacher whom a link invites and signs them in. */
export async function accept(token: string, _before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  const account = NewAccount.safeParse(Object.fromEntries(form));
  if (!account.success) return refused(LOOK_AGAIN, form, fieldMessages(account.error));
  const { accounts, desk } = runtime();
  const result = await accounts.acceptInvitation(token, account.data, new Date());
  if (!result.ok) {
    return result.reason === "email-taken"
      ? refused("There is a teacher with this e-mail already. Sign in instead.", form)
      : refused("This link does not work any more. Ask for a new one.", form);
  }
  await desk.saveDemo(result.teacherId);
  await signInOrThrow(account.data);
  redirect("/teach");
}

/** Signs in and leads where the visitor wanted to go, never out of this house; else says why not. */
export async function signIn(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  const credentials = Credentials.safeParse(Object.fromEntries(form));
  if (!credentials.success) return refused(LOOK_AGAIN, form, fieldMessages(credentials.error));
  const result = await trySignIn(credentials.data);
  if (!result.ok) {
    return refused(
      result.reason === "wrong"
        ? "E-mail and password do not belong together. Try again."
        : `Too many tries. Nothing is lost: wait ${Math.ceil(result.retryInMs / 60_000)} min and try again.`,
      form,
    );
  }
  await setCookies(result.cookies);
  const next = form.get("next");
  redirect(typeof next === "string" && isInside(next) ? next : "/teach");
}

/** Ends this browser's sign-in. */
export async function signOut(): Promise<void> {
  await setCookies(await runtime().accounts.signOut(await headers()));
  redirect("/teach/sign-in");
}

function refused(message: string, form: FormData, fields?: Record<string, string>): FormAnswer {
  const kept: Record<string, string> = {};
  for (const name of ["name", "email"]) {
    const typed = form.get(name);
    if (typeof typed === "string") kept[name] = typed.slice(0, 254);
  }
  return { ok: false, message, fields, kept };
}

async function trySignIn(credentials: Credentials) {
  const asked = await headers();
  const { accounts, env } = runtime();
  // Behind n trusted proxies the n-th entry from the right; without one, Next has written the caller's own.
  const entries = asked.get("x-forwarded-for")?.split(",") ?? [];
  const address = entries.at(-Math.max(1, env.trustProxy))?.trim() ?? "unknown";
  return accounts.signIn(credentials, address, asked.get("user-agent") ?? "");
}

async function signInOrThrow(credentials: Credentials): Promise<void> {
  const result = await trySignIn(credentials);
  if (!result.ok) throw new Error("The new teacher could not be signed in.");
  await setCookies(result.cookies);
}

async function setCookies(headerLines: string[]): Promise<void> {
  const jar = await cookies();
  for (const line of headerLines) {
    for (const [name, cookie] of parseSetCookieHeader(line)) {
      jar.set(name, decodeURIComponent(cookie.value), toCookieOptions(cookie));
    }
  }
}
