import type { Metadata } from "next";
import { runtime } from "#server/runtime";
import { NewDeckPage } from "@/features/decks/new/NewDeckPage";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../TeachShell";

export const metadata: Metadata = { title: "New deck" };

export default async function NewDeckRoute() {
  return (
    <TeachShell current="/teach">
      <PageHeader title="New deck" back={{ href: "/teach", label: "Your decks" }} />
      <NewDeckPage api={`${runtime().env.basePath}/api`} />
    </TeachShell>
  );
}
