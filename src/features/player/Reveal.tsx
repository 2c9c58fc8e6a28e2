"use client";

import type { PlayerPhase, PlayerView } from "@/contract/views";
import { keyText } from "@/features/game/keyText";
import { gameWords } from "@/messages/en/game";
import { playerWords } from "@/messages/en/player";
import { ChoiceMark, choiceColors } from "@/ui/ChoiceMark";
import { cx } from "@/ui/cx";
import { Icon, type IconName } from "@/ui/Icon";
import { IndexCard } from "@/ui/IndexCard";
import { RichText } from "@/ui/RichText";
import { Sought } from "@/ui/Sought";
import { useFocusOnArrival } from "./useFocusOnArrival";

type Phase = Extract<PlayerPhase, { name: "reveal" }>;

const words = playerWords.reveal;

const outcome = ({ reveal, correct, chosen }: Phase): { title: string; icon: IconName; look: string } => {
  if (reveal.voided) return { title: words.voided, icon: "same", look: "bg-info-low border-info text-info" };
  if (correct) return { title: words.right, icon: "check", look: "bg-good-low border-good text-good" };
  return {
    title: chosen === null ? words.none : words.wrong,
    icon: chosen === null ? "same" : "cross",
    look: "bg-warn-low border-warn text-warn",
  };
};

/** How the points came about, in words. */
const Award = ({ award }: { award: NonNullable<Phase["award"]> }) => {
  if (award.multiplier === 0) return <p>{words.noPoints}</p>;
  const parts = [
    award.base > 0 && words.base(award.base),
    award.speed > 0 && words.speed(award.speed),
    award.streak > 0 && words.streak(award.streak),
    award.multiplier === 2 && words.doubled,
  ].filter(Boolean);
  return parts.length > 1 ? <p>{parts.join(" · ")}</p> : null;
};

const Choice = ({ phase, id, label }: { phase: Phase; id: string; label: string }) => {
  const index = phase.round.options.findIndex((option) => option.id === id);
  const text = phase.round.options[index]?.text;
  const right = phase.reveal.keys.some((key) => key === id);
  return (
    <div
      style={choiceColors(index)}
      className={cx(
        "paper grid grid-cols-[3rem_minmax(0,1fr)] overflow-hidden",
        right && "outline-[0.2rem] outline-good outline-solid",
      )}
    >
      <span className="grid place-items-center bg-[var(--choice)]">
        <ChoiceMark index={index} className="size-9" />
      </span>
      <span className="grid px-3 py-1.5">
        <span
          className={cx(
            "flex items-center gap-1 text-[0.95rem] font-bold",
            right ? "text-good" : "text-ink-soft",
          )}
        >
          <Icon name={right ? "check" : "cross"} />
          {label}
        </span>
        {text ? (
          <span className="leading-snug wrap-anywhere">
            <RichText inline text={text} />
          </span>
        ) : null}
      </span>
    </div>
  );
};

/** Right or not, what it brought, what was right, and why: the card's back. */
export const Reveal = ({ view, phase }: { view: PlayerView; phase: Phase }) => {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const { reveal, chosen, points, award, correct } = phase;
  const { title, icon, look } = outcome(phase);
  return (
    <div className="grid flex-1 content-start gap-3 py-1">
      <div
        className={cx(
          "move-rise grid justify-items-center gap-1 rounded-card border-2 px-4 py-4 text-center",
          look,
        )}
      >
        <span className="move-stamp grid size-14 place-items-center rounded-full border-4 border-current text-4xl">
          <Icon name={icon} />
        </span>
        <h1 ref={heading} tabIndex={-1} className="text-3xl font-extrabold">
          {title}
        </h1>
        <div className="text-ink">
          {correct && !reveal.voided && points > 0 ? (
            <p className="font-display text-4xl font-extrabold tabular-nums">{words.points(points)}</p>
          ) : null}
          {reveal.voided ? (
            <p>{gameWords.voided}</p>
          ) : correct && award ? (
            <Award award={award} />
          ) : (
            <p>{words.close}</p>
          )}
          {view.place === null ? null : (
            <p className="font-semibold">{words.place(view.place, view.players)}</p>
          )}
        </div>
      </div>
      {reveal.keys.map((id) => (
        <Choice key={id} phase={phase} id={id} label={gameWords.rightAnswer} />
      ))}
      {chosen !== null && !correct && !reveal.keys.includes(chosen) ? (
        <Choice phase={phase} id={chosen} label={words.yours} />
      ) : null}
      <IndexCard
        stacked={false}
        head={
          <h2 className="min-w-0 font-text! leading-snug! font-bold text-ink">
            <RichText inline text={reveal.front} />
          </h2>
        }
        bodyClassName="px-[1.4rem] py-4"
      >
        <Sought text={keyText(phase)}>
          <RichText text={reveal.back} />
        </Sought>
      </IndexCard>
    </div>
  );
};
