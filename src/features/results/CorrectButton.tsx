"use client";

import { useState, useTransition } from "react";
import type { CorrectionAnswer } from "@/contract/corrections";
import { Button, type ButtonLook } from "@/ui/Button";

/** Does one correction and says what came of it, beside the button. */
export const CorrectButton = ({
  label,
  does,
  variant,
}: {
  label: string;
  does: () => Promise<CorrectionAnswer>;
  variant?: ButtonLook["variant"];
}) => {
  const [said, setSaid] = useState("");
  const [busy, start] = useTransition();
  return (
    <span className="inline-flex flex-wrap items-center gap-2 print:hidden">
      <Button
        variant={variant}
        busy={busy}
        onClick={() =>
          start(async () => {
            const answer = await does();
            setSaid(answer.ok ? "Done: every figure follows." : answer.message);
          })
        }
      >
        {label}
      </Button>
      <span role="status">{said}</span>
    </span>
  );
};
