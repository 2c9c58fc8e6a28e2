"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Asking, type DeskModel } from "@/contract/desk";
import { deskWords } from "@/messages/en/desk";
import { TROUBLES } from "@/messages/en/questions";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { Progress } from "@/ui/Progress";
import { readJson } from "./read-json";

const words = deskWords.asking;
const EVERY_MS = 800;
/** What has come so far is shown no oftener than this: the page is read anew for it. */
const REFRESH_MS = 5_000;

/** How the asking of the language model goes: its progress, or why it ended early and what that means. */
export const AskingBar = ({
  api,
  deckId,
  model,
  busy,
  onAskAgain,
}: {
  api: string;
  deckId: string;
  model: DeskModel;
  busy: boolean;
  onAskAgain: () => void;
}) => {
  if (model.asking) return <Asks api={api} deckId={deckId} name={model.name} from={model.asking} />;
  if (!model.trouble) return null;
  return (
    <Notice
      tone="warn"
      live="polite"
      title={words.nothing(model.name)}
      action={
        model.allowed ? (
          <Button busy={busy} onClick={onAskAgain}>
            {words.again}
          </Button>
        ) : null
      }
    >
      {words.trouble(model.address, TROUBLES[model.trouble])}
    </Notice>
  );
};

const Asks = ({
  api,
  deckId,
  name,
  from,
}: {
  api: string;
  deckId: string;
  name: string;
  from: { done: number; of: number };
}) => {
  const router = useRouter();
  const [asking, setAsking] = useState(from);
  const shown = useRef({ done: from.done, at: 0 });
  useEffect(() => {
    let here = true;
    const timer = setInterval(async () => {
      const answer = await readJson(`${api}/decks/${deckId}/asking`, Asking);
      // Without an answer the next tick asks again.
      if (!here || !answer) return;
      if (!answer.asking) {
        clearInterval(timer);
        router.refresh();
        return;
      }
      setAsking(answer.asking);
      const { done } = answer.asking;
      if (done !== shown.current.done && performance.now() - shown.current.at > REFRESH_MS) {
        shown.current = { done, at: performance.now() };
        router.refresh();
      }
    }, EVERY_MS);
    return () => {
      here = false;
      clearInterval(timer);
    };
  }, [api, deckId, router]);
  return (
    <Progress
      label={words.label(name)}
      value={asking.done}
      max={asking.of}
      detail={words.done(asking.done, asking.of)}
    />
  );
};
