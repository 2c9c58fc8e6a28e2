import type { HostView } from "@/contract/views";
import type { HostSend } from "@/features/game/send";
import { hostWords } from "@/messages/en/host";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";
import { type HostAction, keyCap } from "./actions";
import { choosesMultiplier, MultiplierChoice } from "./MultiplierChoice";
import { StageControls } from "./StageControls";
import { useCompact } from "./useCompact";

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
        "inline-flex min-h-12 min-w-11 items-center justify-center gap-1.5 rounded-lg border-2 px-2 font-bold",
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

/** The foot of the stage: tools on the left, what moves the game on the right. On a small screen the tools wait in a sheet. */
export const ControlBar = ({
  view,
  stage,
  tools,
  busy,
  run,
  keysOn,
  send,
  onMore,
}: {
  view: HostView;
  stage: readonly HostAction[];
  tools: readonly HostAction[];
  busy: HostAction["id"] | null;
  run: (action: HostAction) => void;
  keysOn: boolean;
  send: HostSend;
  /** Opens the sheet of tools. */
  onMore: () => void;
}) => {
  const compact = useCompact();
  const controls = <StageControls stage={stage} busy={busy} run={run} keysOn={keysOn} compact={compact} />;
  if (compact)
    return (
      <footer className="flex shrink-0 items-end gap-2 border-t border-edge bg-desk px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
        <button
          type="button"
          onClick={onMore}
          aria-label={hostWords.tools}
          aria-haspopup="dialog"
          className="grid size-12 shrink-0 place-items-center rounded-lg border-2 border-edge-strong bg-paper"
        >
          <Icon name="more" className="text-[1.3rem]" />
        </button>
        {controls}
      </footer>
    );
  return (
    <footer className="flex shrink-0 flex-wrap items-center justify-between gap-x-3 gap-y-2 px-6 pt-2 pb-3">
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
      {choosesMultiplier(view) ? <MultiplierChoice chosen={view.nextMultiplier} send={send} /> : null}
      {controls}
    </footer>
  );
};
