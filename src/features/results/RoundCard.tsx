"use client";

import Link from "next/link";
import { counted } from "@/messages/en/counted";
import { Badge } from "@/ui/Badge";
import { ChoiceMark, choiceColors } from "@/ui/ChoiceMark";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";
import { answersPath } from "./answer-filter";
import type { CorrectAction } from "./correction-actions";
import { percent, seconds } from "./format";
import { QuestionCorrections } from "./QuestionCorrections";
import { QuestionStatistics } from "./QuestionStatistics";
import type { RoundSheet } from "./round-sheet";

/** One question of a session: the share right and who chose what. Each number leads to its answers. */
export const RoundCard = ({
  sessionId,
  deckId,
  round,
  correct,
}: {
  sessionId: string;
  deckId: string | null;
  round: RoundSheet;
  correct: CorrectAction;
}) => {
  const most = Math.max(1, ...round.options.map((option) => option.chosen));
  return (
    <li
      id={`question-${round.number}`}
      className={cx("round-card paper break-inside-avoid scroll-mt-4 p-5", !round.counts && "bg-paper-low")}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h3 className="min-w-0 flex-1 basis-80 text-lg font-bold leading-snug">
          <span className="me-2 text-ink-soft">{round.number}.</span>
          {round.prompt}
        </h3>
        <Link
          prefetch={false}
          href={answersPath(sessionId, { round: round.id })}
          className="text-end text-ink no-underline hover:underline"
          aria-label={`${percent(round.share)} right: the answers to question ${round.number}`}
        >
          <span className="block font-display text-3xl font-extrabold tabular-nums">
            {percent(round.share)}
          </span>
          <span className="text-[0.95em] text-ink-soft">
            {round.right} of {counted(round.answered, "answer")} right
          </span>
        </Link>
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.95em] text-ink-soft">
        {round.voided ? <Badge tone="warn">voided: counts for nobody</Badge> : null}
        {round.counts || round.voided ? null : <Badge tone="info">still open</Badge>}
        {round.analysis?.again ? <Badge>asked again</Badge> : null}
        {round.options.some(({ analysis }) => analysis?.mayBeRight) ? (
          <Badge tone="warn">another answer may also be right</Badge>
        ) : null}
        {round.multiplier === 1 ? null : <Badge>points × {round.multiplier}</Badge>}
        <span>half answered within {seconds(round.medianMs)}</span>
        {round.silent > 0 ? <span>{counted(round.silent, "student")} gave no answer</span> : null}
        {round.sureAndWrong > 0 ? (
          <strong className="text-bad">{counted(round.sureAndWrong, "student")} sure and wrong</strong>
        ) : null}
      </p>
      <ul className="mt-4 grid gap-2">
        {round.options.map((option, index) => (
          <li key={option.id}>
            <Link
              prefetch={false}
              href={answersPath(sessionId, { round: round.id, option: option.id })}
              style={choiceColors(index)}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 rounded-lg px-2 py-1.5 text-ink no-underline hover:bg-paper-low sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_3.5rem]"
            >
              <span className="flex items-center gap-2">
                <span className="grid shrink-0 place-items-center rounded-md bg-(--choice) p-1 text-(--on-choice) [print-color-adjust:exact]">
                  <ChoiceMark index={index} className="size-5" />
                </span>
                <span className={cx("min-w-0 wrap-anywhere", option.correct && "font-bold")}>
                  {option.shown}
                </span>
                {option.correct ? (
                  <span className="inline-flex shrink-0 items-center gap-1 font-bold text-good">
                    <Icon name="check" />
                    right
                  </span>
                ) : null}
              </span>
              <span
                aria-hidden="true"
                className="order-3 col-span-2 h-4 overflow-hidden rounded-sm bg-desk-deep print:border print:border-edge-strong sm:order-2 sm:col-span-1"
              >
                <span
                  className="block h-full rounded-sm bg-(--choice) [print-color-adjust:exact]"
                  style={{ width: `${(100 * option.chosen) / most}%` }}
                />
              </span>
              <span className="order-2 text-end font-semibold tabular-nums sm:order-3">
                {option.chosen}
                <span className="sr-only"> chose this</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {round.analysis ? <QuestionStatistics round={round} analysis={round.analysis} /> : null}
      {round.counts || round.voided ? (
        <QuestionCorrections sessionId={sessionId} deckId={deckId} round={round} correct={correct} />
      ) : null}
    </li>
  );
};
