import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { runtime } from "../runtime";
import type { SignedIn } from "./accounts";

/** The header in which `src/proxy.ts` hands on the path of the page that is asked for. */
export const PATH_HEADER = "x-deckdash-path";

/** The teacher of this request, or null; looked up once per request. */
export const currentTeacher = cache(
  async (): Promise<SignedIn | null> => runtime().accounts.teacherFromHeaders(await headers()),
);

/**
 * The teacher of this request. Without one the page is left: for the welcome page while the house is empty, else for
 * the sign-in page, which leads back here.
 */
export async function requireTeacher(): Promise<SignedIn> {
  const teacher = await currentTeacher();
  if (teacher) return teacher;
  if (await runtime().accounts.isEmpty()) redirect("/teach/welcome");
  const path = (await headers()).get(PATH_HEADER) ?? "";
  redirect(isInside(path) ? `/teach/sign-in?next=${encodeURIComponent(path)}` : "/teach/sign-in");
}

/** True for paths of this house that a teacher may be sent to after signing in; an address elsewhere never is. */
export function isInside(path: string): boolean {
  return /^\/(teach|host)(\/[\w-]+)*\/?(\?[\w=&%+.-]*)?$/.test(path);
}
