import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { runtime } from "#server/runtime";
import { AccountForm } from "@/features/account/AccountForm";
import { DoorPage } from "@/features/account/DoorPage";
import { welcome } from "../actions";

export const metadata: Metadata = { title: "Welcome" };
export const dynamic = "force-dynamic";

export default async function WelcomePage() {
  if (!(await runtime().accounts.isEmpty())) redirect("/teach");
  return (
    <DoorPage
      title="Welcome"
      lead="This Deckdash is new and belongs to nobody yet. Whoever fills this in is its first teacher and can invite others."
    >
      <AccountForm action={welcome} submit="Open my desk" />
    </DoorPage>
  );
}
