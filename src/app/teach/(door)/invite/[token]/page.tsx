import type { Metadata } from "next";
import { runtime } from "#server/runtime";
import { AccountForm } from "@/features/account/AccountForm";
import { DoorPage } from "@/features/account/DoorPage";
import { accountWords } from "@/messages/en/account";
import { ButtonLink } from "@/ui/ButtonLink";
import { accept } from "../../actions";

const words = accountWords.door;

export const metadata: Metadata = { title: words.invitation, referrer: "no-referrer" };
export const dynamic = "force-dynamic";

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await runtime().accounts.inviterOf(token, new Date());
  if (!invitation) {
    return (
      <DoorPage {...words.closedLink}>
        <ButtonLink href="/teach/sign-in">{words.signInInstead}</ButtonLink>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={words.invited.title} lead={words.invited.lead(invitation.inviterName)}>
      <AccountForm action={accept.bind(null, token)} submit={words.openDesk} />
    </DoorPage>
  );
}
