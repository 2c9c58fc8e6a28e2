"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type {
  PracticeAnswer,
  PracticeAnswered,
  PracticeAsk,
  PracticePage,
  PracticeWish,
} from "@/contract/practice";
import { PracticeHome } from "./PracticeHome";
import { PracticeRound } from "./PracticeRound";

/** A student's own page: what is due, and rounds of ten minutes. */
export const PracticeApp = ({
  page,
  ask,
  answer,
}: {
  page: PracticePage;
  ask: (wish: PracticeWish) => Promise<PracticeAsk>;
  answer: (given: PracticeAnswer) => Promise<PracticeAnswered>;
}) => {
  const router = useRouter();
  const [wish, setWish] = useState<PracticeWish | null>(null);
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="valance" aria-hidden="true" />
      <main className="mx-auto w-full max-w-xl flex-1 px-4 py-6 text-lg">
        {wish ? (
          <PracticeRound
            wish={wish}
            ask={ask}
            answer={answer}
            onEnd={() => {
              setWish(null);
              router.refresh();
            }}
          />
        ) : (
          <PracticeHome page={page} start={setWish} />
        )}
      </main>
    </div>
  );
};
