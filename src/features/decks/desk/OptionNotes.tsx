"use client";

import type { DeskOption, DeskQuestion } from "@/contract/desk";
import { choiceLetter } from "@/ui/ChoiceMark";
import { scoreWords } from "./words";

const press =
  "rounded-md font-semibold text-ink underline underline-offset-4 hover:bg-paper-low disabled:opacity-55 min-h-8";

/** What is to be said of single options: whose they are, how classes met them, and what follows from it. */
export const OptionNotes = ({
  question,
  busy,
  onAccept,
  onShow,
}: {
  question: DeskQuestion;
  busy: boolean;
  /** Counts the option as right, in the deck and in the games that it was in, or takes that back. */
  onAccept: (optionId: string, accepted: boolean) => void;
  /** Shows a retired option again. */
  onShow: (optionId: string) => void;
}) => {
  const shown = question.options.filter((option) => !option.retired);
  return (
    <>
      {shown.map((option, index) => (
        <OptionNote
          key={option.id}
          option={option}
          letter={choiceLetter(index)}
          busy={busy}
          onAccept={(accepted) => onAccept(option.id, accepted)}
        />
      ))}
      <Counts options={shown} />
      {question.options
        .filter((option) => option.retired)
        .map((option) => (
          <li key={option.id} className="wrap-anywhere">
            No longer shown, because hardly anybody takes it: “{option.text}” ({option.chosen} of{" "}
            {option.shown}).{" "}
            <button type="button" className={press} disabled={busy} onClick={() => onShow(option.id)}>
              Show it again
            </button>
          </li>
        ))}
      {question.replaced.length > 0 ? (
        <li className="wrap-anywhere">
          Shown before:{" "}
          {question.replaced.map(({ text, chosen, shown }) => `“${text}” (${chosen} of ${shown})`).join(", ")}
          .
        </li>
      ) : null}
    </>
  );
};

const OptionNote = ({
  option,
  letter,
  busy,
  onAccept,
}: {
  option: DeskOption;
  letter: string;
  busy: boolean;
  onAccept: (accepted: boolean) => void;
}) => {
  const { origin, source, score, correct } = option;
  if (option.mayBeRight) {
    return (
      <li className="font-semibold text-warn">
        {letter} may also be right: the best students take it more often than the weakest.{" "}
        <button type="button" className={press} disabled={busy} onClick={() => onAccept(true)}>
          Accept it as well
        </button>
      </li>
    );
  }
  if (correct && origin !== "key" && origin !== "teacher") {
    return (
      <li>
        {letter} counts as right too, by your word.{" "}
        <button type="button" className={press} disabled={busy} onClick={() => onAccept(false)}>
          Take that back
        </button>
      </li>
    );
  }
  if (origin !== "model") return null;
  return (
    <li>
      {letter} was proposed by a model: {source}, {scoreWords(score)}.
    </li>
  );
};

/** How classes met the options, once any has. */
const Counts = ({ options }: { options: DeskOption[] }) => {
  if (options.every((option) => option.shown === 0)) return null;
  const parts = options.map((option, index) => `${choiceLetter(index)} ${option.chosen} of ${option.shown}`);
  return <li>Chosen so far: {parts.join(", ")}</li>;
};
