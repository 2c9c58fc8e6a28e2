"use client";

import { useActionState } from "react";
import { CLASS_LIMITS } from "@/contract/class";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { TextAreaField, TextField } from "@/ui/Field";
import { RosterFile } from "./RosterFile";
import { Said } from "./Said";

export type NewClassState = { message: string; name: string; students: string } | null;

/** A class's name, and its students pasted or from a file. Leads to the class; comes back only with a refusal. */
export const NewClassForm = ({
  action,
}: {
  action: (before: NewClassState, form: FormData) => Promise<NewClassState>;
}) => {
  const [state, submit, busy] = useActionState(action, null);
  return (
    <Card className="max-w-2xl">
      <form action={submit} className="grid grid-cols-1 gap-6">
        <Said refusal={state?.message ?? null} />
        <TextField
          label="Name of the class"
          name="name"
          hint="As your students know it, for example 7b Biology."
          defaultValue={state?.name}
          maxLength={CLASS_LIMITS.classNameChars}
          autoComplete="off"
          required
        />
        <TextAreaField
          label="Students"
          name="students"
          hint="One name a line, or between commas. You can add more later. No e-mail, no account."
          defaultValue={state?.students}
          rows={10}
          spellCheck={false}
        />
        <RosterFile label="Or a list as a file" />
        <Button type="submit" variant="primary" size="large" busy={busy} className="justify-self-start">
          Make the class
        </Button>
      </form>
    </Card>
  );
};
