import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SessionId } from "@/contract/ids";
import { HostApp } from "@/features/host/HostApp";
import { hostWords } from "@/messages/en/host";

export const metadata: Metadata = { title: hostWords.pageTitle };

export default async function HostPage({ params }: { params: Promise<{ sessionId: string }> }) {
  const sessionId = SessionId.safeParse((await params).sessionId);
  if (!sessionId.success) notFound();
  return <HostApp sessionId={sessionId.data} />;
}
