"use client";

import type { HostView } from "@/contract/views";
import type { HostSend } from "@/features/game/send";
import { hostWords } from "@/messages/en/host";
import { Dialog } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";
import type { HostAction } from "./actions";
import { choosesMultiplier, MultiplierChoice } from "./MultiplierChoice";

/** On a small screen: everything that can be done beside the game's own course, with its name. */
export const ToolsPanel = ({
  open,
  onClose,
  view,
  tools,
  run,
  send,
}: {
  open: boolean;
  onClose: () => void;
  view: HostView;
  tools: readonly HostAction[];
  run: (action: HostAction) => void;
  send: HostSend;
}) => (
  <Dialog open={open} onClose={onClose} title={hostWords.tools}>
    {choosesMultiplier(view) ? (
      <div className="mb-2 border-b border-edge pb-2">
        <MultiplierChoice chosen={view.nextMultiplier} send={send} />
      </div>
    ) : null}
    <ul className="grid">
      {tools.map((action) => (
        <li key={action.id}>
          <button
            type="button"
            onClick={() => {
              onClose();
              run(action);
            }}
            className="flex min-h-12 w-full items-center gap-3 rounded-lg px-2 text-start font-semibold hover:bg-paper-low"
          >
            <Icon name={action.icon} className="text-[1.2rem]" />
            <span className="min-w-0 flex-1">{hostWords.actions[action.id]}</span>
            {action.id === "people" ? (
              <span className="tabular-nums text-ink-soft">{view.players.length.toLocaleString("en")}</span>
            ) : null}
          </button>
        </li>
      ))}
    </ul>
  </Dialog>
);
