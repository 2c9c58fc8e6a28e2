"use client";

import { useState } from "react";
import type { SeatCard, WordsWish } from "@/contract/class";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { QrCode } from "@/ui/QrCode";

type Person = { id: string; name: string; hasWords: boolean };

/** Draws two words for students and lays them out as cards to print and cut: the only time that they are shown. */
export const SeatCards = ({
  className,
  students,
  only,
  joinUrl,
  draw,
}: {
  className: string;
  students: readonly Person[];
  /** The one student whose card is wanted; null for the class. */
  only: Person | null;
  joinUrl: string;
  draw: (wish: WordsWish) => Promise<SeatCard[] | null>;
}) => {
  const [cards, setCards] = useState<SeatCard[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const missing = students.filter(({ hasWords }) => !hasWords).length;

  const wish = async (what: WordsWish) => {
    setBusy(true);
    const drawn = await draw(what);
    setBusy(false);
    setFailed(drawn === null);
    if (drawn) setCards(drawn);
  };

  return (
    <div className="grid gap-6">
      <div className="grid max-w-2xl gap-4 print:hidden">
        {failed ? (
          <Notice tone="bad" live="assertive">
            This class is not there any more. Nothing was changed.
          </Notice>
        ) : null}
        {cards.length === 0 ? (
          <>
            <p>
              Each student gets a card with two words. In a game they tap their name and type the words once;
              then their phone knows its seat. Deckdash does not keep the words, so print the cards now, or
              draw new ones later.
            </p>
            <div className="flex flex-wrap gap-3">
              {only ? (
                <Button variant="primary" busy={busy} onClick={() => void wish({ studentId: only.id })}>
                  {only.hasWords ? `Draw new words for ${only.name}` : `Draw words for ${only.name}`}
                </Button>
              ) : (
                <>
                  {missing > 0 ? (
                    <Button variant="primary" busy={busy} onClick={() => void wish("missing")}>
                      Draw words for {missing === students.length ? "everybody" : `the ${missing} without`}
                    </Button>
                  ) : null}
                  {missing < students.length ? (
                    <Button busy={busy} onClick={() => void wish("all")}>
                      Draw new words for everybody
                    </Button>
                  ) : null}
                </>
              )}
            </div>
            {missing < students.length ? (
              <p className="text-ink-soft">
                New words replace the ones before, which then open no seat any more.
              </p>
            ) : null}
          </>
        ) : (
          <Notice
            tone="warn"
            live="polite"
            title={`${cards.length} ${cards.length === 1 ? "card" : "cards"}, shown this once`}
            action={
              <Button variant="primary" onClick={() => window.print()}>
                Print
              </Button>
            }
          >
            Print them before you leave this page.
          </Notice>
        )}
      </div>
      <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 print:grid-cols-2 print:gap-0">
        {cards.map(({ studentId, name, words }) => (
          <li
            key={studentId}
            className="paper flex break-inside-avoid items-center gap-4 p-4 print:rounded-none print:border print:border-dashed print:border-black print:bg-white print:p-5 print:text-black print:shadow-none"
          >
            <div className="min-w-0 flex-1">
              <p className="text-[0.95em] text-ink-soft print:text-black">{className}</p>
              <p className="text-xl font-bold wrap-anywhere">{name}</p>
              <p className="mt-2 font-display text-2xl font-extrabold wrap-anywhere">{words}</p>
              <p className="mt-2 text-[0.85em] text-ink-soft wrap-anywhere print:text-black">{joinUrl}</p>
            </div>
            <QrCode text={joinUrl} label={`QR code that opens ${joinUrl}`} className="size-24 shrink-0" />
          </li>
        ))}
      </ul>
    </div>
  );
};
