import type { Metadata } from "next";
import { requireTeacher } from "#server/auth/require-teacher";
import { runtime } from "#server/runtime";
import { Browsers } from "@/features/account/Browsers";
import { Invitations } from "@/features/account/Invitations";
import { OwnData } from "@/features/account/OwnData";
import { PasswordForm } from "@/features/account/PasswordForm";
import { accountWords } from "@/messages/en/account";
import { Button } from "@/ui/Button";
import { PageHeader } from "@/ui/PageHeader";
import { signOut } from "../../(door)/actions";
import { TeachShell } from "../../TeachShell";
import { changePassword, endLogin, endOtherLogins, invite, leave, withdraw } from "./actions";

export const metadata: Metadata = { title: accountWords.page.title };

export default async function AccountPage() {
  const teacher = await requireTeacher();
  const { accounts, teacherData, addresses, env } = runtime();
  const now = new Date();
  const [logins, invitations, leaving] = await Promise.all([
    accounts.logins(teacher.teacherId, now),
    accounts.openInvitations(teacher.teacherId, now),
    teacherData.leaving(teacher.teacherId),
  ]);
  return (
    <TeachShell>
      <PageHeader
        title={teacher.name}
        detail={teacher.email}
        actions={
          <form action={signOut}>
            <Button type="submit">{accountWords.page.signOut}</Button>
          </form>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Invitations
          open={invitations}
          house={env.publicUrl ?? addresses.phones ?? addresses.local}
          invite={invite}
          withdraw={withdraw}
        />
        <Browsers logins={logins} current={teacher.loginId} end={endLogin} endOthers={endOtherLogins} />
        <PasswordForm action={changePassword} />
        <OwnData api={`${env.basePath}/api`} leaving={leaving} action={leave} />
      </div>
    </TeachShell>
  );
}
