import type { HostView } from "@/contract/views";
import type { HostSend } from "@/features/game/send";
import { hostWords } from "@/messages/en";
import { Button } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";
import { type HostAction, keyCap } from "./actions";
import { MultiplierChoice } from "./MultiplierChoice";

const IconButton = ({
  action,
  count,
  keysOn,
  run,
}: {
  action: HostAction;
  count?: number;
  keysOn: boolean;
  run: (action: HostAction) => void;
}) => {
  const words = hostWords.actions[action.id];
  const marked = action.id === "unlock";
  return (
    <button
      type="button"
      onClick={() => run(action)}
      aria-label={count === undefined ? words : `${words}: ${count}`}
      aria-keyshortcuts={keysOn ? action.keys[0] : undefined}
      title={keysOn ? `${words} (${keyCap(action.keys[0])})` : words}
      className={cx(
        "inline-flex min-h-12 min-w-12 items-center justify-center gap-1.5 rounded-lg border-2 px-2 font-bold",
        marked
          ? "border-warn bg-warn-low text-warn"
          : "border-transparent hover:border-edge-strong hover:bg-paper",
      )}
    >
      <Icon name={action.icon} className="text-[1.2rem]" />
      {count === undefined ? null : <span className="tabular-nums">{count.toLocaleString("en")}</span>}
    </button>
  );
};

/** The foot of the stage: tools on the left, what moves the game on the right, the likeliest press last and largest. */
export const ControlBar = ({
  view,
  stage,
  tools,
  busy,
  run,
  keysOn,
  send,
}: {
  view: HostView;
  stage: readonly HostAction[];
  tools: readonly HostAction[];
  busy: HostAction["id"] | null;
  run: (action: HostAction) => void;
  keysOn: boolean;
  send: HostSend;
}) => {
  const cap = (action: HostAction) => (keysOn ? keyCap(action.keys[0]) : undefined);
  const primary = stage.find((action) => action.primary);
  return (
    <footer className="flex max-h-[45dvh] shrink-0 flex-wrap overflow-y-auto items-center justify-between gap-x-3 gap-y-2 px-6 pt-2 pb-3">
      <div role="toolbar" aria-label={hostWords.tools} className="flex flex-wrap items-center">
        {tools.map((action) => (
          <IconButton
            key={action.keys[0]}
            action={action}
            count={action.id === "people" ? view.players.length : undefined}
            keysOn={keysOn}
            run={run}
          />
        ))}
      </div>
      {view.hasNext && (view.phase.name === "reveal" || view.phase.name === "standings") ? (
        <MultiplierChoice chosen={view.nextMultiplier} send={send} />
      ) : null}
      <div
        role="toolbar"
        aria-label={hostWords.controls}
        className="ms-auto flex flex-wrap items-center justify-end gap-2"
      >
        {stage
          .filter((action) => !action.primary)
          .map((action) => (
            <Button
              key={action.keys[0]}
              icon={<Icon name={action.icon} />}
              shortcut={cap(action)}
              busy={busy === action.id}
              onClick={() => run(action)}
            >
              {hostWords.actions[action.id]}
            </Button>
          ))}
        {primary ? (
          // One key for every phase: the focus stays on the button that moves the game on.
          <Button
            key="primary"
            variant="primary"
            size="large"
            icon={<Icon name={primary.icon} />}
            shortcut={cap(primary)}
            busy={busy === primary.id}
            onClick={() => run(primary)}
          >
            {hostWords.actions[primary.id]}
          </Button>
        ) : null}
      </div>
    </footer>
  );
};
