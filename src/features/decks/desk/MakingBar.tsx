"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { z } from "zod";
import { Notice } from "@/ui/Notice";
import { Progress } from "@/ui/Progress";

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
      const answer = await ask(`${api}/decks/${deckId}/making`);
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
        The questions could not be made. The cards are safe: press “Make the questions again” below.
      </Notice>
    );
  }
  return (
    <Progress
      label="Making the questions"
      value={making?.done ?? null}
      max={making?.of ?? 1}
      detail={making && making.of > 0 ? `${making.done} of ${making.of} cards` : undefined}
    />
  );
};

async function ask(url: string): Promise<z.infer<typeof Answer> | null> {
  try {
    const parsed = Answer.safeParse(await (await fetch(url)).json());
    return parsed.success ? parsed.data : null;
  } catch {
    // The next tick asks again.
    return null;
  }
}
