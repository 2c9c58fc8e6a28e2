"use client";

import { hostWords } from "@/messages/en/host";
import { Dialog } from "@/ui/Dialog";
import { Switch } from "@/ui/Switch";
import { type HostAction, keyCap } from "./actions";

const Keys = ({ actions, label }: { actions: readonly HostAction[]; label: string }) => (
  <section>
    <h3 className="mb-2 text-xl font-bold">{label}</h3>
    <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-y-2">
      {actions.map((action) => (
        <div
          key={action.id}
          className="col-span-2 grid grid-cols-subgrid items-center border-b border-edge pb-2"
        >
          <dt>{hostWords.actions[action.id]}</dt>
          <dd className="flex items-center gap-2">
            {action.keys.map((key, index) => (
              <span key={key} className="flex items-center gap-2">
                {index > 0 ? <span className="text-ink-soft">{hostWords.help.or}</span> : null}
                <kbd className="min-w-9 rounded-md border-2 border-edge-strong bg-paper-low px-2 py-0.5 text-center font-text font-bold">
                  {keyCap(key)}
                </kbd>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

/** Every key of the present screen, made from the same list as its buttons. */
export const HelpPanel = ({
  open,
  onClose,
  stage,
  tools,
  shortcuts,
}: {
  open: boolean;
  onClose: () => void;
  stage: readonly HostAction[];
  tools: readonly HostAction[];
  shortcuts: { on: boolean; choose: (on: boolean) => void };
}) => (
  <Dialog open={open} onClose={onClose} title={hostWords.help.title} place="side">
    <div className="grid gap-6">
      <Switch
        label={hostWords.help.on}
        hint={hostWords.help.onHint}
        checked={shortcuts.on}
        onChange={shortcuts.choose}
      />
      {stage.length > 0 ? <Keys label={hostWords.help.now} actions={stage.toReversed()} /> : null}
      <Keys label={hostWords.help.always} actions={tools} />
    </div>
  </Dialog>
);
