"use client";

import { useState } from "react";
import type { DeskCommand, DeskProposals, DeskQuestion, ProposedOption } from "@/contract/desk";
import { MAX_OPTIONS } from "@/contract/question";
import { originWords, questionWords, scoreWords } from "@/messages/en/questions";
import { choiceLetter } from "@/ui/ChoiceMark";
import { SelectField } from "@/ui/Field";
import { Icon } from "@/ui/Icon";
import { RichText } from "@/ui/RichText";
import { TurnedDown } from "./TurnedDown";

const words = questionWords.proposals;
const press =
  "inline-flex min-h-10 shrink-0 items-center rounded-md border-2 border-edge-strong bg-paper px-3 font-semibold hover:border-ink disabled:opacity-55";
const BESIDE = "";

type Run = (command: DeskCommand) => void;

/** What a language model proposed for a question. Nothing of it is in the question until the teacher puts it there. */
export const Proposals = ({
  cardId,
  question,
  proposals,
  busy,
  run,
}: {
  cardId: string;
  question: DeskQuestion;
  proposals: DeskProposals;
  busy: boolean;
  run: Run;
}) => {
  const { options, wordings, before, rejected, key, model } = proposals;
  const count = options.length + wordings.length;
  const questionId = question.id;
  const dismiss = (text: string) => run({ type: "dismiss-proposal", cardId, key, text });
  return (
    <details className="group mt-2 rounded-lg border-2 border-info bg-info-low text-[0.95rem]">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 px-3 py-1.5 font-semibold">
        <span className="min-w-0 flex-1 wrap-anywhere">{words.title(count, model)}</span>
        <Icon name="down" className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="grid gap-3 px-3 pb-3">
        <p className="text-ink-soft">{words.text}</p>
        {options.length > 0 ? (
          <Options
            question={question}
            options={options}
            busy={busy}
            onUse={(text, instead) => run({ type: "take-option", questionId, text, instead })}
            onDismiss={dismiss}
          />
        ) : null}
        {wordings.length > 0 || before !== null ? (
          <section aria-label={words.wordings}>
            <p className="font-semibold">{words.wordings}</p>
            <ul>
              {wordings.map((text) => (
                <Row key={text} text={text} onDismiss={busy ? undefined : () => dismiss(text)}>
                  <button
                    type="button"
                    className={press}
                    disabled={busy}
                    aria-label={words.takeWording(text)}
                    onClick={() => run({ type: "take-wording", questionId, text })}
                  >
                    {words.use}
                  </button>
                </Row>
              ))}
              {before === null ? null : (
                <Row text={before} note={words.before}>
                  <button
                    type="button"
                    className={press}
                    disabled={busy}
                    aria-label={words.takeBefore}
                    onClick={() => run({ type: "take-wording", questionId, text: before })}
                  >
                    {words.back}
                  </button>
                </Row>
              )}
            </ul>
          </section>
        ) : null}
        <TurnedDown label={questionWords.turnedDown} rejected={rejected} />
      </div>
    </details>
  );
};

const Options = ({
  question,
  options,
  busy,
  onUse,
  onDismiss,
}: {
  question: DeskQuestion;
  options: ProposedOption[];
  busy: boolean;
  onUse: (text: string, instead: string | null) => void;
  onDismiss: (text: string) => void;
}) => {
  const shown = question.options.filter((option) => !option.retired);
  const places = shown.flatMap((option, index) => (option.correct ? [] : [{ option, index }]));
  const hasRoom = shown.length < MAX_OPTIONS;
  const weakest = places.toSorted((one, other) => one.option.score - other.option.score)[0]?.option.id;
  const [chosen, setChosen] = useState<string | null>(null);
  const isThere = chosen === BESIDE ? hasRoom : places.some(({ option }) => option.id === chosen);
  const instead = isThere && chosen !== null ? chosen : hasRoom ? BESIDE : (weakest ?? BESIDE);
  return (
    <section aria-label={words.wrong} className="grid gap-1">
      <p className="font-semibold">{words.wrong}</p>
      <SelectField
        label={words.where}
        value={instead}
        disabled={busy}
        onChange={(event) => setChosen(event.target.value)}
      >
        {hasRoom ? <option value={BESIDE}>{words.beside}</option> : null}
        {places.map(({ option, index }) => (
          <option key={option.id} value={option.id}>
            {words.inPlaceOf(choiceLetter(index), option.text)}
          </option>
        ))}
      </SelectField>
      <ul>
        {options.map(({ text, score, origin, source }) => (
          <Row
            key={text}
            text={text}
            note={origin === "model" ? scoreWords(score) : `taken out; from ${originWords(origin, source)}`}
            onDismiss={busy ? undefined : () => onDismiss(text)}
          >
            <button
              type="button"
              className={press}
              disabled={busy}
              aria-label={words.takeWrong(text)}
              onClick={() => onUse(text, instead === BESIDE ? null : instead)}
            >
              {words.use}
            </button>
          </Row>
        ))}
      </ul>
    </section>
  );
};

const Row = ({
  text,
  note,
  onDismiss,
  children,
}: {
  text: string;
  note?: string;
  onDismiss?: () => void;
  children?: React.ReactNode;
}) => (
  <li className="flex items-center gap-2 border-edge border-b py-1.5 last:border-0">
    <div className="min-w-0 flex-1 leading-snug wrap-anywhere">
      <RichText text={text} inline />
      {note ? <span className="block text-[0.95em] text-ink-soft">{note}</span> : null}
    </div>
    {children}
    {onDismiss ? (
      <button
        type="button"
        aria-label={words.dismissOne(text)}
        title={words.dismiss}
        onClick={onDismiss}
        className="grid min-h-10 w-8 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-bad-low hover:text-bad"
      >
        <Icon name="cross" />
      </button>
    ) : null}
  </li>
);

/** For a card that the deck has no wrong answers for: the question that a model's proposals would make of it. */
export const Offer = ({
  cardId,
  offer,
  busy,
  run,
}: {
  cardId: string;
  offer: DeskProposals & { prompt: string; right: string };
  busy: boolean;
  run: Run;
}) => {
  const { key, model, prompt, right, options, rejected } = offer;
  return (
    <section
      aria-label={words.by(model)}
      className="grid gap-3 rounded-lg border-2 border-info bg-info-low px-4 py-3"
    >
      <p className="text-lg font-bold">{options.length > 1 ? words.offers(model) : words.tooFew(model)}</p>
      <p>
        <span className="font-semibold">{prompt}</span> {words.right(right)}
      </p>
      {options.length > 0 ? (
        <ul>
          {options.map(({ text, score }) => (
            <Row
              key={text}
              text={text}
              note={scoreWords(score)}
              onDismiss={busy ? undefined : () => run({ type: "dismiss-proposal", cardId, key, text })}
            />
          ))}
        </ul>
      ) : null}
      <TurnedDown label={questionWords.turnedDown} rejected={rejected} />
      {options.length > 1 ? (
        <button
          type="button"
          className={`${press} justify-self-start`}
          disabled={busy}
          onClick={() => run({ type: "take-question", cardId, key })}
        >
          {words.make}
        </button>
      ) : null}
    </section>
  );
};
