import type { Metadata } from "next";
import { requireTeacher } from "#server/auth/require-teacher";
import { listClassesToHost } from "#server/queries/classes";
import { listDecks } from "#server/queries/decks";
import { hostSettings } from "#server/queries/teacher";
import { runtime } from "#server/runtime";
import { DeckList } from "@/features/decks/DeckList";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../TeachShell";
import { hostDeck } from "./host-action";

export const metadata: Metadata = { title: "Decks" };

export default async function DecksPage({
  searchParams,
}: {
  searchParams: Promise<{ archived?: string | string[] }>;
}) {
  const teacher = await requireTeacher();
  const archived = (await searchParams).archived === "1";
  const { prisma } = runtime().database;
  const [decks, settings, classes] = await Promise.all([
    listDecks(prisma, teacher.teacherId, archived),
    hostSettings(prisma, teacher.teacherId),
    listClassesToHost(prisma, teacher.teacherId),
  ]);
  return (
    <TeachShell current="/teach">
      <PageHeader
        title={archived ? "Decks put away" : "Your decks"}
        back={archived ? { href: "/teach", label: "Your decks" } : undefined}
        actions={
          <ButtonLink href="/teach/decks/new" variant="primary">
            <Icon name="plus" /> New deck
          </ButtonLink>
        }
      />
      <DeckList decks={decks} archived={archived} settings={settings} classes={classes} host={hostDeck} />
    </TeachShell>
  );
}
