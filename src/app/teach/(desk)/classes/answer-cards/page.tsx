import type { Metadata } from "next";
import { AnswerCards } from "@/features/classes/AnswerCards";
import { classWords } from "@/messages/en/classes";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../TeachShell";

export const metadata: Metadata = { title: classWords.answerCards.title };

export default function AnswerCardsPage() {
  return (
    <TeachShell current="/teach/classes">
      <div className="print:hidden">
        <PageHeader
          title={classWords.answerCards.title}
          back={{ href: "/teach/classes", label: classWords.yours }}
        />
      </div>
      <AnswerCards />
    </TeachShell>
  );
}
