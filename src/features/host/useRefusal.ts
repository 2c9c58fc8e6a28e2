"use client";

import { useCallback, useState } from "react";
import { REJECTIONS } from "@/contract/errors";
import type { HostSend } from "@/features/game/send";

/** Sends commands and keeps the sentence of the last refusal, until the next command succeeds or it is dismissed. */
export const useRefusal = (send: HostSend) => {
  const [refusal, setRefusal] = useState<string | null>(null);
  const asking = useCallback<HostSend>(
    async (intent) => {
      const answer = await send(intent);
      setRefusal(answer.ok ? null : REJECTIONS[answer.code]);
      return answer;
    },
    [send],
  );
  const dismiss = useCallback(() => setRefusal(null), []);
  return { asking, refusal, dismiss };
};
