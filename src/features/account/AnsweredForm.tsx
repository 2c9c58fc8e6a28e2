"use client";

import { type ReactNode, useActionState } from "react";
import type { FormAnswer } from "@/contract/account";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";

export type FormAction = (before: FormAnswer | null, form: FormData) => Promise<FormAnswer>;
type Refused = Extract<FormAnswer, { ok: false }>;

type Props = {
  action: FormAction;
  /** What the button says. */
  submit: string;
  /** What is said when it was done, where the page stays. */
  done?: string;
  /** The only way on from a page, or one form among others. */
  leading?: boolean;
  children: (refused: Refused | null) => ReactNode;
};

/** A form of the account pages, with the server's answer above its fields; a refusal keeps what was typed. */
export const AnsweredForm = ({ action, submit, done, leading = true, children }: Props) => {
  const [answer, send, busy] = useActionState(action, null);
  const refused = answer && !answer.ok ? answer : null;
  return (
    <form action={send} className="grid gap-5" noValidate>
      {answer?.ok && done ? (
        <Notice tone="good" live="polite">
          {done}
        </Notice>
      ) : null}
      {refused ? (
        <Notice tone="bad" live="assertive">
          {refused.message}
        </Notice>
      ) : null}
      {children(refused)}
      {leading ? (
        <Button type="submit" variant="primary" size="large" busy={busy}>
          {submit}
        </Button>
      ) : (
        <Button type="submit" className="justify-self-start" busy={busy}>
          {submit}
        </Button>
      )}
    </form>
  );
};
