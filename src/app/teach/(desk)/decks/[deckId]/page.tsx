import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { listClassesToHost } from "#server/queries/classes";
import { askableCards, deckTitle, deskPage } from "#server/queries/decks";
import { hostSettings } from "#server/queries/teacher";
import { runtime } from "#server/runtime";
import { DeckDesk } from "@/features/decks/desk/DeckDesk";
import { deckWords } from "@/messages/en/decks";
import { pageOf, type SearchParams } from "../../../search-params";
import { TeachShell } from "../../../TeachShell";
import { hostDeck } from "../../host-action";
import { acceptOption, deleteDeck, deskCommand } from "./actions";

type Props = {
  params: Promise<{ deckId: string }>;
  searchParams: SearchParams;
};

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { teacherId } = await requireTeacher();
  const title = await deckTitle(runtime().database.prisma, teacherId, (await params).deckId);
  return { title: title ?? deckWords.one };
}

export default async function DeckPage({ params, searchParams }: Props) {
  const { teacherId } = await requireTeacher();
  const { deckId } = await params;
  const query = await searchParams;
  const search = one(query.find).trim().slice(0, 200);
  const page = pageOf(query);
  const { database, desk, env } = runtime();
  const db = database.prisma;
  const [found, askable, settings, classes] = await Promise.all([
    deskPage(db, teacherId, deckId, { search, page, cardId: one(query.card) || undefined }),
    askableCards(db, deckId),
    hostSettings(db, teacherId),
    listClassesToHost(db, teacherId),
  ]);
  if (!found) notFound();
  const { deck, ...place } = found;
  return (
    <TeachShell current="/teach">
      <DeckDesk
        api={`${env.basePath}/api`}
        deck={deck}
        model={desk.model(deckId, deck.modelAllowed)}
        place={{ search, ...place }}
        askable={askable}
        settings={settings}
        classes={classes}
        act={deskCommand.bind(null, deckId)}
        accept={acceptOption}
        remove={deleteDeck.bind(null, deckId)}
        host={hostDeck}
      />
    </TeachShell>
  );
}
