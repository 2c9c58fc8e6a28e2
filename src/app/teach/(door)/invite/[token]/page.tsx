import type { Metadata } from "next";
import { runtime } from "#server/runtime";
import { AccountForm } from "@/features/account/AccountForm";
import { DoorPage } from "@/features/account/DoorPage";
import { ButtonLink } from "@/ui/ButtonLink";
import { accept } from "../../actions";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };
export const dynamic = "force-dynamic";

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await runtime().accounts.inviterOf(token, new Date());
  if (!invitation) {
    return (
      <DoorPage
        title="This link does not work"
        lead="It was used already, is older than seven days, or was taken back. Ask the teacher who sent it for a new one."
      >
        <ButtonLink href="/teach/sign-in">Sign in instead</ButtonLink>
      </DoorPage>
    );
  }
  return (
    <DoorPage
      title="Come in"
      lead={`${invitation.inviterName} invites you to this Deckdash. You get a desk of your own: nobody else sees your decks, classes and results.`}
    >
      <AccountForm action={accept.bind(null, token)} submit="Open my desk" />
    </DoorPage>
  );
}
