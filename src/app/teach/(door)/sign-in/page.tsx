import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentTeacher, isInside } from "#server/auth/require-teacher";
import { runtime } from "#server/runtime";
import { DoorPage } from "@/features/account/DoorPage";
import { SignInForm } from "@/features/account/SignInForm";
import { accountWords } from "@/messages/en/account";
import { signIn } from "../actions";

export const metadata: Metadata = { title: accountWords.door.signIn.title };
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
    <DoorPage {...accountWords.door.signIn}>
      <SignInForm action={signIn} next={target} />
    </DoorPage>
  );
}
