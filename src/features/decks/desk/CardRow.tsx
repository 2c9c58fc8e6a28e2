"use client";

import { useState } from "react";
import type { DeskCard, DeskCommand, DeskQuestion } from "@/contract/desk";
import { deskWords } from "@/messages/en/desk";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { Notice } from "@/ui/Notice";
import { RichText } from "@/ui/RichText";
import { CardTextForm } from "../CardTextForm";
import { Offer } from "./Proposals";
import { QuestionPhone } from "./QuestionPhone";

const words = deskWords.card;

/** A card of the deck beside the questions that it becomes. */
export const CardRow = ({
  card,
  canAskModel,
  busy,
  run,
  onEditQuestion,
  onWriteQuestion,
  onAccept,
}: {
  card: DeskCard;
  /** There is a language model, and it may read this deck. */
  canAskModel: boolean;
  busy: boolean;
  /** @returns whether it was done */
  run: (command: DeskCommand) => Promise<boolean>;
  onEditQuestion: (question: DeskQuestion) => void;
  onWriteQuestion: () => void;
  onAccept: (optionId: string, accepted: boolean) => void;
}) => {
  const [editing, setEditing] = useState(false);
  const save = async (text: { front: string; back: string }) => {
    if (await run({ type: "edit-card", cardId: card.id, ...text })) setEditing(false);
  };
  return (
    <li
      id={`card-${card.id}`}
      tabIndex={-1}
      className="scroll-mt-4 grid gap-x-6 gap-y-4 lg:grid-cols-[22rem_minmax(0,1fr)]"
    >
      <div
        className={cx(
          "index-card flex flex-col self-start px-4 pt-3 pb-3 [--head:2.9rem]",
          !card.asked && "opacity-75",
        )}
      >
        <div className="flex min-h-8 items-center justify-between gap-2">
          <span className="font-display text-lg font-bold">{card.number}</span>
          <span className="flex flex-wrap gap-1.5">
            {card.asked ? null : <Badge>{words.notAsked}</Badge>}
            {card.tags.slice(0, 3).map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </span>
        </div>
        {editing ? (
          <div className="mt-4">
            <CardTextForm
              text={card}
              submit={words.save}
              busy={busy}
              onSubmit={(text) => void save(text)}
              onCancel={() => setEditing(false)}
            />
          </div>
        ) : (
          <>
            <div className="mt-3 font-semibold">
              <RichText text={card.front} />
            </div>
            <Back text={card.back} />
            <div className="mt-3 flex flex-wrap border-edge border-t pt-2">
              <Button
                variant="quiet"
                disabled={busy}
                onClick={() => setEditing(true)}
                aria-label={words.editOne(card.number)}
              >
                {words.edit}
              </Button>
              <Button
                variant="quiet"
                disabled={busy}
                onClick={() => void run({ type: "turn-cards", cardIds: [card.id], on: !card.asked })}
              >
                {card.asked ? words.turnOff : words.turnOn}
              </Button>
              <Button
                variant="quiet"
                disabled={busy}
                onClick={() => void run({ type: "remove-card", cardId: card.id })}
                aria-label={words.removeOne(card.number)}
              >
                {words.remove}
              </Button>
            </div>
          </>
        )}
        {card.banned.length > 0 ? (
          <details className="mt-2 text-[0.95rem]">
            <summary className="min-h-8 cursor-pointer text-ink-soft">
              {words.banned(card.banned.length)}
            </summary>
            <ul className="grid gap-1">
              {card.banned.map((text) => (
                <li key={text} className="flex items-center justify-between gap-2">
                  <span className="wrap-anywhere">{text}</span>
                  <Button
                    variant="quiet"
                    disabled={busy}
                    onClick={() => void run({ type: "allow-text", cardId: card.id, text })}
                  >
                    {words.allow}
                  </Button>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
      {card.questions.length === 0 ? (
        <div className="grid gap-4 self-start">
          <Notice
            tone={card.skipped ? "warn" : "info"}
            title={card.skipped ? words.noQuestion : undefined}
            action={
              card.skipped ? (
                <div className="flex flex-wrap gap-2">
                  <Button disabled={busy} onClick={onWriteQuestion} aria-label={words.writeOne(card.number)}>
                    {words.write}
                  </Button>
                  {canAskModel ? (
                    <Button
                      disabled={busy}
                      onClick={() =>
                        void run({ type: "ask-model", about: { what: "card", cardId: card.id } })
                      }
                    >
                      {words.askModel}
                    </Button>
                  ) : null}
                </div>
              ) : null
            }
          >
            {card.skipped ?? words.making}
          </Notice>
          {card.offer ? (
            <Offer cardId={card.id} offer={card.offer} busy={busy} run={(command) => void run(command)} />
          ) : null}
        </div>
      ) : (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable without a mouse
          tabIndex={0}
          aria-label={words.questions(card.number)}
          className="overflow-x-auto pb-3"
        >
          <ul className="flex gap-5">
            {card.questions.map((question) => (
              <QuestionPhone
                key={question.id}
                cardId={card.id}
                question={question}
                canAskModel={canAskModel}
                busy={busy}
                run={(command) => void run(command)}
                onEdit={() => onEditQuestion(question)}
                onAccept={onAccept}
              />
            ))}
          </ul>
        </section>
      )}
    </li>
  );
};

/** A back of more than these does not stand whole beside its questions until asked for. */
const LONG_LINES = 9;
const LONG_CHARS = 420;

const Back = ({ text }: { text: string }) => {
  const long = text.length > LONG_CHARS || text.split("\n").length > LONG_LINES;
  const [whole, setWhole] = useState(!long);
  return (
    <>
      <div
        className={cx(
          "mt-3",
          !whole && "max-h-64 overflow-hidden [mask-image:linear-gradient(#000_75%,transparent)]",
        )}
      >
        <RichText text={text} />
      </div>
      {long ? (
        <Button variant="quiet" className="mt-1 justify-self-start" onClick={() => setWhole(!whole)}>
          {whole ? words.less : words.whole}
        </Button>
      ) : null}
    </>
  );
};
