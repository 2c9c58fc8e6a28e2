"use client";

import { useState } from "react";
import { QuestionEdit } from "@/contract/desk";
import { MAX_OPTION_CHARS, MAX_OPTIONS, MAX_PROMPT_CHARS } from "@/contract/question";
import { Button } from "@/ui/Button";
import { choiceLetter } from "@/ui/ChoiceMark";
import { Dialog } from "@/ui/Dialog";
import { TextAreaField } from "@/ui/Field";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import type { DraftRow, QuestionDraft } from "./question-draft";
import { TurnedDown } from "./TurnedDown";

/** A question in the teacher's own words: prompt, two to four options, one or more of them right. */
export const QuestionEditor = ({
  draft,
  busy,
  refusal,
  onSave,
  onClose,
}: {
  draft: QuestionDraft;
  busy: boolean;
  refusal: string | null;
  onSave: (edit: QuestionEdit) => void;
  onClose: () => void;
}) => {
  const isNew = "cardId" in draft.of;
  const [prompt, setPrompt] = useState(draft.prompt);
  const [rows, setRows] = useState<DraftRow[]>(draft.rows);
  const [wrong, setWrong] = useState<string | null>(null);
  const change = (key: string, part: Partial<DraftRow>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const save = () => {
    const parsed = QuestionEdit.safeParse({
      prompt,
      options: rows.map(({ id, text, correct }) => ({ id, text, correct })),
    });
    if (parsed.success) onSave(parsed.data);
    else setWrong(parsed.error.issues[0]?.message ?? "Look at the fields again.");
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={isNew ? "Write a question" : "Edit the question"}
      place="side"
      actions={
        <>
          <Button onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button variant="primary" busy={busy} onClick={save}>
            Save the question
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        {(wrong ?? refusal) ? (
          <Notice tone="bad" live="assertive">
            {wrong ?? refusal}
          </Notice>
        ) : null}
        <TextAreaField
          label="Question"
          rows={3}
          maxLength={MAX_PROMPT_CHARS}
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
        />
        <fieldset className="grid gap-4">
          <legend className="mb-2 font-semibold">Options: tick every right one</legend>
          {rows.map((row, index) => (
            <div key={row.key} className="flex items-start gap-2">
              <label className="mt-[1.9rem] grid min-h-12 w-12 shrink-0 cursor-pointer place-items-center rounded-lg border-2 border-edge-strong has-checked:border-good has-checked:bg-good-low">
                <input
                  type="checkbox"
                  className="size-5 accent-good"
                  checked={row.correct}
                  aria-label={`Option ${choiceLetter(index)} is right`}
                  onChange={(event) => change(row.key, { correct: event.target.checked })}
                />
              </label>
              <TextAreaField
                label={`Option ${choiceLetter(index)}`}
                className="min-w-0 flex-1"
                hint={row.from}
                rows={2}
                maxLength={MAX_OPTION_CHARS}
                value={row.text}
                onChange={(event) => change(row.key, { text: event.target.value, from: undefined })}
              />
              <Button
                variant="quiet"
                className="mt-[1.9rem]"
                aria-label={`Remove option ${choiceLetter(index)}`}
                disabled={rows.length <= 2}
                onClick={() => setRows((before) => before.filter((other) => other.key !== row.key))}
                icon={<Icon name="cross" />}
              />
            </div>
          ))}
        </fieldset>
        {rows.length < MAX_OPTIONS ? (
          <Button
            icon={<Icon name="plus" />}
            onClick={() =>
              setRows((before) => [
                ...before,
                { id: null, text: "", correct: false, key: `new-${before.length}-${Date.now()}` },
              ])
            }
          >
            Add an option
          </Button>
        ) : null}
        <Notice>Your wording stays when the questions are made again, also when the card changes.</Notice>
        <TurnedDown strong label="Turned down as wrong answers" rejected={draft.rejected} />
        {draft.evidence ? (
          <div>
            <p className="font-semibold">Where the card says it</p>
            <blockquote className="mt-1 border-edge border-s-4 ps-3 text-ink-soft">
              {draft.evidence}
            </blockquote>
          </div>
        ) : null}
      </div>
    </Dialog>
  );
};
