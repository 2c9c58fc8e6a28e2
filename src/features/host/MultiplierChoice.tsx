import type { HostView } from "@/contract/views";
import type { HostSend } from "@/features/game/send";
import { hostWords } from "@/messages/en/host";
import { cx } from "@/ui/cx";

const FACTORS = [0, 1, 2] as const;

/** Between two questions the host can weigh the next one. */
export const choosesMultiplier = ({ hasNext, phase }: HostView): boolean =>
  hasNext && (phase.name === "reveal" || phase.name === "standings");

/** What the next question is worth: ×0, ×1, ×2. */
export const MultiplierChoice = ({
  chosen,
  send,
}: {
  chosen: HostView["nextMultiplier"];
  send: HostSend;
}) => (
  <fieldset className="flex items-center gap-1">
    <legend className="float-left me-2 text-ink-soft">{hostWords.multiplier.label}</legend>
    {FACTORS.map((factor) => (
      <button
        key={factor}
        type="button"
        aria-pressed={chosen === factor}
        aria-label={hostWords.multiplier.options[factor]}
        title={hostWords.multiplier.options[factor]}
        onClick={() => send({ type: "multiplier", factor })}
        className={cx(
          "min-h-12 min-w-12 rounded-lg border-2 font-bold tabular-nums",
          chosen === factor
            ? "border-ink bg-highlight text-highlight-ink"
            : "border-transparent hover:border-edge-strong hover:bg-paper",
        )}
      >
        ×{factor}
      </button>
    ))}
  </fieldset>
);
