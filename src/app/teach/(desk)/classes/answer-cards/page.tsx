import type { Metadata } from "next";
import { AnswerCards } from "@/features/classes/AnswerCards";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../TeachShell";

export const metadata: Metadata = { title: "A to D cards" };

export default function AnswerCardsPage() {
  return (
    <TeachShell current="/teach/classes">
      <div className="print:hidden">
        <PageHeader title="A to D cards" back={{ href: "/teach/classes", label: "Your classes" }} />
      </div>
      <AnswerCards />
    </TeachShell>
  );
}
