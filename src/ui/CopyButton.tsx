"use client";

import { useState } from "react";
import { commonWords } from "@/messages/en/common";
import { Button } from "./Button";
import { Icon } from "./Icon";

/** Puts a text on the clipboard and says so; where the browser keeps its clipboard shut it says nothing. */
export const CopyButton = ({ text }: { text: string }) => {
  const [copied, setCopied] = useState<string | null>(null);
  const done = copied === text;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      // Without https there is no clipboard: the text beside the button can be marked and copied by hand.
      setCopied(null);
    }
  };
  return (
    <Button icon={<Icon name={done ? "check" : "copy"} />} onClick={() => void copy()}>
      {done ? commonWords.copied : commonWords.copy}
    </Button>
  );
};
