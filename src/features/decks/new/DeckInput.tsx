"use client";

import { type ClipboardEvent, type DragEvent, useRef, useState } from "react";
import { DECK_LIMITS } from "@/contract/deck";
import { deckWords } from "@/messages/en/decks";
import { Button } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { TextAreaField } from "@/ui/Field";
import { Notice } from "@/ui/Notice";

export type DeckSource = { kind: "text"; text: string } | { kind: "file"; file: File };

const ACCEPT = ".txt,.csv,.tsv,.md,.markdown,.json,.apkg,.xlsx";
const words = deckWords.create;

/** Paste, drop or choose: the deck is read at once. */
export const DeckInput = ({
  source,
  busy,
  refusal,
  onRead,
}: {
  source: DeckSource;
  busy: boolean;
  refusal: string | null;
  onRead: (source: DeckSource) => void;
}) => {
  const [text, setText] = useState(source.kind === "text" ? source.text : "");
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  const take = (file: File | undefined) => {
    if (!file || busy) return;
    setTooLarge(file.size > DECK_LIMITS.fileBytes);
    if (file.size <= DECK_LIMITS.fileBytes) onRead({ kind: "file", file });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  // A file copied in the file manager is pasted like text.
  const paste = (event: ClipboardEvent) => {
    const file = event.clipboardData.files[0];
    if (!file) return;
    event.preventDefault();
    take(file);
  };

  return (
    <div className="grid gap-5">
      {refusal ? (
        <Notice tone="bad" live="assertive">
          {refusal}
        </Notice>
      ) : null}
      {tooLarge ? (
        <Notice tone="bad" live="assertive">
          {words.tooLarge(DECK_LIMITS.fileBytes / 1024 / 1024)}
        </Notice>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way of three; the button and the text field are the others */}
      <div
        className={cx("paper p-5", over && "outline-4 outline-focus outline-dashed")}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        onPaste={paste}
      >
        <TextAreaField
          label={words.paste}
          hint={words.pasteHint}
          rows={14}
          value={text}
          placeholder={words.example}
          spellCheck={false}
          inputClassName="font-mono text-[0.95rem] leading-relaxed"
          onChange={(event) => setText(event.target.value)}
        />
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-3">
          <Button
            variant="primary"
            size="large"
            busy={busy}
            disabled={text.trim() === ""}
            onClick={() => onRead({ kind: "text", text })}
          >
            {words.show}
          </Button>
          <span className="text-ink-soft">{words.or}</span>
          <Button disabled={busy} onClick={() => picker.current?.click()}>
            {words.choose}
          </Button>
          <span className="text-ink-soft">{words.formats}</span>
          <input
            ref={picker}
            type="file"
            accept={ACCEPT}
            className="hidden"
            aria-label={words.file}
            tabIndex={-1}
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </div>
      </div>
    </div>
  );
};
