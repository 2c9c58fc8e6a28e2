"use client";

import { useState } from "react";
import { classWords } from "@/messages/en/classes";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { Icon } from "@/ui/Icon";

/** A secret that is not shown again: to be copied now. */
export const ShownOnce = ({ label, text, hint }: { label: string; text: string; hint: string }) => {
  const [copied, setCopied] = useState(false);
  return (
    <div className="flex flex-wrap items-end gap-3 rounded-lg border-2 border-info bg-info-low p-4">
      <TextField
        className="min-w-56 flex-1"
        label={label}
        hint={hint}
        value={text}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <Button
        icon={<Icon name={copied ? "check" : "copy"} />}
        onClick={async () => {
          try {
            await navigator.clipboard.writeText(text);
            setCopied(true);
          } catch {
            // Without https a browser keeps its clipboard shut: the text can still be marked and copied by hand.
            setCopied(false);
          }
        }}
      >
        {copied ? classWords.copied : classWords.copy}
      </Button>
    </div>
  );
};
