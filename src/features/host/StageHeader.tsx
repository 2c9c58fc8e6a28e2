import type { ReactNode } from "react";
import type { Connection } from "@/client/live-store";
import type { HostView } from "@/contract/views";
import { bareAddress } from "@/features/game/address";
import { ConnectionState } from "@/features/game/ConnectionState";
import { Pin } from "@/features/game/Pin";
import { commonWords } from "@/messages/en/common";
import { hostWords } from "@/messages/en/host";
import { Brand } from "@/ui/Brand";
import { Icon } from "@/ui/Icon";

/** The line above the stage: what is played, how a latecomer gets in, and how the link stands. */
export const StageHeader = ({
  view,
  connection,
  children,
}: {
  view: HostView;
  connection: Connection;
  /** Signs that belong to this screen alone. */
  children?: ReactNode;
}) => (
  <header className="flex shrink-0 items-center gap-4 px-6 py-1.5 max-[40rem]:gap-2.5 max-[40rem]:px-3">
    <Brand name={commonWords.product} className="text-[1.15rem] max-[40rem]:hidden" />
    <span className="min-w-0 flex-1 truncate text-ink-soft">
      {view.phase.name === "lobby" ? null : view.title}
    </span>
    {view.phase.name === "lobby" || view.phase.name === "podium" ? null : (
      <span className="flex shrink-0 items-center gap-3">
        {view.locked ? <Icon name="lock" label={hostWords.lobby.locked} /> : null}
        <span className="text-ink-soft max-[40rem]:hidden">{bareAddress(view.joinUrl)}</span>
        <strong className="text-[1.1rem]">
          <Pin pin={view.pin} />
        </strong>
        {view.factor ? <strong className="text-[1.1rem]">{view.factor}</strong> : null}
      </span>
    )}
    {children}
    <ConnectionState connection={connection} quiet />
  </header>
);
