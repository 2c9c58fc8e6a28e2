"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { z } from "zod";
import { deskWords } from "@/messages/en/desk";
import { Notice } from "@/ui/Notice";
import { Progress } from "@/ui/Progress";
import { readJson } from "./read-json";

const words = deskWords.making;

const Answer = z.object({
  making: z.object({ done: z.number(), of: z.number() }).nullable(),
  made: z.boolean(),
});
const EVERY_MS = 800;

/** Shows how far the questions of a deck are, and reads the page again when they are there. */
export const MakingBar = ({ api, deckId }: { api: string; deckId: string }) => {
  const router = useRouter();
  const [making, setMaking] = useState<{ done: number; of: number } | null>(null);
  const [stuck, setStuck] = useState(false);
  useEffect(() => {
    let here = true;
    const timer = setInterval(async () => {
      const answer = await readJson(`${api}/decks/${deckId}/making`, Answer);
      // Without an answer the next tick asks again.
      if (!here || !answer) return;
      setMaking(answer.making);
      if (answer.made) {
        clearInterval(timer);
        router.refresh();
      }
      setStuck(!answer.made && answer.making === null);
    }, EVERY_MS);
    return () => {
      here = false;
      clearInterval(timer);
    };
  }, [api, deckId, router]);
  if (stuck) {
    return (
      <Notice tone="bad" live="polite">
        {words.stuck}
      </Notice>
    );
  }
  return (
    <Progress
      label={words.label}
      value={making?.done ?? null}
      max={making?.of ?? 1}
      detail={making && making.of > 0 ? words.done(making.done, making.of) : undefined}
    />
  );
};
