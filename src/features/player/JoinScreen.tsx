"use client";

import { type FormEvent, useState } from "react";
import type { UsePlayer } from "@/client/use-live";
import { REJECTIONS, type RejectionCode } from "@/contract/errors";
import { LIMITS } from "@/contract/limits";
import { commonWords, playerWords } from "@/messages/en";
import { Brand } from "@/ui/Brand";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { IndexCard } from "@/ui/IndexCard";
import { Notice } from "@/ui/Notice";

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

/** PIN and name, and the word on the big screen where the game asks for one. */
export const JoinScreen = ({ pin: given = "", join }: { pin?: string; join: UsePlayer["join"] }) => {
  const [pin, setPin] = useState(digits(given));
  const [name, setName] = useState("");
  const [factor, setFactor] = useState("");
  const [asksFactor, setAsksFactor] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<{ field: "pin" | "name" | "factor" | "form"; text: string } | null>(
    null,
  );
  const errorAt = (field: "pin" | "name" | "factor") => (error?.field === field ? error.text : null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pin.length !== LIMITS.pinDigits) return setError({ field: "pin", text: words.pinError });
    setError(null);
    setBusy(true);
    const answer = await join({ pin, name: name.trim(), ...(asksFactor ? { factor: factor.trim() } : {}) });
    setBusy(false);
    if (answer.ok) return;
    // The first refusal only says that this game asks for the word; it is not the player's mistake.
    const firstAsked = answer.code === "wrong-factor" && !asksFactor;
    if (answer.code === "wrong-factor") setAsksFactor(true);
    setError({
      field: FIELD[answer.code] ?? "form",
      text: firstAsked ? words.factorHint : REJECTIONS[answer.code],
    });
  };

  return (
    <div className="flex min-h-dvh flex-col">
      <div className="valance" aria-hidden="true" />
      <main className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center gap-4 px-5 py-3">
        <Brand name={commonWords.product} className="self-center text-4xl" />
        <IndexCard head={<h1 className="text-2xl font-extrabold text-ink">{words.title}</h1>}>
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
            <TextField
              label={words.name}
              hint={words.nameHint}
              error={errorAt("name")}
              value={name}
              onChange={(event) => setName(event.target.value)}
              autoComplete="nickname"
              autoCapitalize="words"
              spellCheck={false}
              enterKeyHint="go"
              inputClassName="min-h-14! text-xl font-semibold"
            />
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
            <Button type="submit" variant="primary" size="large" busy={busy}>
              {busy ? words.joining : words.submit}
            </Button>
          </form>
        </IndexCard>
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
