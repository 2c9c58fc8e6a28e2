"use client";

import { accountWords } from "@/messages/en/account";
import { TextField } from "@/ui/Field";
import { AnsweredForm, type FormAction } from "./AnsweredForm";
import { EmailField } from "./EmailField";
import { PasswordField } from "./PasswordField";

const words = accountWords.fields;

/** Name, e-mail and password of a new teacher: the first one of a house, or an invited one. */
export const AccountForm = ({ action, submit }: { action: FormAction; submit: string }) => (
  <AnsweredForm action={action} submit={submit}>
    {(refused) => (
      <>
        <TextField
          label={words.name}
          name="name"
          autoComplete="name"
          required
          maxLength={80}
          error={refused?.fields?.name}
          defaultValue={refused?.kept?.name}
        />
        <EmailField
          hint={words.emailHint}
          error={refused?.fields?.email}
          defaultValue={refused?.kept?.email}
        />
        <PasswordField
          label={words.password}
          name="password"
          wanted="new"
          error={refused?.fields?.password}
        />
      </>
    )}
  </AnsweredForm>
);
