"use client";

import { accountWords } from "@/messages/en/account";
import { AnsweredForm, type FormAction } from "./AnsweredForm";
import { EmailField } from "./EmailField";
import { PasswordField } from "./PasswordField";

/** @param next the page to go to afterwards */
export const SignInForm = ({ action, next }: { action: FormAction; next: string }) => (
  <AnsweredForm action={action} submit={accountWords.door.signIn.title}>
    {(refused) => (
      <>
        <input type="hidden" name="next" value={next} />
        <EmailField error={refused?.fields?.email} defaultValue={refused?.kept?.email} />
        <PasswordField
          label={accountWords.fields.password}
          name="password"
          wanted="current"
          error={refused?.fields?.password}
        />
      </>
    )}
  </AnsweredForm>
);
