"use client";

import { useState } from "react";
import type { PracticeDoor, PracticePage, PracticeWish } from "@/contract/practice";
import { PracticeHome } from "./PracticeHome";
import { PracticeRound } from "./PracticeRound";
import { useRates } from "./useRates";

/** A student's own page: what is due, and rounds of ten minutes. */
export const PracticeApp = ({
  page,
  ask,
  answer,
  refresh,
}: PracticeDoor & {
  page: PracticePage;
  /** Brings the page up to date after a round. */
  refresh: () => void;
}) => {
  const [rates, setRates] = useRates();
  const [wish, setWish] = useState<PracticeWish | null>(null);
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="valance" aria-hidden="true" />
      <main className="mx-auto w-full max-w-xl flex-1 px-4 py-6 text-lg">
        {wish ? (
          <PracticeRound
            wish={wish}
            rates={rates}
            ask={ask}
            answer={answer}
            onEnd={() => {
              setWish(null);
              refresh();
            }}
          />
        ) : (
          <PracticeHome page={page} start={setWish} rates={rates} setRates={setRates} />
        )}
      </main>
    </div>
  );
};
