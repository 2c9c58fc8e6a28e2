import type { HostPhase } from "@/contract/views";
import { AnswerBars } from "@/features/game/AnswerBars";
import { keyText } from "@/features/game/keyText";
import { RoundTitle } from "@/features/game/RoundTitle";
import { textSize } from "@/features/game/textSize";
import { commonWords } from "@/messages/en/common";
import { gameWords } from "@/messages/en/game";
import { hostWords } from "@/messages/en/host";
import { RichText } from "@/ui/RichText";
import { ScrollRegion } from "@/ui/ScrollRegion";
import { Sought } from "@/ui/Sought";
import { TurningCard } from "@/ui/TurningCard";

type Phase = Extract<HostPhase, { name: "reveal" }>;

const PROMPT_SIZES = [
  [0, 1.7],
  [80, 1.4],
  [150, 1.15],
] as const;

const BACK_SIZES = [
  [0, 1.7],
  [90, 1.45],
  [180, 1.25],
  [320, 1.1],
] as const;

/** What was right, who chose what, and the card that says why. */
export const Reveal = ({ phase }: { phase: Phase }) => {
  const { round, reveal, classAccuracy } = phase;
  const prompt = round.prompt ?? "";
  return (
    <div className="grid h-full grid-rows-[auto_minmax(0,1fr)] gap-4 max-[56rem]:h-auto max-[56rem]:grid-rows-none small:h-auto small:grid-rows-none small:gap-2">
      <div className="flex items-center justify-between gap-8 small:flex-wrap small:gap-1">
        <div className="min-w-0">
          <div className="text-ink-soft">
            <RoundTitle round={round} />
          </div>
          <h1
            className="min-w-0 leading-tight! font-bold text-pretty! wrap-anywhere"
            style={{ fontSize: textSize(prompt, PROMPT_SIZES) }}
          >
            <RichText inline text={prompt} />
          </h1>
        </div>
        {reveal.voided ? (
          <p className="max-w-[18rem] shrink-0 text-end leading-tight font-semibold">{gameWords.voided}</p>
        ) : classAccuracy === null ? null : (
          <p className="shrink-0 text-end leading-tight small:text-start">
            <span className="block font-display text-[2.6rem] leading-none font-extrabold tabular-nums small:me-2 small:inline small:text-[1.7rem]">
              {commonWords.percent(classAccuracy)}
            </span>
            {hostWords.reveal.accuracy}
          </p>
        )}
      </div>
      <div className="grid min-h-0 grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)] gap-7 max-[56rem]:grid-cols-1">
        <ScrollRegion
          label={hostWords.reveal.answers}
          className="flex min-h-0 flex-col gap-3 overflow-y-auto p-1 max-[56rem]:overflow-visible"
        >
          <AnswerBars options={round.options} reveal={reveal} />
        </ScrollRegion>
        <TurningCard label={hostWords.reveal.card} head={<RichText inline text={reveal.front} />}>
          <div style={{ fontSize: textSize(reveal.back, BACK_SIZES) }}>
            <Sought text={keyText(phase)}>
              <RichText text={reveal.back} />
            </Sought>
          </div>
        </TurningCard>
      </div>
    </div>
  );
};
