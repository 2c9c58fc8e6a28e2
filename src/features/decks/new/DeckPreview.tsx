"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { DECK_LIMITS, type DeckProblem } from "@/contract/deck";
import { deckWords } from "@/messages/en/decks";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import type { Draft, DraftAction } from "./draft";
import { unfinished } from "./draft";
import { PreviewCard } from "./PreviewCard";
import { ProblemList } from "./ProblemList";

const words = deckWords.preview;

/** Cards drawn at once; the next ones come when the end of the list comes into sight. */
const STEP = 60;

/** The same list for every card without one: then an edit draws one card anew and not thousands. */
const NO_PROBLEMS: readonly DeckProblem[] = [];

function byCard(problems: readonly DeckProblem[]): Map<number, DeckProblem[]> {
  const lists = new Map<number, DeckProblem[]>();
  for (const problem of problems) {
    if (problem.card === null) continue;
    lists.set(problem.card, [...(lists.get(problem.card) ?? []), problem]);
  }
  return lists;
}

/** The cards as they were understood, beside what looks wrong with them. */
export const DeckPreview = ({
  draft,
  change,
  busy,
  refusal,
  onBack,
  onSave,
}: {
  draft: Draft;
  change: (action: DraftAction) => void;
  busy: boolean;
  refusal: string | null;
  onBack: () => void;
  onSave: () => void;
}) => {
  const { deck } = draft;
  const [shown, setShown] = useState(STEP);
  const [target, setTarget] = useState<number | null>(null);
  const end = useRef<HTMLDivElement>(null);
  const problems = useMemo(() => byCard(deck.problems), [deck.problems]);
  const waiting = unfinished(deck);
  const untitled = draft.title.trim() === "";
  const [pressed, setPressed] = useState(false);

  useEffect(() => {
    const mark = end.current;
    if (!mark || shown >= deck.cards.length) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setShown((count) => count + STEP);
    });
    observer.observe(mark);
    return () => observer.disconnect();
  }, [shown, deck.cards.length]);

  useEffect(() => {
    if (target === null) return;
    const card = document.getElementById(`card-${target}`);
    card?.scrollIntoView({ block: "center" });
    card?.focus({ preventScroll: true });
    setTarget(null);
  }, [target]);

  const show = (number: number) => {
    const index = deck.cards.findIndex((card) => card.number === number);
    if (index === -1) return;
    if (index >= shown) setShown(index + STEP);
    setTarget(number);
  };
  const save = () => {
    setPressed(true);
    const first = waiting[0];
    if (first) show(first.number);
    else if (!untitled) onSave();
  };

  return (
    <div className="grid gap-6">
      <div className="paper flex flex-wrap items-end gap-x-6 gap-y-4 p-5">
        <TextField
          label={words.name}
          className="min-w-64 flex-1"
          value={draft.title}
          maxLength={DECK_LIMITS.titleChars}
          error={pressed && untitled ? words.nameMissing : null}
          onChange={(event) => change({ type: "title", title: event.target.value })}
        />
        <p className="flex-[2_1_18rem]" role="status">
          <strong>{deckWords.cards(deck.cards.length)}</strong>
          {deck.declaredCount !== null && deck.declaredCount !== deck.cards.length
            ? words.ofDeclared(deck.declaredCount)
            : ""}
          <span className="block text-ink-soft">{words.readAs(deck.format, deck.reason)}</span>
        </p>
        <div className="flex flex-wrap gap-3">
          <Button onClick={onBack} disabled={busy}>
            {words.back}
          </Button>
          <Button
            variant="primary"
            size="large"
            busy={busy}
            disabled={deck.cards.length === 0}
            onClick={save}
          >
            {words.save}
          </Button>
        </div>
        {refusal ? (
          <Notice tone="bad" live="assertive" className="w-full">
            {refusal}
          </Notice>
        ) : null}
        {pressed && waiting.length > 0 ? (
          <Notice tone="warn" live="polite" className="w-full">
            {words.unfinished(waiting.length)}
          </Notice>
        ) : null}
      </div>

      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="cards-heading" className="order-2 lg:order-1">
          <h2 id="cards-heading" className="mb-3 text-2xl font-bold">
            {words.cards}
          </h2>
          <ol className="grid gap-4">
            {deck.cards.slice(0, shown).map((card, index) => (
              <PreviewCard
                key={card.number}
                card={card}
                place={index + 1}
                problems={problems.get(card.number) ?? NO_PROBLEMS}
                change={change}
              />
            ))}
          </ol>
          <div ref={end} />
          {shown < deck.cards.length ? (
            <p className="mt-4 text-ink-soft">{words.more(deck.cards.length - shown)}</p>
          ) : (
            <Button className="mt-4" icon={<Icon name="plus" />} onClick={() => change({ type: "add" })}>
              {words.add}
            </Button>
          )}
        </section>
        <ProblemList deck={deck} canUndo={draft.before.length > 0} change={change} onShow={show} />
      </div>
    </div>
  );
};
