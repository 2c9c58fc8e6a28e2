import type { Metadata } from "next";
import { requireTeacher } from "#server/auth/require-teacher";
import { listClasses } from "#server/queries/classes";
import { runtime } from "#server/runtime";
import { ClassList } from "@/features/classes/ClassList";
import { classWords } from "@/messages/en/classes";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../TeachShell";

export const metadata: Metadata = { title: classWords.all };

export default async function ClassesPage({
  searchParams,
}: {
  searchParams: Promise<{ archived?: string | string[] }>;
}) {
  const { teacherId } = await requireTeacher();
  const archived = (await searchParams).archived === "1";
  const classes = await listClasses(runtime().database.prisma, teacherId, archived);
  return (
    <TeachShell current="/teach/classes">
      <PageHeader
        title={archived ? classWords.list.putAway : classWords.yours}
        back={archived ? { href: "/teach/classes", label: classWords.yours } : undefined}
        actions={
          <ButtonLink href="/teach/classes/new" variant="primary">
            <Icon name="plus" /> {classWords.create.title}
          </ButtonLink>
        }
      />
      <ClassList classes={classes} archived={archived} />
    </TeachShell>
  );
}
