"use client";

import type { DeskOption, DeskQuestion } from "@/contract/desk";
import { questionWords, scoreWords } from "@/messages/en/questions";
import { choiceLetter } from "@/ui/ChoiceMark";

const words = questionWords.notes;
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
            {words.retired(option.text, option.chosen, option.shown)}{" "}
            <button type="button" className={press} disabled={busy} onClick={() => onShow(option.id)}>
              {words.showAgain}
            </button>
          </li>
        ))}
      {question.replaced.length > 0 ? (
        <li className="wrap-anywhere">{words.replaced(question.replaced)}</li>
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
        {words.mayBeRight(letter)}{" "}
        <button type="button" className={press} disabled={busy} onClick={() => onAccept(true)}>
          {words.accept}
        </button>
      </li>
    );
  }
  if (correct && origin !== "key" && origin !== "teacher") {
    return (
      <li>
        {words.accepted(letter)}{" "}
        <button type="button" className={press} disabled={busy} onClick={() => onAccept(false)}>
          {words.takeBack}
        </button>
      </li>
    );
  }
  if (origin !== "model") return null;
  return <li>{words.proposed(letter, source, scoreWords(score))}</li>;
};

/** How classes met the options, once any has. */
const Counts = ({ options }: { options: DeskOption[] }) => {
  if (options.every((option) => option.shown === 0)) return null;
  const parts = options.map((option, index) =>
    words.counted(choiceLetter(index), option.chosen, option.shown),
  );
  return <li>{words.chosen(parts)}</li>;
};
