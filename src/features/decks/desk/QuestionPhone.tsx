"use client";

import type { DeskCommand, DeskQuestion } from "@/contract/desk";
import { QuestionKind } from "@/contract/question";
import { flagSentence, KIND_NAMES, originWords, questionWords, scoreWords } from "@/messages/en/questions";
import { Badge } from "@/ui/Badge";
import { ChoiceMark, choiceColors, choiceLetter } from "@/ui/ChoiceMark";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";
import { RichText } from "@/ui/RichText";
import { OptionNotes } from "./OptionNotes";
import { Proposals } from "./Proposals";

const words = questionWords.phone;
const tool =
  "inline-flex min-h-10 items-center rounded-md px-2 text-[0.95rem] font-semibold underline underline-offset-4 hover:bg-paper-low disabled:opacity-55";

/** A question as a phone shows it, with the key marked and what the teacher can decide about it. */
export const QuestionPhone = ({
  cardId,
  question,
  canAskModel,
  busy,
  run,
  onEdit,
  onAccept,
}: {
  cardId: string;
  question: DeskQuestion;
  /** There is a language model, and it may read this deck. */
  canAskModel: boolean;
  busy: boolean;
  run: (command: DeskCommand) => void;
  onEdit: () => void;
  onAccept: (optionId: string, accepted: boolean) => void;
}) => {
  const { id: questionId, options, active, pinned, edited } = question;
  const kind = QuestionKind.safeParse(question.kind);
  const shown = options.filter((option) => !option.retired);
  return (
    <li className="w-[19rem] shrink-0">
      <p className="mb-1 flex min-h-8 flex-wrap items-center gap-1.5 text-[0.95rem]">
        <span className="text-ink-soft">{kind.success ? KIND_NAMES[kind.data] : question.kind}</span>
        {pinned ? <Badge tone="info">{words.pinned}</Badge> : null}
        {edited ? <Badge tone="info">{words.yours}</Badge> : null}
        {question.madeBy === "model" ? <Badge tone="info">{words.fromModel}</Badge> : null}
        {active ? null : <Badge>{words.off}</Badge>}
      </p>
      <div
        className={cx("rounded-[1.4rem] border-4 border-edge-strong bg-desk p-3", !active && "opacity-60")}
      >
        <div className="mb-3 text-[1.05rem] font-semibold leading-snug">
          <RichText text={question.prompt} inline />
        </div>
        <ul className="grid gap-2">
          {shown.map((option, index) => (
            <li key={option.id} className="flex items-stretch gap-1">
              <div
                style={choiceColors(index)}
                className={cx(
                  "flex min-h-12 flex-1 items-center gap-2 rounded-lg bg-(--choice) px-2 py-1.5 text-(--on-choice)",
                  option.correct && "outline-[0.2rem] outline-offset-1 outline-good",
                )}
                title={optionTitle(option)}
              >
                <ChoiceMark index={index} className="size-[1.6em] shrink-0" />
                <span className="min-w-0 flex-1 text-[0.95rem] font-semibold leading-tight wrap-anywhere">
                  <RichText text={option.text} inline />
                </span>
                {option.correct ? (
                  <span className="inline-flex items-center rounded bg-paper px-1 py-0.5 text-good">
                    <Icon name="check" />
                    <span className="sr-only">{words.right}</span>
                  </span>
                ) : null}
              </div>
              {option.correct ? null : (
                <button
                  type="button"
                  disabled={busy}
                  aria-label={words.banOne(choiceLetter(index), option.text)}
                  title={words.ban}
                  onClick={() => run({ type: "ban-option", questionId, optionId: option.id })}
                  className="grid w-8 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-bad-low hover:text-bad"
                >
                  <Icon name="cross" />
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
      <ul className="mt-1.5 grid gap-1 text-[0.95rem] text-ink-soft empty:hidden">
        {question.cardChanged ? <li className="font-semibold text-warn">{words.cardChanged}</li> : null}
        {question.flags.map((flag) => (
          <li key={flag}>{flagSentence(flag)}</li>
        ))}
        <OptionNotes
          question={question}
          busy={busy}
          onAccept={onAccept}
          onShow={(optionId) => run({ type: "show-option", questionId, optionId })}
        />
      </ul>
      <div className="mt-1 flex flex-wrap gap-x-1">
        <button type="button" className={tool} disabled={busy} onClick={onEdit}>
          {words.edit}
        </button>
        {question.madeBy === "generated" ? (
          <button
            type="button"
            className={tool}
            disabled={busy}
            onClick={() => run({ type: "redraw-question", questionId })}
          >
            {words.redraw}
          </button>
        ) : null}
        {edited || pinned ? (
          <button
            type="button"
            className={tool}
            disabled={busy}
            onClick={() => run({ type: "restore-question", questionId })}
          >
            {question.madeBy === "generated" ? words.anew : words.giveUp}
          </button>
        ) : (
          <button
            type="button"
            className={tool}
            disabled={busy}
            onClick={() => run({ type: "pin-question", questionId, pinned: true })}
          >
            {words.pin}
          </button>
        )}
        <button
          type="button"
          className={tool}
          disabled={busy}
          onClick={() => run({ type: "turn-question", questionId, on: !active })}
        >
          {active ? words.turnOff : words.turnOn}
        </button>
        {canAskModel && question.modelCanHelp ? (
          <button
            type="button"
            className={tool}
            disabled={busy}
            onClick={() => run({ type: "ask-model", about: { what: "question", questionId } })}
          >
            {words.askModel}
          </button>
        ) : null}
      </div>
      {question.proposals ? (
        <Proposals cardId={cardId} question={question} proposals={question.proposals} busy={busy} run={run} />
      ) : null}
    </li>
  );
};

const optionTitle = ({ origin, source, score, correct }: DeskQuestion["options"][number]): string => {
  const from = questionWords.from(originWords(origin, source));
  return correct || origin === "teacher" ? from : questionWords.fromScored(from, scoreWords(score));
};
