"use client";

import { useCallback, useState } from "react";
import { type Ack, REJECTIONS } from "@/contract/errors";
import type { HostSend } from "@/features/game/send";

/**
 * Sends commands and keeps the sentence of the last refusal, until the next command succeeds or it is dismissed. `hearing`
 * does so for what is asked in another way.
 */
export const useRefusal = (send: HostSend) => {
  const [refusal, setRefusal] = useState<string | null>(null);
  const hearing = useCallback(async (asked: Promise<Ack>) => {
    const answer = await asked;
    setRefusal(answer.ok ? null : REJECTIONS[answer.code]);
    return answer;
  }, []);
  const asking = useCallback<HostSend>((intent) => hearing(send(intent)), [send, hearing]);
  const dismiss = useCallback(() => setRefusal(null), []);
  return { asking, hearing, refusal, dismiss };
};
