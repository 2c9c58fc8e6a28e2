import type { Metadata } from "next";
import { runtime } from "#server/runtime";
import { DoorPage } from "@/features/account/DoorPage";
import { LinkPractice } from "@/features/practice/LinkPractice";
import { practiceWords } from "@/messages/en/practice";
import { answerPractice, askPractice } from "../actions";

export const metadata: Metadata = { title: practiceWords.title, referrer: "no-referrer", robots: "noindex" };
export const dynamic = "force-dynamic";

export default async function PracticePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const page = await runtime().practice.page(token);
  if (!page) return <DoorPage {...practiceWords.closedLink}>{null}</DoorPage>;
  return (
    <LinkPractice page={page} ask={askPractice.bind(null, token)} answer={answerPractice.bind(null, token)} />
  );
}
