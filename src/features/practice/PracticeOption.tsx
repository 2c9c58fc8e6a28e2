import { practiceWords } from "@/messages/en/practice";
import { ChoiceMark, choiceColors } from "@/ui/ChoiceMark";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";
import { Spinner } from "@/ui/Progress";
import { RichText } from "@/ui/RichText";

const words = practiceWords.option;

/** One answer to a practice question: to choose, and afterwards what it was. */
export const PracticeOption = ({
  index,
  text,
  busy,
  chosen,
  verdict,
  onChoose,
}: {
  index: number;
  text: string;
  busy: boolean;
  /** It is the answer, and what it is worth is not shown yet. */
  chosen: boolean;
  verdict: "key" | "wrong" | "other" | null;
  onChoose: (() => void) | null;
}) => (
  <button
    type="button"
    disabled={!onChoose}
    onClick={onChoose ?? undefined}
    style={choiceColors(index)}
    className={cx(
      "flex min-h-16 w-full items-center gap-3 rounded-lg bg-[color:var(--choice)] px-4 py-3 text-start font-bold text-[color:var(--on-choice)]",
      verdict === "other" && "opacity-75",
      chosen && "outline-4 outline-offset-2 outline-ink outline-solid",
      verdict === "key" && "outline-4 outline-offset-2 outline-[color:var(--good)] outline-solid",
    )}
  >
    <ChoiceMark index={index} className="size-9" />
    <span className="min-w-0 flex-1 wrap-anywhere">
      <RichText inline text={text} />
    </span>
    {busy ? <Spinner /> : null}
    {chosen && !busy ? <Icon name="lock" label={words.yours} className="text-2xl" /> : null}
    {verdict === "key" ? <Icon name="check" label={words.right} className="text-2xl" /> : null}
    {verdict === "wrong" ? <Icon name="cross" label={words.yours} className="text-2xl" /> : null}
  </button>
);
