"use client";

import type { ReactNode } from "react";
import { useHost } from "@/client/use-live";
import type { SessionId } from "@/contract/ids";
import { hostWords } from "@/messages/en/host";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { Waiting } from "@/ui/Progress";
import { HostScreen } from "./HostScreen";

/** The session is not this screen's to host: what has happened, and the way back to the desk where there is one. */
const Closed = ({ title, children, toDesk }: { title: string; children: ReactNode; toDesk?: string }) => (
  <main className="px-4">
    <EmptyState
      title={title}
      action={
        toDesk ? (
          <ButtonLink href="/teach" variant="primary">
            {toDesk}
          </ButtonLink>
        ) : null
      }
    >
      {children}
    </EmptyState>
  </main>
);

/** The host's side of one session, from the first connection to the last curtain. */
export const HostApp = ({ sessionId }: { sessionId: SessionId }) => {
  const { view, connection, serverNow, send, remote, handover, endHandover } = useHost(sessionId);
  const { unauthorised, gone } = hostWords;
  if (connection === "unauthorised" && remote)
    return <Closed title={hostWords.remote.over}>{hostWords.remote.overText}</Closed>;
  if (connection === "unauthorised")
    return (
      <Closed title={unauthorised.title} toDesk={unauthorised.action}>
        {unauthorised.text}
      </Closed>
    );
  if (view)
    return (
      <HostScreen
        view={view}
        connection={connection}
        serverNow={serverNow}
        send={send}
        remote={remote}
        handover={handover}
        endHandover={endHandover}
      />
    );
  if (connection === "gone")
    return (
      <Closed title={gone.title} toDesk={hostWords.toDesk}>
        {gone.text}
      </Closed>
    );
  return (
    <main className="grid min-h-dvh place-items-center">
      <Waiting className="text-2xl">{hostWords.connecting}</Waiting>
    </main>
  );
};
