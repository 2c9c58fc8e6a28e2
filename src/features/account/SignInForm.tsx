"use client";

import { AnsweredForm, type FormAction } from "./AnsweredForm";
import { EmailField } from "./EmailField";
import { PasswordField } from "./PasswordField";

/** @param next the page to go to afterwards */
export const SignInForm = ({ action, next }: { action: FormAction; next: string }) => (
  <AnsweredForm action={action} submit="Sign in">
    {(refused) => (
      <>
        <input type="hidden" name="next" value={next} />
        <EmailField error={refused?.fields?.email} defaultValue={refused?.kept?.email} />
        <PasswordField label="Password" name="password" wanted="current" error={refused?.fields?.password} />
      </>
    )}
  </AnsweredForm>
);
