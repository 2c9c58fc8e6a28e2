"use client";

import { useState } from "react";
import { REJECTIONS } from "@/contract/errors";
import type { PlayerView } from "@/contract/views";
import type { PlayerSend } from "@/features/game/send";
import { playerWords } from "@/messages/en/player";
import { Button } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { IndexCard } from "@/ui/IndexCard";
import { Notice } from "@/ui/Notice";
import { useFocusOnArrival } from "./useFocusOnArrival";

const words = playerWords.lobby;

/** A name that was drawn can be drawn again, so often and no oftener. */
const AnotherName = ({ left, send }: { left: number; send: PlayerSend }) => {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const draw = async () => {
    setBusy(true);
    const answer = await send({ type: "redraw" });
    setBusy(false);
    setRefusal(answer.ok ? null : REJECTIONS[answer.code]);
  };
  return (
    <div className="grid justify-items-center gap-2 text-center">
      {refusal ? (
        <Notice tone="warn" live="assertive">
          {refusal}
        </Notice>
      ) : null}
      {left > 0 ? (
        <Button busy={busy} onClick={() => void draw()}>
          {words.another}
        </Button>
      ) : null}
      <p role="status" className="text-ink-soft">
        {words.drawsLeft(left)}
      </p>
    </div>
  );
};

/** Letters of a word that stands whole in large writing on the narrowest phone. */
const LARGE_WORD = 10;
const longestWord = (text: string) => Math.max(...text.split(/\s+/).map((word) => [...word].length));

/** In, and waiting for the first question. */
export const Lobby = ({ view, send }: { view: PlayerView; send: PlayerSend }) => {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div className="grid flex-1 content-center gap-6 px-2 py-6">
      <IndexCard
        ruled
        className="move-rise"
        head={<p className="truncate">{view.title}</p>}
        bodyClassName="px-6 pt-[1.2em] pb-[2.4em] text-center text-2xl leading-[1.2]!"
      >
        <h1
          ref={heading}
          tabIndex={-1}
          className={cx(
            "font-extrabold wrap-anywhere",
            // Large writing stands on every second line of the card, small on each.
            longestWord(view.name) > LARGE_WORD
              ? "text-[1.1em] leading-[1.0909]!"
              : "text-[1.5em] leading-[1.6]!",
          )}
        >
          {words.title(view.name)}
        </h1>
        <p className="mt-[1.2em]">{words.text}</p>
      </IndexCard>
      {view.redraws === null ? null : <AnotherName left={view.redraws} send={send} />}
      <p className="text-center text-ink-soft">
        {words.others(view.players)} {words.awake}
      </p>
    </div>
  );
};
