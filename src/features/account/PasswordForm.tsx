"use client";

import { accountWords } from "@/messages/en/account";
import { Card } from "@/ui/Card";
import { AnsweredForm, type FormAction } from "./AnsweredForm";
import { PasswordField } from "./PasswordField";

const words = accountWords.passwordForm;

/** Changes the password; every other browser is signed out with it. */
export const PasswordForm = ({ action }: { action: FormAction }) => (
  <Card>
    <h2 className="mb-4 text-2xl font-bold">{words.title}</h2>
    <AnsweredForm action={action} submit={words.submit} done={words.done} leading={false}>
      {(refused) => (
        <>
          <PasswordField
            label={words.now}
            name="currentPassword"
            wanted="current"
            error={refused?.fields?.currentPassword}
          />
          <PasswordField
            label={words.wanted}
            name="newPassword"
            wanted="new"
            error={refused?.fields?.newPassword}
          />
        </>
      )}
    </AnsweredForm>
  </Card>
);
