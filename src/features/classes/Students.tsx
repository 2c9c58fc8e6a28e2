"use client";

import Link from "next/link";
import { useActionState, useState } from "react";
import type { ClassAnswer, ClassStudent } from "@/contract/class";
import { classWords } from "@/messages/en/classes";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { TextAreaField } from "@/ui/Field";
import { Icon } from "@/ui/Icon";
import { Table } from "@/ui/Table";
import { RosterFile } from "./RosterFile";
import { Said } from "./Said";
import { StudentSheet } from "./StudentSheet";
import type { ClassAct } from "./useClassCommand";
import { dayOrNever } from "./when";

const words = classWords.roll;

export type AddStudents = (before: ClassAnswer | null, form: FormData) => Promise<ClassAnswer>;

/** The class list: who is in it, how they take their seat, and when they last answered. */
export const Students = ({
  api,
  classId,
  students,
  act,
  add,
}: {
  api: string;
  classId: string;
  students: readonly ClassStudent[];
  act: ClassAct;
  add: AddStudents;
}) => {
  const [chosen, setChosen] = useState<string | null>(null);
  const student = students.find(({ id }) => id === chosen);
  const missing = students.filter(({ proof }) => proof === null).length;
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink href={`/teach/classes/${classId}/seats`} variant={missing > 0 ? "primary" : "secondary"}>
          {words.seatCards}
        </ButtonLink>
        <ButtonLink href="/teach/classes/answer-cards">{words.answerCards}</ButtonLink>
        {missing > 0 && students.length > 0 ? (
          <p className="text-ink-soft">{words.missing(missing, students.length)}</p>
        ) : null}
      </div>
      {students.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <Table
          caption={words.title}
          rows={students}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              label: words.name,
              cell: ({ id, name }) => (
                <Link
                  href={`/teach/classes/${classId}/students/${id}`}
                  className="inline-flex min-h-8 items-center underline underline-offset-4"
                >
                  {name}
                </Link>
              ),
            },
            { key: "pseudonym", label: words.pseudonym, cell: ({ pseudonym }) => pseudonym },
            {
              key: "seat",
              label: words.seat,
              cell: ({ proof, phones }) => {
                if (proof === null) return <Badge tone="warn">{words.noCard}</Badge>;
                if (phones > 0) return words.phones(phones);
                return words.proof[proof];
              },
            },
            { key: "last", label: words.lastAnswer, cell: ({ lastAnswerAt }) => dayOrNever(lastAnswerAt) },
            { key: "practised", label: words.practised, cell: ({ practisedAt }) => dayOrNever(practisedAt) },
            {
              key: "change",
              label: words.change,
              cell: ({ id, name }) => (
                <Button
                  className="min-h-10!"
                  onClick={() => setChosen(id)}
                  aria-label={words.changeOne(name)}
                >
                  {words.change}
                </Button>
              ),
            },
          ]}
        />
      )}
      <AddForm add={add} />
      {student ? (
        <StudentSheet
          key={student.id}
          api={api}
          classId={classId}
          student={student}
          act={act}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </div>
  );
};

const AddForm = ({ add }: { add: AddStudents }) => {
  const [state, submit, busy] = useActionState(add, null);
  return (
    <form action={submit} className="grid max-w-2xl gap-4 border-t border-edge pt-5">
      <h3 className="text-xl font-bold">{words.add}</h3>
      <Said
        refusal={state && !state.ok ? state.message : null}
        notes={state?.ok ? (state.notes ?? []) : []}
      />
      <TextAreaField label={words.names} name="students" hint={words.namesHint} rows={3} spellCheck={false} />
      <RosterFile />
      <Button type="submit" busy={busy} icon={<Icon name="plus" />} className="justify-self-start">
        {words.addThem}
      </Button>
    </form>
  );
};
