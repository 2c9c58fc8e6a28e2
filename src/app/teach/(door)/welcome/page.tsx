import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { runtime } from "#server/runtime";
import { AccountForm } from "@/features/account/AccountForm";
import { DoorPage } from "@/features/account/DoorPage";
import { accountWords } from "@/messages/en/account";
import { welcome } from "../actions";

export const metadata: Metadata = { title: accountWords.door.welcome.title };
export const dynamic = "force-dynamic";

export default async function WelcomePage() {
  if (!(await runtime().accounts.isEmpty())) redirect("/teach");
  return (
    <DoorPage {...accountWords.door.welcome}>
      <AccountForm action={welcome} submit={accountWords.door.openDesk} />
    </DoorPage>
  );
}
