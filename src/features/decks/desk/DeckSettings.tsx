"use client";

import { useState, useTransition } from "react";
import type { DeskAnswer, DeskCommand, DeskDeck, DeskModel } from "@/contract/desk";
import { QUESTION_KINDS } from "@/contract/question";
import { deskWords } from "@/messages/en/desk";
import { KIND_NAMES } from "@/messages/en/questions";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/Field";
import { Notice } from "@/ui/Notice";
import { Switch } from "@/ui/Switch";

const words = deskWords.settings;

/** What holds for the whole deck: its name, the kinds of question, and putting it away. */
export const DeckSettings = ({
  deck,
  model,
  busy,
  run,
  remove,
  onClose,
}: {
  deck: DeskDeck;
  model: DeskModel | null;
  busy: boolean;
  run: (command: DeskCommand) => Promise<boolean>;
  remove: () => Promise<DeskAnswer>;
  onClose: () => void;
}) => {
  const [title, setTitle] = useState(deck.title);
  const [sure, setSure] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [removing, start] = useTransition();
  const erase = () =>
    start(async () => {
      const answer = await remove();
      if (answer && !answer.ok) setRefusal(answer.message);
    });
  return (
    <Dialog open onClose={onClose} title={words.title} place="side">
      <div className="grid gap-8">
        <form
          className="flex items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void run({ type: "rename-deck", title });
          }}
        >
          <TextField
            label={words.name}
            className="flex-1"
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Button type="submit" busy={busy} disabled={title.trim() === "" || title === deck.title}>
            {words.rename}
          </Button>
        </form>
        <TextField
          label={words.exam}
          type="date"
          className="max-w-60"
          hint={words.examHint}
          value={deck.examOn ?? ""}
          disabled={busy}
          onChange={(event) => void run({ type: "set-exam", on: event.target.value || null })}
        />
        <section className="grid gap-3">
          <h3 className="text-xl font-bold">{words.kinds}</h3>
          <p className="text-ink-soft">{words.kindsText}</p>
          {QUESTION_KINDS.map((kind) => (
            <Switch
              key={kind}
              label={KIND_NAMES[kind]}
              checked={!deck.kindsOff.includes(kind)}
              disabled={busy}
              onChange={(on) => void run({ type: "turn-kind", kind, on })}
            />
          ))}
          <Button busy={busy} onClick={() => void run({ type: "remake-deck" }).then(onClose)}>
            {words.remake}
          </Button>
        </section>
        {model ? (
          <section className="grid gap-3 border-edge border-t pt-5">
            <h3 className="text-xl font-bold">{words.model}</h3>
            <Switch
              label={words.allow(model.name)}
              hint={words.allowHint(model.address)}
              checked={model.allowed}
              disabled={busy}
              onChange={(on) => void run({ type: "allow-model", on })}
            />
          </section>
        ) : null}
        <section className="grid gap-3 border-edge border-t pt-5">
          <h3 className="text-xl font-bold">{words.away}</h3>
          <p className="text-ink-soft">{words.awayText}</p>
          <Button
            busy={busy}
            onClick={() => void run({ type: "archive-deck", archived: !deck.archived }).then(onClose)}
          >
            {deck.archived ? deskWords.takeBack : words.putAway}
          </Button>
          {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
          {sure ? (
            <Notice
              tone="bad"
              live="assertive"
              title={words.deleteTitle}
              action={
                <Button variant="danger" busy={removing} onClick={erase}>
                  {words.deleteIt}
                </Button>
              }
            >
              {words.deleteText}
            </Notice>
          ) : (
            <Button variant="danger" onClick={() => setSure(true)}>
              {words.delete}
            </Button>
          )}
        </section>
      </div>
    </Dialog>
  );
};
