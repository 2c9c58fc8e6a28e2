"use client";

import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import type { UsePlayer } from "@/client/use-live";
import { REJECTIONS, type RejectionCode } from "@/contract/errors";
import { PICTURES_TO_TAP, picturesOf } from "@/contract/pictures";
import type { ClassRoster } from "@/contract/wire";
import { playerWords } from "@/messages/en/player";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { Notice } from "@/ui/Notice";
import { Spinner } from "@/ui/Progress";

const words = playerWords.classSeat;

/** Drawings that most phones never show. */
const PicturePad = lazy(() => import("./PicturePad").then(({ PicturePad }) => ({ default: PicturePad })));

type Person = Pick<ClassRoster["students"][number], "id" | "name" | "proof">;

/** The refusals that stand at the two words or four pictures; the others concern the whole sheet. */
const AT_WORDS: readonly RejectionCode[] = ["wrong-words", "words-throttled"];

/**
 * A seat in a class's game: one's own name, proved with two words or four pictures, or with what this phone has kept of
 * the last time.
 */
export const ClassSeat = ({
  roster,
  door,
  join,
  joinAgain,
  onGuest,
}: {
  roster: ClassRoster;
  /** The PIN, and the word on the big screen where the game asks for it. */
  door: { pin: string; factor?: string };
  join: UsePlayer["join"];
  joinAgain: UsePlayer["joinAgain"];
  onGuest: () => void;
}) => {
  const [own, setOwn] = useState(roster.own);
  const [chosen, setChosen] = useState<Person | null>(null);
  const [missing, setMissing] = useState(false);
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RejectionCode | null>(null);
  const free = roster.students.filter(({ seated }) => !seated);
  const seated = roster.students.filter((student) => student.seated);

  const asking = async (answer: ReturnType<UsePlayer["join"]>) => {
    setBusy(true);
    setRefused(null);
    const answered = await answer;
    setBusy(false);
    if (answered.ok) return;
    setRefused(answered.code);
    // Words are mended letter by letter; a wrong row of pictures is tapped anew.
    if (chosen?.proof === "pictures") setTyped("");
  };
  const prove = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) void asking(join({ ...door, student: { studentId: chosen.id, words: typed } }));
  };
  const pictures = chosen?.proof === "pictures" ? picturesOf(typed) : null;
  const submit = useRef<HTMLDivElement>(null);
  const full = pictures?.length === PICTURES_TO_TAP;
  useEffect(() => {
    // The pictures fill a phone's screen: with the last one tapped, what comes next must be in sight.
    if (full) submit.current?.scrollIntoView({ block: "nearest" });
  }, [full]);
  const atProof = refused && AT_WORDS.includes(refused) ? refused : null;
  const choose = (person: Person | null) => {
    setChosen(person);
    setTyped("");
    setRefused(null);
  };
  const notice =
    refused && !(chosen && AT_WORDS.includes(refused)) ? (
      <Notice tone="bad" live="assertive">
        {REJECTIONS[refused]}
      </Notice>
    ) : null;

  if (own)
    return (
      <div className="grid gap-4">
        {notice}
        <Button variant="primary" size="large" busy={busy} onClick={() => void asking(joinAgain(door))}>
          {busy ? words.joining : words.again(own.name)}
        </Button>
        <Button variant="quiet" onClick={() => setOwn(null)}>
          {words.somebodyElse}
        </Button>
      </div>
    );

  if (chosen)
    return (
      <form noValidate onSubmit={prove} className="grid gap-4">
        <p className="text-2xl font-extrabold wrap-anywhere">{chosen.name}</p>
        {pictures ? (
          <>
            {atProof ? (
              <Notice tone="bad" live="assertive">
                {atProof === "wrong-words" ? words.wrongPictures : REJECTIONS[atProof]}
              </Notice>
            ) : null}
            <Suspense fallback={<Spinner />}>
              <PicturePad
                tapped={pictures}
                busy={busy}
                change={(tapped) => {
                  setTyped(tapped.join(" "));
                  setRefused(null);
                }}
              />
            </Suspense>
          </>
        ) : (
          <TextField
            label={words.words}
            hint={words.wordsHint}
            error={atProof ? REJECTIONS[atProof] : null}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            autoFocus
            enterKeyHint="go"
            inputClassName="min-h-14! text-xl font-semibold"
          />
        )}
        {notice}
        <div ref={submit} className="grid">
          <Button
            type="submit"
            variant="primary"
            size="large"
            busy={busy}
            disabled={pictures ? !full : typed.trim() === ""}
          >
            {busy ? words.joining : words.submit}
          </Button>
        </div>
        <Button variant="quiet" onClick={() => choose(null)}>
          {words.back}
        </Button>
      </form>
    );

  return (
    <div className="grid gap-4">
      {notice}
      <p className="font-semibold">{words.of(roster.name)}</p>
      {free.length > 0 ? <Tiles people={free} choose={choose} /> : <p>{words.everybody}</p>}
      {missing ? (
        <>
          <p>{words.missingText}</p>
          <Tiles people={seated} choose={choose} />
        </>
      ) : (
        <div className="flex flex-wrap justify-between gap-2">
          {seated.length > 0 ? (
            <Button variant="quiet" onClick={() => setMissing(true)}>
              {words.missing}
            </Button>
          ) : null}
          <Button variant="quiet" onClick={onGuest}>
            {words.guest}
          </Button>
        </div>
      )}
    </div>
  );
};

const Tiles = ({ people, choose }: { people: readonly Person[]; choose: (person: Person) => void }) => (
  <ul className="grid grid-cols-2 gap-2">
    {people.map((person) => (
      <li key={person.id}>
        <button
          type="button"
          onClick={() => choose(person)}
          className="paper flex size-full min-h-14 items-center px-3 py-2 text-start font-bold wrap-anywhere hover:bg-paper-low"
        >
          {person.name}
        </button>
      </li>
    ))}
  </ul>
);
