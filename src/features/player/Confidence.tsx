"use client";

import { useId, useState } from "react";
import { playerWords } from "@/messages/en/player";
import { cx } from "@/ui/cx";

const words = playerWords.confidence;

/** "How well did you know this?" 1–5. Not needed for anything to go on, and said again as often as one likes. */
export const Confidence = ({
  rating,
  onRate,
}: {
  rating: number | null;
  onRate: (rating: number) => Promise<unknown>;
}) => {
  const [tapped, setTapped] = useState<number | null>(null);
  const id = useId();
  const shown = tapped ?? rating;
  return (
    <section aria-labelledby={id} className="move-rise grid gap-2">
      <h2 id={id} className="text-center text-lg font-bold">
        {words.title}
      </h2>
      <div className="grid grid-cols-5 gap-1.5">
        {words.steps.map((label, index) => (
          <button
            key={label}
            type="button"
            aria-pressed={shown === index + 1}
            aria-label={words.step(index + 1, label)}
            onClick={async () => {
              setTapped(index + 1);
              await onRate(index + 1);
              setTapped(null);
            }}
            className={cx(
              "flex min-h-16 flex-col items-center justify-start gap-0.5 rounded-lg border-2 px-0.5 pt-1.5 leading-tight",
              shown === index + 1
                ? "border-ink bg-highlight text-highlight-ink"
                : "border-edge-strong bg-paper active:bg-paper-low",
            )}
          >
            <span className="font-display text-xl font-extrabold">{index + 1}</span>
            <span className="text-[0.8rem]">{label}</span>
          </button>
        ))}
      </div>
      <p role="status" className="min-h-6 text-center text-ink-soft">
        {rating === null ? "" : words.thanks}
      </p>
    </section>
  );
};
