"use client";

import type { CSSProperties } from "react";
import type { HostPhase, HostView, StandingRow } from "@/contract/views";
import { RankList } from "@/features/game/RankList";
import { commonWords } from "@/messages/en/common";
import { gameWords } from "@/messages/en/game";
import { hostWords } from "@/messages/en/host";
import { ButtonLink } from "@/ui/ButtonLink";
import { cx } from "@/ui/cx";
import { PaperRain } from "@/ui/PaperRain";

type Phase = Extract<HostPhase, { name: "podium" }>;

/** The three steps, left to right as they stand: second, first, third; the tallest rises last. */
const STEPS = [
  { place: 2, height: "11.5rem", delay: "0.9s", order: "order-1" },
  { place: 1, height: "17rem", delay: "1.6s", order: "order-2" },
  { place: 3, height: "8rem", delay: "0.3s", order: "order-3" },
] as const;
const NAMES_ON_A_STEP = 3;
const NEXT_PLACES = 5;

const Step = ({ step, rows }: { step: (typeof STEPS)[number]; rows: readonly StandingRow[] }) => {
  const style: CSSProperties = { animationDelay: step.delay };
  return (
    <li className={cx("flex w-[17rem] flex-col justify-end overflow-hidden text-center", step.order)}>
      <div className="move-rise px-2 pb-2" style={style}>
        {rows.slice(0, NAMES_ON_A_STEP).map((row) => (
          <p key={row.playerId} className="truncate font-display text-[1.9rem] leading-tight font-extrabold">
            {row.name}
          </p>
        ))}
        {rows.length > NAMES_ON_A_STEP ? <p>{hostWords.lobby.more(rows.length - NAMES_ON_A_STEP)}</p> : null}
        <p className="text-[1.15rem] tabular-nums">{gameWords.points(rows[0]?.score ?? 0)}</p>
      </div>
      <div
        className="move-grow-up grid place-items-start justify-center rounded-t-lg bg-curtain pt-3 text-white"
        style={{ ...style, height: step.height }}
      >
        <span className="font-display text-[3.4rem] leading-none font-extrabold">{step.place}</span>
      </div>
    </li>
  );
};

/** The end: three steps for the best, and one figure for everybody. */
export const Podium = ({ view, phase }: { view: HostView; phase: Phase }) => {
  const { rows, rounds, answers, classAccuracy } = phase;
  const steps = STEPS.map((step) => ({
    step,
    rows: rows.filter((row) => row.place === step.place && row.score > 0),
  })).filter((entry) => entry.rows.length > 0);
  const next = rows.filter((row) => row.place > 3 && row.score > 0).slice(0, NEXT_PLACES);
  return (
    <div className="relative grid h-full grid-rows-[auto_minmax(0,1fr)] gap-2 small:h-auto small:grid-rows-none small:gap-6">
      <PaperRain />
      <div className="flex items-end justify-between gap-8 pt-2 small:flex-wrap small:gap-3">
        <div>
          <h1 className="text-[2.4rem] font-extrabold small:text-[1.8rem]">{hostWords.podium.title}</h1>
          <p className="text-[1.2rem] text-ink-soft">
            {rounds === 0 ? hostWords.podium.nothing : hostWords.podium.figures(rounds, answers)}
          </p>
        </div>
        <ButtonLink
          href={`/teach/sessions/${view.sessionId}`}
          variant="primary"
          size="large"
          className="shrink-0 small:w-full"
        >
          {hostWords.podium.results}
        </ButtonLink>
      </div>
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)_20rem] items-end gap-8 max-[56rem]:grid-cols-1">
        {steps.length > 0 ? (
          <ol className="flex items-end justify-center gap-3">
            {steps.map(({ step, rows: onStep }) => (
              <Step key={step.place} step={step} rows={onStep} />
            ))}
          </ol>
        ) : (
          <div />
        )}
        <div className="grid gap-5 self-center">
          {classAccuracy === null ? null : (
            <p className="text-center">
              <span className="block font-display text-[6rem] leading-none font-extrabold tabular-nums small:text-[3.5rem]">
                {commonWords.percent(classAccuracy)}
              </span>
              <span className="text-[1.3rem]">{hostWords.podium.together}</span>
            </p>
          )}
          {next.length > 0 ? (
            <RankList label={hostWords.podium.others} rows={next} round="podium" moving={false} />
          ) : null}
        </div>
      </div>
    </div>
  );
};
