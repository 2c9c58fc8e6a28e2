import type { Metadata } from "next";
import { runtime } from "#server/runtime";
import { NewDeckPage } from "@/features/decks/new/NewDeckPage";
import { deckWords } from "@/messages/en/decks";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../TeachShell";

export const metadata: Metadata = { title: deckWords.create.title };

export default async function NewDeckRoute() {
  return (
    <TeachShell current="/teach">
      <PageHeader title={deckWords.create.title} back={{ href: "/teach", label: deckWords.yours }} />
      <NewDeckPage api={`${runtime().env.basePath}/api`} />
    </TeachShell>
  );
}
