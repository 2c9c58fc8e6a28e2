"use client";

import { useActionState } from "react";
import type { FormAnswer } from "@/contract/account";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { Notice } from "@/ui/Notice";

export type FormAction = (before: FormAnswer | null, form: FormData) => Promise<FormAnswer>;

/** Name, e-mail and password of a new teacher: the first one of a house, or an invited one. */
export const AccountForm = ({ action, submit }: { action: FormAction; submit: string }) => {
  const [answer, send, busy] = useActionState(action, null);
  const wrong = answer && !answer.ok ? answer : null;
  return (
    <form action={send} className="grid gap-5" noValidate>
      {wrong ? (
        <Notice tone="bad" live="assertive">
          {wrong.message}
        </Notice>
      ) : null}
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        error={wrong?.fields?.name}
        defaultValue={wrong?.kept?.name}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        hint="For signing in. Deckdash sends no mail."
        error={wrong?.fields?.email}
        defaultValue={wrong?.kept?.email}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        maxLength={128}
        hint="10 characters at least. Three or four words in a row are fine."
        error={wrong?.fields?.password}
      />
      <Button type="submit" variant="primary" size="large" busy={busy}>
        {submit}
      </Button>
    </form>
  );
};
