import type { Metadata } from "next";
import { requireTeacher } from "#server/auth/require-teacher";
import { listClassesToHost } from "#server/queries/classes";
import { listDecks } from "#server/queries/decks";
import { hostSettings } from "#server/queries/teacher";
import { runtime } from "#server/runtime";
import { DeckList } from "@/features/decks/DeckList";
import { deckWords } from "@/messages/en/decks";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../TeachShell";
import { hostDeck } from "./host-action";

export const metadata: Metadata = { title: deckWords.all };

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
        title={archived ? deckWords.list.putAway : deckWords.yours}
        back={archived ? { href: "/teach", label: deckWords.yours } : undefined}
        actions={
          <ButtonLink href="/teach/decks/new" variant="primary">
            <Icon name="plus" /> {deckWords.create.title}
          </ButtonLink>
        }
      />
      <DeckList decks={decks} archived={archived} settings={settings} classes={classes} host={hostDeck} />
    </TeachShell>
  );
}
