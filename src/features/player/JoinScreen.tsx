"use client";

import { type FormEvent, useEffect, useState } from "react";
import type { UsePlayer } from "@/client/use-live";
import { REJECTIONS, type RejectionCode } from "@/contract/errors";
import { LIMITS } from "@/contract/limits";
import type { Door } from "@/contract/wire";
import { commonWords } from "@/messages/en/common";
import { playerWords } from "@/messages/en/player";
import { Brand } from "@/ui/Brand";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { IndexCard } from "@/ui/IndexCard";
import { Notice } from "@/ui/Notice";
import { ClassSeat } from "./ClassSeat";
import { PracticeLink } from "./PracticeLink";

const words = playerWords.join;

/** A plain link: the router that would make it quicker is not worth its bytes on a phone. */
const TEACHERS = `${process.env.NEXT_PUBLIC_BASE_PATH ?? ""}/teach`;

/** The field that a refusal is about; the others concern the whole form. */
const FIELD: Partial<Record<RejectionCode, "pin" | "name" | "factor">> = {
  "no-such-room": "pin",
  "name-empty": "name",
  "name-too-long": "name",
  "name-taken": "name",
  "name-refused": "name",
  "wrong-factor": "factor",
};

const digits = (text: string) => text.replace(/\D/g, "").slice(0, LIMITS.pinDigits);

/** PIN and name, and the word on the big screen where the game asks for one; in a class's game its list of names. */
export const JoinScreen = ({
  pin: given = "",
  join,
  look,
  joinAgain,
}: { pin?: string } & Pick<UsePlayer, "join" | "look" | "joinAgain">) => {
  const [pin, setPin] = useState(digits(given));
  const [name, setName] = useState("");
  const [factor, setFactor] = useState("");
  const [asksFactor, setAsksFactor] = useState(false);
  /** Of the game that `pin` leads to; undefined until the server has said. */
  const [shown, setShown] = useState<Door>();
  const roster = shown?.roster ?? null;
  const [guest, setGuest] = useState(false);
  const [busy, setBusy] = useState(false);
  /** A slow phone shows the page before its script runs: a tap in between would send the form away, and the PIN with it. */
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const [error, setError] = useState<{ field: "pin" | "name" | "factor" | "form"; text: string } | null>(
    null,
  );
  const errorAt = (field: "pin" | "name" | "factor") => (error?.field === field ? error.text : null);

  // Once awake: a page that finds its seat again has left this screen by then, and asks nothing.
  useEffect(() => {
    setShown(undefined);
    setGuest(false);
    if (!awake || pin.length !== LIMITS.pinDigits) return;
    let current = true;
    void look({ pin }).then((answer) => {
      if (!current) return;
      if (answer.ok) setShown(answer);
      else if (answer.code === "wrong-factor") setAsksFactor(true);
      else setError({ field: FIELD[answer.code] ?? "form", text: REJECTIONS[answer.code] });
    });
    return () => {
      current = false;
    };
  }, [awake, pin, look]);

  const door = { pin, ...(asksFactor ? { factor: factor.trim() } : {}) };
  /** Null when the game has no class, or the player is a guest in it; otherwise its list is shown and the form waits. */
  const seatOrRefusal = async (): Promise<RejectionCode | "list" | null> => {
    if (!shown) {
      const answer = await look(door);
      if (!answer.ok) return answer.code;
      setShown(answer);
      if (answer.roster) return "list";
    }
    const answer = await join({ ...door, name: name.trim() });
    return answer.ok ? null : answer.code;
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pin.length !== LIMITS.pinDigits) return setError({ field: "pin", text: words.pinError });
    setError(null);
    setBusy(true);
    const refused = await seatOrRefusal();
    setBusy(false);
    if (refused === null || refused === "list") return;
    // The first refusal only says that this game asks for the word; it is not the player's mistake.
    const firstAsked = refused === "wrong-factor" && !asksFactor;
    if (refused === "wrong-factor") setAsksFactor(true);
    setError({ field: FIELD[refused] ?? "form", text: firstAsked ? words.factorHint : REJECTIONS[refused] });
  };

  return (
    <div className="flex min-h-dvh flex-col">
      <div className="valance" aria-hidden="true" />
      <main className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center gap-4 px-5 py-3">
        <Brand name={commonWords.product} className="self-center text-4xl" />
        <IndexCard
          head={
            <h1 className="text-2xl font-extrabold text-ink">
              {roster && !guest ? playerWords.classSeat.title : words.title}
            </h1>
          }
        >
          {roster && !guest ? (
            <div className="px-5 pt-4 pb-6 text-lg">
              <ClassSeat
                roster={roster}
                door={door}
                join={join}
                joinAgain={joinAgain}
                onGuest={() => setGuest(true)}
              />
            </div>
          ) : (
            <form noValidate onSubmit={submit} className="grid gap-4 px-5 pt-4 pb-6 text-lg">
              <TextField
                label={words.pin}
                hint={words.pinHint}
                error={errorAt("pin")}
                value={pin}
                onChange={(event) => setPin(digits(event.target.value))}
                inputMode="numeric"
                autoComplete="off"
                enterKeyHint="next"
                inputClassName="min-h-14! text-center font-display text-3xl font-extrabold tracking-[0.18em] tabular-nums"
              />
              {shown?.names === "generated" ? (
                <p role="status">{words.drawnName}</p>
              ) : (
                <TextField
                  label={words.name}
                  hint={roster ? playerWords.classSeat.guestText : words.nameHint}
                  error={errorAt("name")}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                  autoComplete="nickname"
                  autoCapitalize="words"
                  spellCheck={false}
                  enterKeyHint="go"
                  inputClassName="min-h-14! text-xl font-semibold"
                />
              )}
              {asksFactor ? (
                <TextField
                  label={words.factor}
                  error={errorAt("factor")}
                  value={factor}
                  onChange={(event) => setFactor(event.target.value)}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  enterKeyHint="go"
                  inputClassName="min-h-14! text-xl font-semibold"
                />
              ) : null}
              {error?.field === "form" ? (
                <Notice tone="bad" live="assertive">
                  {error.text}
                </Notice>
              ) : null}
              <Button type="submit" variant="primary" size="large" busy={busy} disabled={!awake}>
                {busy ? words.joining : words.submit}
              </Button>
              {roster ? (
                <Button variant="quiet" onClick={() => setGuest(false)}>
                  {playerWords.classSeat.toList}
                </Button>
              ) : null}
            </form>
          )}
        </IndexCard>
        <PracticeLink />
        <a
          href={TEACHERS}
          className="inline-flex min-h-12 items-center self-center px-4 text-ink-soft underline underline-offset-4"
        >
          {words.teacher}
        </a>
      </main>
    </div>
  );
};
