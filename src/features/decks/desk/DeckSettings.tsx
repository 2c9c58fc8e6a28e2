"use client";

import { useState, useTransition } from "react";
import type { DeskAnswer, DeskCommand, DeskDeck, DeskModel } from "@/contract/desk";
import { QUESTION_KINDS } from "@/contract/question";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/Field";
import { Notice } from "@/ui/Notice";
import { Switch } from "@/ui/Switch";
import { KIND_NAMES } from "./words";

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
    <Dialog open onClose={onClose} title="Deck" place="side">
      <div className="grid gap-8">
        <form
          className="flex items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void run({ type: "rename-deck", title });
          }}
        >
          <TextField
            label="Name"
            className="flex-1"
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Button type="submit" busy={busy} disabled={title.trim() === "" || title === deck.title}>
            Rename
          </Button>
        </form>
        <TextField
          label="Exam"
          type="date"
          className="max-w-60"
          hint="The next question is then chosen so that the class knows the deck on that day, not in a week."
          value={deck.examOn ?? ""}
          disabled={busy}
          onChange={(event) => void run({ type: "set-exam", on: event.target.value || null })}
        />
        <section className="grid gap-3">
          <h3 className="text-xl font-bold">Kinds of question</h3>
          <p className="text-ink-soft">
            What you turn off is not made for this deck. Questions that you pinned or wrote yourself stay.
          </p>
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
            Make the questions again
          </Button>
        </section>
        {model ? (
          <section className="grid gap-3 border-edge border-t pt-5">
            <h3 className="text-xl font-bold">Language model</h3>
            <Switch
              label={`Let ${model.name} propose`}
              hint={
                <>
                  The texts of this deck’s cards and questions are then sent to {model.address}. Nothing about
                  students is. It proposes wrong answers and wordings; they pass the same checks as the
                  built-in ones and wait for your word. No game ever asks it.
                </>
              }
              checked={model.allowed}
              disabled={busy}
              onChange={(on) => void run({ type: "allow-model", on })}
            />
          </section>
        ) : null}
        <section className="grid gap-3 border-edge border-t pt-5">
          <h3 className="text-xl font-bold">Put away</h3>
          <p className="text-ink-soft">A deck that is put away keeps its cards, questions and results.</p>
          <Button
            busy={busy}
            onClick={() => void run({ type: "archive-deck", archived: !deck.archived }).then(onClose)}
          >
            {deck.archived ? "Take it back" : "Put the deck away"}
          </Button>
          {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
          {sure ? (
            <Notice
              tone="bad"
              live="assertive"
              title="Delete it for good?"
              action={
                <Button variant="danger" busy={removing} onClick={erase}>
                  Delete
                </Button>
              }
            >
              Cards, questions and what students know about them go. The results of past games stay.
            </Notice>
          ) : (
            <Button variant="danger" onClick={() => setSure(true)}>
              Delete the deck…
            </Button>
          )}
        </section>
      </div>
    </Dialog>
  );
};
