"use client";

import { useState } from "react";
import { QuestionEdit } from "@/contract/desk";
import { MAX_OPTION_CHARS, MAX_OPTIONS, MAX_PROMPT_CHARS } from "@/contract/question";
import { deskWords } from "@/messages/en/desk";
import { questionWords } from "@/messages/en/questions";
import { Button } from "@/ui/Button";
import { choiceLetter } from "@/ui/ChoiceMark";
import { Dialog } from "@/ui/Dialog";
import { TextAreaField } from "@/ui/Field";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import type { DraftRow, QuestionDraft } from "./question-draft";
import { TurnedDown } from "./TurnedDown";

const words = questionWords.editor;

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
    else setWrong(parsed.error.issues[0]?.message ?? words.lookAgain);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={isNew ? words.write : words.edit}
      place="side"
      actions={
        <>
          <Button onClick={onClose} disabled={busy}>
            {deskWords.cancel}
          </Button>
          <Button variant="primary" busy={busy} onClick={save}>
            {words.save}
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
          label={words.question}
          rows={3}
          maxLength={MAX_PROMPT_CHARS}
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
        />
        <fieldset className="grid gap-4">
          <legend className="mb-2 font-semibold">{words.options}</legend>
          {rows.map((row, index) => (
            <div key={row.key} className="flex items-start gap-2">
              <label className="mt-[1.9rem] grid min-h-12 w-12 shrink-0 cursor-pointer place-items-center rounded-lg border-2 border-edge-strong has-checked:border-good has-checked:bg-good-low">
                <input
                  type="checkbox"
                  className="size-5 accent-good"
                  checked={row.correct}
                  aria-label={words.isRight(choiceLetter(index))}
                  onChange={(event) => change(row.key, { correct: event.target.checked })}
                />
              </label>
              <TextAreaField
                label={words.option(choiceLetter(index))}
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
                aria-label={words.removeOption(choiceLetter(index))}
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
            {words.addOption}
          </Button>
        ) : null}
        <Notice>{words.stays}</Notice>
        <TurnedDown strong label={words.turnedDown} rejected={draft.rejected} />
        {draft.evidence ? (
          <div>
            <p className="font-semibold">{words.evidence}</p>
            <blockquote className="mt-1 border-edge border-s-4 ps-3 text-ink-soft">
              {draft.evidence}
            </blockquote>
          </div>
        ) : null}
      </div>
    </Dialog>
  );
};
