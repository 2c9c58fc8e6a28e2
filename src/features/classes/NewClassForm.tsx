"use client";

import { useActionState } from "react";
import { CLASS_LIMITS } from "@/contract/class";
import { classWords } from "@/messages/en/classes";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { TextAreaField, TextField } from "@/ui/Field";
import { RosterFile } from "./RosterFile";
import { Said } from "./Said";

const words = classWords.create;

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
          label={words.name}
          name="name"
          hint={words.nameHint}
          defaultValue={state?.name}
          maxLength={CLASS_LIMITS.classNameChars}
          autoComplete="off"
          required
        />
        <TextAreaField
          label={words.students}
          name="students"
          hint={words.studentsHint}
          defaultValue={state?.students}
          rows={10}
          spellCheck={false}
        />
        <RosterFile />
        <Button type="submit" variant="primary" size="large" busy={busy} className="justify-self-start">
          {words.submit}
        </Button>
      </form>
    </Card>
  );
};
