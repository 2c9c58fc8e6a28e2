import { textSize } from "@/features/game/textSize";
import { playerWords } from "@/messages/en/player";
import { ChoiceMark, choiceColors, choiceLetter } from "@/ui/ChoiceMark";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";
import { Spinner } from "@/ui/Progress";
import { RichText } from "@/ui/RichText";

const SIZES = [
  [0, 1.3],
  [24, 1.15],
  [60, 1],
  [100, 0.94],
] as const;

/** One of the answers under the thumb: a card with a tab in its colour, face down until the clock starts. */
export const AnswerButton = ({
  index,
  text,
  state,
  onTap,
}: {
  index: number;
  /** Null when the words are on the projector only. */
  text: string | null;
  state: "down" | "open" | "sending" | "chosen" | "passed";
  onTap: () => void;
}) => {
  const letter = choiceLetter(index);
  const chosen = state === "chosen" || state === "sending";
  return (
    <button
      type="button"
      disabled={state !== "open"}
      aria-pressed={chosen}
      onClick={onTap}
      style={choiceColors(index)}
      className={cx(
        "paper grid min-h-[4.25rem] grid-cols-[3.5rem_minmax(0,1fr)] overflow-hidden border-2! border-[color:var(--choice)]! text-start",
        "transition-[opacity,transform] active:scale-[0.985]",
        state === "passed" && "opacity-50",
        chosen && "shadow-[0_0_0_0.25rem_var(--choice)]!",
        text === null && "grid-cols-1!",
      )}
    >
      <span className="grid place-items-center bg-[var(--choice)]">
        {state === "sending" ? (
          <Spinner className="size-9! text-[var(--on-choice)]" />
        ) : (
          <ChoiceMark index={index} className={text === null ? "size-20" : "size-10"} />
        )}
      </span>
      <span className="sr-only">{playerWords.question.choose(letter)}</span>
      {text === null ? null : state === "down" ? (
        <span className="card-back" />
      ) : (
        <span className="flex items-center gap-2 px-3 py-1.5">
          <span
            className="min-w-0 flex-1 leading-[1.2] font-semibold wrap-anywhere"
            style={{ fontSize: textSize(text, SIZES) }}
          >
            <RichText inline text={text} />
          </span>
          {state === "chosen" ? <Icon name="check" className="text-2xl" /> : null}
        </span>
      )}
    </button>
  );
};
