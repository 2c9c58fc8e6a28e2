"use client";

import { PICTURES, PICTURES_TO_TAP, type PictureName } from "@/contract/pictures";
import { pictureNames } from "@/messages/en/pictures";
import { playerWords } from "@/messages/en/player";
import { Button } from "@/ui/Button";
import { Picture } from "@/ui/Picture";

const words = playerWords.classSeat;
const PLACES = Array.from({ length: PICTURES_TO_TAP }, (_, place) => place);

/** Four places to fill by tapping pictures, in order: how a child who does not read yet proves a seat. */
export const PicturePad = ({
  tapped,
  change,
  busy,
}: {
  tapped: readonly PictureName[];
  change: (tapped: PictureName[]) => void;
  busy: boolean;
}) => {
  const full = tapped.length >= PICTURES_TO_TAP;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-xl font-bold">{words.pictures}</legend>
      <p className="text-[0.95em] text-ink-soft">{words.picturesHint}</p>
      <ol className="grid grid-cols-4 gap-2">
        {PLACES.map((place) => {
          const name = tapped[place];
          return (
            <li
              key={place}
              className="grid aspect-square place-items-center rounded-lg border-2 border-dashed border-edge-strong bg-paper-low p-1.5"
            >
              {name ? <Picture name={name} className="size-full rounded-md bg-white p-1" /> : null}
              <span className="sr-only">{name ? pictureNames[name] : words.empty(place + 1)}</span>
            </li>
          );
        })}
      </ol>
      <p role="status" className="sr-only">
        {words.tapped(tapped.length)}
      </p>
      <Button
        variant="quiet"
        className="justify-self-center"
        disabled={tapped.length === 0 || busy}
        onClick={() => change(tapped.slice(0, -1))}
      >
        {words.undo}
      </Button>
      <ul className="grid grid-cols-4 gap-2">
        {PICTURES.map((name) => (
          <li key={name}>
            <button
              type="button"
              aria-label={pictureNames[name]}
              aria-disabled={full || busy}
              onClick={() => full || busy || change([...tapped, name])}
              className="grid aspect-square w-full place-items-center rounded-lg border-2 border-edge-strong bg-white p-1.5 aria-disabled:opacity-60"
            >
              <Picture name={name} className="size-full" />
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
};
