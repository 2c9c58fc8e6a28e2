import { hostWords } from "@/messages/en/host";
import { Button } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";
import { type HostAction, keyCap } from "./actions";

/** What moves the game, the likeliest press last and largest. */
export const StageControls = ({
  stage,
  busy,
  run,
  keysOn,
  compact,
}: {
  stage: readonly HostAction[];
  busy: HostAction["id"] | null;
  run: (action: HostAction) => void;
  keysOn: boolean;
  /** Words alone, and on a phone the likeliest press in a row of its own. */
  compact: boolean;
}) => {
  const cap = (action: HostAction) => (keysOn && !compact ? keyCap(action.keys[0]) : undefined);
  const primary = stage.find((action) => action.primary);
  return (
    <div
      role="toolbar"
      aria-label={hostWords.controls}
      className={cx(
        "flex min-w-0 flex-wrap items-center justify-end gap-2",
        compact ? "flex-1 max-[40rem]:items-stretch" : "ms-auto",
      )}
    >
      {stage
        .filter((action) => !action.primary)
        .map((action) => (
          <Button
            key={action.keys[0]}
            icon={compact ? null : <Icon name={action.icon} />}
            shortcut={cap(action)}
            busy={busy === action.id}
            onClick={() => run(action)}
            className={compact ? "px-3! max-[40rem]:flex-1" : undefined}
          >
            {hostWords.actions[action.id]}
          </Button>
        ))}
      {primary ? (
        // One key for every phase: the focus stays on the button that moves the game on.
        <Button
          key="primary"
          variant="primary"
          size={compact ? "medium" : "large"}
          icon={<Icon name={primary.icon} />}
          shortcut={cap(primary)}
          busy={busy === primary.id}
          onClick={() => run(primary)}
          className={compact ? "text-lg! max-[40rem]:basis-full" : undefined}
        >
          {hostWords.actions[primary.id]}
        </Button>
      ) : null}
    </div>
  );
};
