import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { runtime } from "#server/runtime";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { Card } from "@/ui/Card";
import { EmptyState } from "@/ui/EmptyState";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../../TeachShell";

export const metadata: Metadata = { title: "A class to share", referrer: "no-referrer" };

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
            <p className="text-lg">
              {found.inviterName} shares this class with you. You see its students and what they know, and can
              host games for it.
            </p>
            <form action={accept}>
              <Button type="submit" variant="primary" size="large">
                Take the class
              </Button>
            </form>
          </Card>
        </>
      ) : (
        <EmptyState
          title="This link does not work"
          action={<ButtonLink href="/teach/classes">Your classes</ButtonLink>}
        >
          It was used already, is older than seven days, or was taken back. Ask your colleague for a new one.
        </EmptyState>
      )}
    </TeachShell>
  );
}
