"use client";

import { useHost } from "@/client/use-live";
import type { SessionId } from "@/contract/ids";
import { hostWords } from "@/messages/en";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { Spinner } from "@/ui/Progress";
import { HostScreen } from "./HostScreen";

/** The host's side of one session, from the first connection to the last curtain. */
export const HostApp = ({ sessionId }: { sessionId: SessionId }) => {
  const { view, connection, serverNow, send, remote, handover, endHandover } = useHost(sessionId);
  if (connection === "unauthorised" && remote)
    return (
      <main className="px-4">
        <EmptyState title={hostWords.remote.over}>{hostWords.remote.overText}</EmptyState>
      </main>
    );
  if (connection === "unauthorised")
    return (
      <main className="px-4">
        <EmptyState
          title={hostWords.unauthorised.title}
          action={
            <ButtonLink href="/teach" variant="primary">
              {hostWords.unauthorised.action}
            </ButtonLink>
          }
        >
          {hostWords.unauthorised.text}
        </EmptyState>
      </main>
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
      <main className="px-4">
        <EmptyState
          title={hostWords.gone.title}
          action={
            <ButtonLink href="/teach" variant="primary">
              {hostWords.toDesk}
            </ButtonLink>
          }
        >
          {hostWords.gone.text}
        </EmptyState>
      </main>
    );
  return (
    <main className="grid min-h-dvh place-items-center">
      <p role="status" className="flex items-center gap-3 text-2xl">
        <Spinner />
        {hostWords.connecting}
      </p>
    </main>
  );
};
