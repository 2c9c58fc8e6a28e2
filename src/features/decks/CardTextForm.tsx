"use client";

import { type KeyboardEvent, useState } from "react";
import { CardText } from "@/contract/desk";
import { deckWords } from "@/messages/en/decks";
import { Button } from "@/ui/Button";
import { TextAreaField } from "@/ui/Field";

const words = deckWords.cardText;
const FIELDS = ["front", "back"] as const;

/** Front and back of a card as text with Markdown; Ctrl+Enter is the button. */
export const CardTextForm = ({
  text,
  submit,
  busy = false,
  onSubmit,
  onCancel,
}: {
  text: CardText;
  submit: string;
  busy?: boolean;
  onSubmit: (text: CardText) => void;
  onCancel: () => void;
}) => {
  const [draft, setDraft] = useState<CardText>({ front: text.front, back: text.back });
  const [errors, setErrors] = useState<Partial<Record<keyof CardText, string>>>({});
  const done = () => {
    const parsed = CardText.safeParse(draft);
    if (parsed.success) onSubmit(parsed.data);
    else {
      const first = (field: keyof CardText) =>
        parsed.error.issues.find((issue) => issue.path[0] === field)?.message;
      setErrors({ front: first("front"), back: first("back") });
    }
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) done();
    if (event.key === "Escape") onCancel();
  };
  return (
    <div className="grid gap-4">
      {FIELDS.map((field) => (
        <TextAreaField
          key={field}
          label={words[field]}
          rows={field === "front" ? 2 : Math.min(16, Math.max(4, draft.back.split("\n").length + 1))}
          autoFocus={field === "front"}
          value={draft[field]}
          error={errors[field]}
          onKeyDown={keys}
          onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
        />
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" busy={busy} onClick={done}>
          {submit}
        </Button>
        <Button disabled={busy} onClick={onCancel}>
          {deckWords.cancel}
        </Button>
        <span className="text-[0.95em] text-ink-soft">{words.markdown}</span>
      </div>
    </div>
  );
};
