import type { Metadata } from "next";
import { RemoteApp } from "@/features/host/RemoteApp";
import { hostWords } from "@/messages/en/host";

export const metadata: Metadata = { title: hostWords.remote.pageTitle };

/** Where a handover link leads. Its code stands behind the #, so that no log and no referrer ever holds it. */
export default function RemotePage() {
  return <RemoteApp />;
}
