"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { PracticeDoor, PracticeQuestion, PracticeReveal, PracticeWish } from "@/contract/practice";
import { Confidence } from "@/features/player/Confidence";
import { practiceWords } from "@/messages/en/practice";
import { Button } from "@/ui/Button";
import { IndexCard } from "@/ui/IndexCard";
import { Notice } from "@/ui/Notice";
import { Waiting } from "@/ui/Progress";
import { RichText } from "@/ui/RichText";
import { PracticeOption } from "./PracticeOption";

const words = practiceWords.round;
const ROUND_MS = 10 * 60 * 1_000;
/** After a refusal for haste, this long until the question is asked for again. */
const PAUSE_MS = 3_000;

type State =
  | { at: "asking" }
  | { at: "question"; question: PracticeQuestion }
  /** An answer is chosen for good; how well it was known is asked before the reveal. */
  | { at: "locked"; question: PracticeQuestion; chosen: number }
  | { at: "revealed"; question: PracticeQuestion; chosen: number; reveal: PracticeReveal }
  | { at: "over"; why: keyof typeof words.over };

/** One round of practice: a question, the answer, why, and the next, for ten minutes or until nothing is left. */
export const PracticeRound = ({
  wish,
  rates,
  ask,
  answer,
  onEnd,
}: PracticeDoor & {
  wish: PracticeWish;
  /** Ask how well an answer was known before it is shown. */
  rates: boolean;
  onEnd: () => void;
}) => {
  const [state, setState] = useState<State>({ at: "asking" });
  const [sending, setSending] = useState<number | null>(null);
  const [score, setScore] = useState({ right: 0, of: 0 });
  const begun = useRef(Date.now());
  const heading = useRef<HTMLHeadingElement>(null);

  const next = useCallback(async () => {
    if (Date.now() - begun.current > ROUND_MS) return setState({ at: "over", why: "time" });
    setState({ at: "asking" });
    try {
      for (;;) {
        const asked = await ask(wish);
        if (asked.ok) return setState({ at: "question", question: asked.question });
        if (asked.why !== "too-fast") return setState({ at: "over", why: asked.why });
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    } catch {
      setState({ at: "over", why: "lost" });
    }
  }, [ask, wish]);
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void next();
  }, [next]);

  const focused = state.at === "question" ? state.question.ask : state.at;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question, or the end, takes the focus
  useEffect(() => heading.current?.focus(), [focused]);

  const choose = (question: PracticeQuestion, chosen: number) => {
    if (rates) setState({ at: "locked", question, chosen });
    else void send(question, chosen, null);
  };

  const send = async (question: PracticeQuestion, chosen: number, confidence: number | null) => {
    setSending(chosen);
    try {
      const answered = await answer({ ask: question.ask, chosen, confidence });
      if (answered.ok) {
        setState({ at: "revealed", question, chosen, reveal: answered.reveal });
        setScore(({ right, of }) => ({ right: right + (answered.reveal.correct ? 1 : 0), of: of + 1 }));
      } else if (answered.why === "gone") setState({ at: "over", why: "gone" });
      // A question that lay open too long is asked anew.
      else if (answered.why === "stale") void next();
    } catch {
      setState({ at: "over", why: "lost" });
    }
    setSending(null);
  };

  if (state.at === "asking") return <Waiting className="py-10 text-xl">{words.waiting}</Waiting>;

  if (state.at === "over")
    return (
      <IndexCard bodyClassName="grid gap-4 px-6 pt-5 pb-7 text-center">
        <h1 ref={heading} tabIndex={-1} className="text-3xl font-extrabold">
          {score.of > 0 ? words.score(score.right, score.of) : words.nothing}
        </h1>
        <p>{words.over[state.why]}</p>
        <Button variant="primary" size="large" onClick={onEnd}>
          {words.back}
        </Button>
      </IndexCard>
    );

  const { question } = state;
  const revealed = state.at === "revealed" ? state : null;
  const locked = state.at === "locked" ? state : null;
  return (
    <div className="grid gap-4">
      <div className="flex items-center justify-between gap-4 text-ink-soft">
        <span className="tabular-nums">{words.score(score.right, score.of)}</span>
        <Button variant="quiet" onClick={onEnd}>
          {words.stop}
        </Button>
      </div>
      <h1 ref={heading} tabIndex={-1} className="text-2xl leading-snug! font-bold wrap-anywhere">
        <RichText inline text={question.prompt} />
      </h1>
      <ul className="grid gap-2">
        {question.options.map((text, index) => (
          <li key={text}>
            <PracticeOption
              index={index}
              text={text}
              busy={sending === index}
              chosen={locked?.chosen === index}
              verdict={
                revealed
                  ? revealed.reveal.keys.includes(index)
                    ? "key"
                    : revealed.chosen === index
                      ? "wrong"
                      : "other"
                  : null
              }
              onChoose={state.at !== "question" || sending !== null ? null : () => choose(question, index)}
            />
          </li>
        ))}
      </ul>
      {locked ? (
        <div className="grid gap-3">
          <Confidence
            rating={null}
            onRate={async (rating) => {
              if (sending === null) await send(question, locked.chosen, rating);
            }}
          />
          <Button disabled={sending !== null} onClick={() => void send(question, locked.chosen, null)}>
            {words.justShow}
          </Button>
        </div>
      ) : null}
      <div aria-live="polite" className="grid gap-4">
        {revealed ? (
          <>
            <Notice
              tone={revealed.reveal.correct ? "good" : "warn"}
              title={revealed.reveal.correct ? words.right : words.wrong}
            >
              <div className="mt-1">
                <RichText text={revealed.reveal.back} />
              </div>
            </Notice>
            <Button variant="primary" size="large" autoFocus onClick={() => void next()}>
              {words.next}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
};
