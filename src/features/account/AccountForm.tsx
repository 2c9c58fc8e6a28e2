"use client";

import { TextField } from "@/ui/Field";
import { AnsweredForm, type FormAction } from "./AnsweredForm";
import { EmailField } from "./EmailField";
import { PasswordField } from "./PasswordField";

/** Name, e-mail and password of a new teacher: the first one of a house, or an invited one. */
export const AccountForm = ({ action, submit }: { action: FormAction; submit: string }) => (
  <AnsweredForm action={action} submit={submit}>
    {(refused) => (
      <>
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          required
          maxLength={80}
          error={refused?.fields?.name}
          defaultValue={refused?.kept?.name}
        />
        <EmailField
          hint="For signing in. Deckdash sends no mail."
          error={refused?.fields?.email}
          defaultValue={refused?.kept?.email}
        />
        <PasswordField label="Password" name="password" wanted="new" error={refused?.fields?.password} />
      </>
    )}
  </AnsweredForm>
);
