import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { runtime } from "#server/runtime";
import { classWords } from "@/messages/en/classes";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { Card } from "@/ui/Card";
import { EmptyState } from "@/ui/EmptyState";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../../TeachShell";

const words = classWords.join;

export const metadata: Metadata = { title: words.title, referrer: "no-referrer" };

export default async function JoinClassPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  await requireTeacher();
  const found = await runtime().classes.classOfLink(token);

  async function accept() {
    "use server";
    const { teacherId } = await requireTeacher();
    const classId = await runtime().classes.acceptLink(token, teacherId);
    redirect(classId ? `/teach/classes/${classId}` : `/teach/classes/join/${token}`);
  }

  return (
    <TeachShell current="/teach/classes">
      {found ? (
        <>
          <PageHeader title={found.className} />
          <Card className="grid max-w-xl gap-5">
            <p className="text-lg">{words.text(found.inviterName)}</p>
            <form action={accept}>
              <Button type="submit" variant="primary" size="large">
                {words.take}
              </Button>
            </form>
          </Card>
        </>
      ) : (
        <EmptyState
          title={words.closedLink}
          action={<ButtonLink href="/teach/classes">{classWords.yours}</ButtonLink>}
        >
          {words.closedLinkText}
        </EmptyState>
      )}
    </TeachShell>
  );
}
