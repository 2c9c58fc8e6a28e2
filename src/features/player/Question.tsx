"use client";

import { useState } from "react";
import { REJECTIONS } from "@/contract/errors";
import type { OptionId } from "@/contract/ids";
import type { PlayerPhase } from "@/contract/views";
import { RoundTitle } from "@/features/game/RoundTitle";
import type { PlayerSend } from "@/features/game/send";
import { textSize } from "@/features/game/textSize";
import { gameWords } from "@/messages/en/game";
import { playerWords } from "@/messages/en/player";
import { choiceLetter } from "@/ui/ChoiceMark";
import { secondsLeft } from "@/ui/countdown";
import { cx } from "@/ui/cx";
import { Notice } from "@/ui/Notice";
import { RichText } from "@/ui/RichText";
import { useCountdown } from "@/ui/useCountdown";
import { AnswerButton } from "./AnswerButton";
import { Confidence } from "./Confidence";
import { TimeLine } from "./TimeLine";
import { useFocusOnArrival } from "./useFocusOnArrival";

type Phase = Extract<PlayerPhase, { name: "question" }>;

const words = playerWords.question;
const PROMPT_SIZES = [
  [0, 1.75],
  [50, 1.45],
  [110, 1.2],
  [180, 1.06],
] as const;
/** The seconds that are spoken: often enough to plan by, rarely enough to read in peace. */
const SPOKEN_SECONDS: readonly number[] = [30, 10, 5];

/** A question on the phone: the prompt, four answers, and after the tap what became of it. */
export const Question = ({
  phase,
  revealAt,
  serverNow,
  send,
}: {
  phase: Phase;
  revealAt: number | null;
  serverNow: () => number;
  send: PlayerSend;
}) => {
  const { round, chosen, rating } = phase;
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const { at, leftMs, share, now } = useCountdown(round.id, round, serverNow);
  const [sending, setSending] = useState<OptionId | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  const answer = async (optionId: OptionId) => {
    setSending(optionId);
    setRefusal(null);
    const answered = await send({ type: "answer", roundId: round.id, optionId });
    setSending(null);
    if (!answered.ok) setRefusal(REJECTIONS[answered.code]);
  };

  const faceDown = at.state === "ahead";
  const open = (at.state === "running" || at.state === "untimed") && sending === null && chosen === null;
  const own = chosen ?? sending;
  const letter = choiceLetter(round.options.findIndex((option) => option.id === own));
  const status = chosen
    ? words.stored(letter)
    : sending
      ? words.sending
      : at.state === "ahead"
        ? round.prompt === null
          ? words.readFirstProjector
          : words.readFirst
        : at.state === "paused"
          ? words.paused
          : at.state === "over"
            ? words.over
            : null;
  const seconds = leftMs === null ? null : secondsLeft(leftMs);

  return (
    <div className="flex flex-1 flex-col gap-2">
      <div className="flex items-center gap-3">
        <RoundTitle round={round} />
        <div className="flex-1">
          <TimeLine at={at} leftMs={leftMs} share={share} />
        </div>
      </div>
      <h1
        ref={heading}
        tabIndex={-1}
        className="leading-[1.2]! font-bold text-pretty! wrap-anywhere"
        style={{ fontSize: textSize(round.prompt ?? "", PROMPT_SIZES) }}
      >
        {round.prompt === null ? words.lookUp : <RichText inline text={round.prompt} />}
      </h1>
      <p role="status" className={cx("font-semibold", chosen && "text-lg", status === null && "sr-only")}>
        {status ?? words.open}
      </p>
      <p role="status" className="sr-only">
        {open && seconds !== null && SPOKEN_SECONDS.includes(seconds) ? gameWords.secondsLeft(seconds) : ""}
      </p>
      {refusal ? (
        <Notice tone="warn" live="assertive">
          {refusal}
        </Notice>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not stretch over the thumb's part of the screen */}
      <div
        role="group"
        aria-label={words.options}
        className={cx(
          "grid gap-2",
          chosen === null && "max-h-[42rem] flex-1 auto-rows-fr",
          round.prompt === null && "grid-cols-2",
        )}
      >
        {round.options.map((option, index) =>
          chosen !== null && option.id !== chosen && round.prompt !== null ? null : (
            <AnswerButton
              key={option.id}
              index={index}
              text={option.text}
              state={
                option.id === chosen
                  ? "chosen"
                  : option.id === sending
                    ? "sending"
                    : faceDown
                      ? "down"
                      : open
                        ? "open"
                        : "passed"
              }
              onTap={() => void answer(option.id)}
            />
          ),
        )}
      </div>
      {chosen === null ? null : (
        <div className="grid flex-1 content-center gap-5 py-3">
          <p className="text-center text-lg text-ink-soft">
            {revealAt === null ? words.storedText : gameWords.revealIn(secondsLeft(revealAt - now))}
          </p>
          {rating === undefined ? null : (
            <Confidence
              rating={rating}
              onRate={(value) => send({ type: "rate", roundId: round.id, rating: value })}
            />
          )}
        </div>
      )}
    </div>
  );
};
