"use client";

import { useState } from "react";
import type { SeatCard, SeatProof, WordsWish } from "@/contract/class";
import { picturesOf } from "@/contract/pictures";
import { classWords } from "@/messages/en/classes";
import { pictureNames } from "@/messages/en/pictures";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Notice } from "@/ui/Notice";
import { Picture } from "@/ui/Picture";
import { QrCode } from "@/ui/QrCode";

const texts = classWords.seatCards;

type Person = { id: string; name: string; proof: SeatProof | null };

/**
 * Draws two words or four pictures for students and lays them out as cards to print and cut: the only time that they
 * are shown.
 */
export const SeatCards = ({
  className,
  students,
  only,
  usual,
  joinUrl,
  draw,
}: {
  className: string;
  students: readonly Person[];
  /** The one student whose card is wanted; null for the class. */
  only: Person | null;
  /** What this class's cards were last printed with. */
  usual: SeatProof;
  joinUrl: string;
  draw: (wish: WordsWish, proof: SeatProof) => Promise<SeatCard[] | null>;
}) => {
  const [proof, setProof] = useState(usual);
  const [cards, setCards] = useState<SeatCard[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const missing = students.filter((student) => student.proof === null).length;

  const wish = async (what: WordsWish) => {
    setBusy(true);
    const drawn = await draw(what, proof);
    setBusy(false);
    setFailed(drawn === null);
    if (drawn) setCards(drawn);
  };

  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="grid max-w-2xl gap-4 print:hidden">
        {failed ? (
          <Notice tone="bad" live="assertive">
            {texts.gone}
          </Notice>
        ) : null}
        {cards.length === 0 ? (
          <>
            <Choice
              label={texts.what}
              value={proof}
              options={[
                { value: "words", ...texts.choices.words },
                { value: "pictures", ...texts.choices.pictures },
              ]}
              onChange={setProof}
            />
            <p>
              {texts.text[proof]} {texts.notKept}
            </p>
            <div className="flex flex-wrap gap-3">
              {only ? (
                <Button variant="primary" busy={busy} onClick={() => void wish({ studentId: only.id })}>
                  {(only.proof ? texts.drawNewFor : texts.drawFor)(proof, only.name)}
                </Button>
              ) : (
                <>
                  {missing > 0 ? (
                    <Button variant="primary" busy={busy} onClick={() => void wish("missing")}>
                      {texts.drawFor(
                        proof,
                        missing === students.length ? texts.everybody : texts.without(missing),
                      )}
                    </Button>
                  ) : null}
                  {missing < students.length ? (
                    <Button busy={busy} onClick={() => void wish("all")}>
                      {texts.drawNewFor(proof, texts.everybody)}
                    </Button>
                  ) : null}
                </>
              )}
            </div>
            {missing < students.length ? <p className="text-ink-soft">{texts.replaces}</p> : null}
          </>
        ) : (
          <Notice
            tone="warn"
            live="polite"
            title={texts.once(cards.length)}
            action={
              <Button variant="primary" onClick={() => window.print()}>
                {texts.print}
              </Button>
            }
          >
            {texts.printNow}
          </Notice>
        )}
      </div>
      <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 print:grid-cols-2 print:gap-0">
        {cards.map(({ studentId, name, words, proof: shown }) => (
          <li
            key={studentId}
            className="paper flex break-inside-avoid items-center gap-4 p-4 print:rounded-none print:border print:border-dashed print:border-black print:bg-white print:p-5 print:text-black print:shadow-none"
          >
            <div className="min-w-0 flex-1">
              <p className="text-[0.95em] text-ink-soft print:text-black">{className}</p>
              <p className="text-xl font-bold wrap-anywhere">{name}</p>
              {shown === "words" ? (
                <p className="mt-2 font-display text-2xl font-extrabold wrap-anywhere">{words}</p>
              ) : (
                <PictureRow words={words} />
              )}
              <p className="mt-2 text-[0.85em] text-ink-soft wrap-anywhere print:text-black">{joinUrl}</p>
            </div>
            <QrCode text={joinUrl} label={texts.qr(joinUrl)} className="size-24 shrink-0" />
          </li>
        ))}
      </ul>
    </div>
  );
};

const PictureRow = ({ words }: { words: string }) => (
  <ol className="mt-2 grid max-w-72 grid-cols-4 gap-2 text-center text-[0.8em]">
    {picturesOf(words).map((name, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same picture may stand in two places
      <li key={place}>
        <Picture name={name} className="aspect-square w-full rounded-md bg-white p-1" />
        {pictureNames[name]}
      </li>
    ))}
  </ol>
);
