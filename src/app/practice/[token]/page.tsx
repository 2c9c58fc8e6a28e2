import type { Metadata } from "next";
import { runtime } from "#server/runtime";
import { DoorPage } from "@/features/account/DoorPage";
import { LinkPractice } from "@/features/practice/LinkPractice";
import { answerPractice, askPractice } from "../actions";

export const metadata: Metadata = { title: "Practice", referrer: "no-referrer", robots: "noindex" };
export const dynamic = "force-dynamic";

export default async function PracticePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const page = await runtime().practice.page(token);
  if (!page)
    return (
      <DoorPage
        title="This link does not work"
        lead="Your teacher has stopped it or made a new one. Ask for the new one: what you practised is kept."
      >
        {null}
      </DoorPage>
    );
  return (
    <LinkPractice page={page} ask={askPractice.bind(null, token)} answer={answerPractice.bind(null, token)} />
  );
}
