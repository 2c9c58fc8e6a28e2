"use client";

import { useActionState } from "react";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { Notice } from "@/ui/Notice";
import type { FormAction } from "./AccountForm";

/** @param next the page to go to afterwards */
export const SignInForm = ({ action, next }: { action: FormAction; next: string }) => {
  const [answer, send, busy] = useActionState(action, null);
  const wrong = answer && !answer.ok ? answer : null;
  return (
    <form action={send} className="grid gap-5" noValidate>
      {wrong ? (
        <Notice tone="bad" live="assertive">
          {wrong.message}
        </Notice>
      ) : null}
      <input type="hidden" name="next" value={next} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        error={wrong?.fields?.email}
        defaultValue={wrong?.kept?.email}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={128}
        error={wrong?.fields?.password}
      />
      <Button type="submit" variant="primary" size="large" busy={busy}>
        Sign in
      </Button>
    </form>
  );
};
