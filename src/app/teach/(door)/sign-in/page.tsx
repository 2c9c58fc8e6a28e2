import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentTeacher, isInside } from "#server/auth/require-teacher";
import { runtime } from "#server/runtime";
import { DoorPage } from "@/features/account/DoorPage";
import { SignInForm } from "@/features/account/SignInForm";
import { signIn } from "../actions";

export const metadata: Metadata = { title: "Sign in" };
export const dynamic = "force-dynamic";

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const target = typeof next === "string" && isInside(next) ? next : "/teach";
  if (await currentTeacher()) redirect(target);
  if (await runtime().accounts.isEmpty()) redirect("/teach/welcome");
  return (
    <DoorPage
      title="Sign in"
      lead="For teachers. Players need no account: they join with the PIN on the screen."
    >
      <SignInForm action={signIn} next={target} />
    </DoorPage>
  );
}
