"use client";

import type { HostPlayerRow, HostView } from "@/contract/views";
import type { HostSend } from "@/features/game/send";
import { hostWords } from "@/messages/en/host";
import { Button } from "@/ui/Button";
import { ChoiceMark, choiceColors, choiceLetter } from "@/ui/ChoiceMark";

const words = hostWords.noPhone;

/** Students of the class who have no seat: the host can give them one that needs no phone. */
export const Absent = ({ absent, send }: { absent: NonNullable<HostView["absent"]>; send: HostSend }) =>
  absent.length === 0 ? null : (
    <section className="grid gap-2 border-t border-edge pt-4">
      <h3 className="text-lg font-bold">{words.absent(absent.length)}</h3>
      <p className="text-ink-soft">{words.absentHint}</p>
      <ul className="grid gap-1">
        {absent.map(({ id, name }) => (
          <li key={id} className="flex min-h-12 items-center gap-3 ps-3">
            <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
            <Button
              aria-label={words.seatFor(name)}
              onClick={() => void send({ type: "seat-student", studentId: id })}
            >
              {words.seat}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );

/** The answer of somebody whose phone is not here, tapped in as they hold up their card. */
export const AnswerFor = ({
  player,
  phase,
  send,
  onDone,
}: {
  player: HostPlayerRow;
  phase: HostView["phase"];
  send: HostSend;
  onDone: () => void;
}) => {
  if (player.connected || phase.name !== "question") return null;
  if (player.answered) return <p className="font-semibold">{words.answered(player.name)}</p>;
  const { round } = phase;
  return (
    <section className="grid gap-3">
      <h3 className="text-lg font-bold">{words.answerFor(player.name)}</h3>
      <div className="grid grid-cols-4 gap-3">
        {round.options.map((option, index) => (
          <button
            key={option.id}
            type="button"
            aria-label={words.answer(choiceLetter(index))}
            style={choiceColors(index)}
            className="grid min-h-20 place-items-center rounded-lg bg-[color:var(--choice)]"
            onClick={async () => {
              const answer = await send({
                type: "answer-for",
                playerId: player.id,
                roundId: round.id,
                optionId: option.id,
              });
              if (answer.ok) onDone();
            }}
          >
            <ChoiceMark index={index} className="size-14" />
          </button>
        ))}
      </div>
    </section>
  );
};
