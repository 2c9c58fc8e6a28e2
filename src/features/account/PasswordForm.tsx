"use client";

import { useActionState } from "react";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { TextField } from "@/ui/Field";
import { Notice } from "@/ui/Notice";
import type { FormAction } from "./AccountForm";

/** Changes the password; every other browser is signed out with it. */
export const PasswordForm = ({ action }: { action: FormAction }) => {
  const [answer, send, busy] = useActionState(action, null);
  const wrong = answer && !answer.ok ? answer : null;
  return (
    <Card>
      <h2 className="mb-4 text-2xl font-bold">Password</h2>
      <form action={send} className="grid gap-4" noValidate>
        {answer?.ok ? (
          <Notice tone="good" live="polite">
            The password is changed, and every other browser is signed out.
          </Notice>
        ) : null}
        {wrong ? (
          <Notice tone="bad" live="assertive">
            {wrong.message}
          </Notice>
        ) : null}
        <TextField
          label="Password now"
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
          error={wrong?.fields?.currentPassword}
        />
        <TextField
          label="New password"
          name="newPassword"
          type="password"
          autoComplete="new-password"
          required
          maxLength={128}
          hint="10 characters at least. Three or four words in a row are fine."
          error={wrong?.fields?.newPassword}
        />
        <Button type="submit" className="justify-self-start" busy={busy}>
          Change the password
        </Button>
      </form>
    </Card>
  );
};
