import type { OptionId } from "@/contract/ids";
import type { RevealView, RoundView } from "@/contract/views";
import { gameWords } from "@/messages/en/game";
import { hostWords } from "@/messages/en/host";
import { ChoiceMark, choiceColors } from "@/ui/ChoiceMark";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";
import { RichText } from "@/ui/RichText";
import { textSize } from "./textSize";

const OPTION_SIZES = [
  [0, 1.4],
  [40, 1.2],
  [80, 1.05],
] as const;

/** One answer with its bar. `share` is its length, 0–1 of the longest. */
const AnswerBar = ({
  index,
  text,
  right,
  count,
  share,
}: {
  index: number;
  text: string;
  right: boolean;
  count: number;
  share: number;
}) => (
  <li style={choiceColors(index)} data-key={right || undefined} className="relative grid">
    <div
      className={cx(
        "paper grid grid-cols-[4.2rem_minmax(0,1fr)] overflow-hidden",
        right && "outline-[0.25rem] outline-good outline-solid",
      )}
    >
      <span className="grid place-items-center bg-[var(--choice)]">
        <ChoiceMark index={index} className="size-[2.8rem]" />
      </span>
      <div className={cx("grid content-center gap-1.5 px-3 py-2", right && "pt-4")}>
        <span
          className={cx("leading-[1.2] wrap-anywhere", right ? "font-bold" : "text-ink-soft")}
          style={{ fontSize: textSize(text, OPTION_SIZES) }}
        >
          <RichText inline text={text} />
        </span>
        <div className="flex items-center gap-3">
          <div className="h-[1.1rem] flex-1 rounded-sm bg-desk" aria-hidden="true">
            <div
              className="move-grow-bar h-full rounded-sm bg-[var(--choice)]"
              style={{ width: `${100 * share}%` }}
            />
          </div>
          <span className="min-w-[2.2rem] text-end text-[1.2rem] leading-none font-bold tabular-nums">
            <span className="sr-only">{hostWords.reveal.chosen(count)}</span>
            <span aria-hidden="true">{count.toLocaleString("en")}</span>
          </span>
        </div>
      </div>
    </div>
    {right ? (
      <span className="move-stamp absolute end-3 -top-3.5 inline-flex items-center gap-1.5 rounded-md border-2 border-good bg-good-low px-2 leading-[1.5] font-bold text-good">
        <Icon name="check" />
        {gameWords.rightAnswer}
      </span>
    ) : null}
  </li>
);

/** Who chose what, as bars on the answers themselves. The key is told by a stamp, a frame and a word. */
export const AnswerBars = ({
  options,
  reveal,
}: {
  options: RoundView["options"];
  reveal: Pick<RevealView, "keys" | "counts" | "unanswered">;
}) => {
  const counts = new Map<OptionId, number>(reveal.counts.map(({ optionId, chosen }) => [optionId, chosen]));
  const most = Math.max(1, ...counts.values());
  return (
    <>
      <ul className="grid max-h-[34rem] flex-1 auto-rows-fr gap-3 pt-3">
        {options.map((option, index) => {
          const count = counts.get(option.id) ?? 0;
          return (
            <AnswerBar
              key={option.id}
              index={index}
              text={option.text ?? ""}
              right={reveal.keys.includes(option.id)}
              count={count}
              share={count / most}
            />
          );
        })}
      </ul>
      {reveal.unanswered > 0 ? (
        <p className="text-ink-soft">{hostWords.reveal.unanswered(reveal.unanswered)}</p>
      ) : null}
    </>
  );
};
