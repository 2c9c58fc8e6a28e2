"use client";

import { Card } from "@/ui/Card";
import { AnsweredForm, type FormAction } from "./AnsweredForm";
import { PasswordField } from "./PasswordField";

/** Changes the password; every other browser is signed out with it. */
export const PasswordForm = ({ action }: { action: FormAction }) => (
  <Card>
    <h2 className="mb-4 text-2xl font-bold">Password</h2>
    <AnsweredForm
      action={action}
      submit="Change the password"
      done="The password is changed, and every other browser is signed out."
      leading={false}
    >
      {(refused) => (
        <>
          <PasswordField
            label="Password now"
            name="currentPassword"
            wanted="current"
            error={refused?.fields?.currentPassword}
          />
          <PasswordField
            label="New password"
            name="newPassword"
            wanted="new"
            error={refused?.fields?.newPassword}
          />
        </>
      )}
    </AnsweredForm>
  </Card>
);
