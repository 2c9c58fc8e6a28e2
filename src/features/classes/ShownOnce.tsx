"use client";

import { CopyButton } from "@/ui/CopyButton";
import { TextField } from "@/ui/Field";

/** A secret that is not shown again: to be copied now. */
export const ShownOnce = ({ label, text, hint }: { label: string; text: string; hint: string }) => (
  <div className="flex flex-wrap items-end gap-3 rounded-lg border-2 border-info bg-info-low p-4">
    <TextField
      className="min-w-56 flex-1"
      label={label}
      hint={hint}
      value={text}
      readOnly
      onFocus={(event) => event.target.select()}
    />
    <CopyButton text={text} />
  </div>
);
