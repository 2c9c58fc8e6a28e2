"use client";

import type { HostPhase, HostView } from "@/contract/views";
import { RoundTitle } from "@/features/game/RoundTitle";
import { textSize } from "@/features/game/textSize";
import { gameWords } from "@/messages/en/game";
import { hostWords } from "@/messages/en/host";
import { ChoiceMark, choiceColors } from "@/ui/ChoiceMark";
import { secondsLeft } from "@/ui/countdown";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";
import { IndexCard } from "@/ui/IndexCard";
import { Notice } from "@/ui/Notice";
import { RichText } from "@/ui/RichText";
import { useCountdown } from "@/ui/useCountdown";

type Phase = Extract<HostPhase, { name: "question" }>;

const PROMPT_SIZES = [
  [0, 3.4],
  [40, 3],
  [80, 2.5],
  [130, 2.1],
  [190, 1.85],
] as const;
const OPTION_SIZES = [
  [0, 2],
  [26, 1.7],
  [50, 1.45],
  [80, 1.25],
] as const;

/** One of the answers, face down until the clock starts. */
const Option = ({ index, text, faceUp }: { index: number; text: string; faceUp: boolean }) => (
  <li
    style={choiceColors(index)}
    className="paper grid min-h-[6rem] grid-cols-[6rem_minmax(0,1fr)] overflow-hidden border-[color:var(--choice)]! small:min-h-12 small:grid-cols-[3.25rem_minmax(0,1fr)]"
  >
    <span className="grid place-items-center bg-[var(--choice)]">
      <ChoiceMark index={index} className="size-[4rem] small:size-8" />
    </span>
    {faceUp ? (
      <span
        className="move-rise flex items-center px-4 py-2 leading-[1.22] font-semibold wrap-anywhere small:px-3 small:py-1.5 small:text-[1.05rem]!"
        style={{ fontSize: textSize(text, OPTION_SIZES) }}
      >
        <span>
          <RichText inline text={text} />
        </span>
      </span>
    ) : (
      <span className="card-back">
        <span className="sr-only">{hostWords.question.hidden}</span>
      </span>
    )}
  </li>
);

/** How much time is left, as a number on a disc that empties. */
const Clock = ({
  share,
  seconds,
  paused,
}: {
  share: number | null;
  seconds: number | null;
  paused: boolean;
}) => (
  <div
    role="timer"
    aria-label={
      paused ? gameWords.paused : seconds === null ? gameWords.noTimer : gameWords.secondsLeft(seconds)
    }
    className="relative grid size-[8.5rem] place-items-center small:size-[3.25rem]"
  >
    <svg viewBox="0 0 100 100" aria-hidden="true" className="absolute inset-0 -rotate-90">
      <circle cx="50" cy="50" r="44" fill="var(--paper)" stroke="var(--edge)" strokeWidth="9" />
      {share === null ? null : (
        <circle
          cx="50"
          cy="50"
          r="44"
          fill="none"
          stroke={seconds !== null && seconds <= 5 ? "var(--curtain)" : "var(--ink)"}
          strokeWidth="9"
          pathLength={1}
          strokeDasharray={`${share} 1`}
          className="transition-[stroke-dasharray] duration-200 ease-linear"
        />
      )}
    </svg>
    <span
      aria-hidden="true"
      className="relative font-display text-[3.4rem] font-extrabold tabular-nums small:text-[1.3rem]"
    >
      {paused ? <Icon name="pause" /> : seconds === null ? "∞" : seconds}
    </span>
  </div>
);

/** The question as the whole class reads it, from the last row too. */
export const Question = ({
  view,
  phase,
  serverNow,
}: {
  view: HostView;
  phase: Phase;
  serverNow: () => number;
}) => {
  const { round, answered, present, interrupted, revealAt } = phase;
  const { at, leftMs, share, now } = useCountdown(round.id, round, serverNow);
  const faceUp = at.state !== "ahead";
  const prompt = round.prompt ?? "";
  return (
    <div className="grid h-full grid-rows-[minmax(0,1fr)_auto] gap-4 small:h-auto small:grid-cols-[minmax(0,1fr)] small:grid-rows-none small:gap-2">
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)_11rem] gap-6 small:contents">
        <IndexCard
          ruled
          className="move-rise"
          head={
            <>
              <RoundTitle round={round} />
              {view.why ? (
                <p className="truncate">
                  {hostWords.question.why}: {view.why}
                </p>
              ) : null}
            </>
          }
          bodyClassName="overflow-y-auto px-[1.4rem] pt-[1.3em] small:px-4 small:pt-3 small:pb-3"
          style={{ fontSize: textSize(prompt, PROMPT_SIZES) }}
        >
          <h1 className="leading-[1.2]! font-bold text-pretty! wrap-anywhere small:text-[1.3rem]!">
            <RichText inline text={prompt} />
          </h1>
        </IndexCard>
        <aside className="flex flex-col items-center justify-center gap-3 text-center small:sticky small:top-0 small:z-10 small:order-first small:flex-row small:justify-between small:rounded-lg small:border small:border-edge small:bg-paper small:px-3 small:py-1">
          <Clock
            share={interrupted ? 0 : share}
            seconds={leftMs === null ? null : secondsLeft(leftMs)}
            paused={at.state === "paused"}
          />
          <p role="status" className="leading-tight">
            <span className="block font-display text-[3rem] leading-none font-extrabold tabular-nums small:inline small:pe-1.5 small:text-[1.7rem]">
              {answered.toLocaleString("en")}
            </span>
            {hostWords.question.answeredLabel(present)}
          </p>
        </aside>
      </div>
      <div className="grid gap-3">
        {interrupted ? (
          <Notice tone="warn" live="assertive" title={hostWords.interrupted.title}>
            {hostWords.interrupted.text(answered)}
          </Notice>
        ) : null}
        <p className={cx("min-h-[1.5rem] text-center font-semibold", interrupted && "hidden")}>
          {revealAt !== null
            ? gameWords.revealIn(secondsLeft(revealAt - now))
            : at.state === "ahead"
              ? hostWords.question.getReady
              : at.state === "paused"
                ? gameWords.paused
                : at.state === "over"
                  ? hostWords.question.waiting
                  : null}
        </p>
        <ul className="grid grid-cols-2 gap-4 max-[56rem]:grid-cols-1 small:gap-2">
          {round.options.map((option, index) => (
            <Option key={option.id} index={index} text={option.text ?? ""} faceUp={faceUp} />
          ))}
        </ul>
      </div>
    </div>
  );
};
