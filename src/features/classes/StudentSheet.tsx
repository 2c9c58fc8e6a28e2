"use client";

import { useState } from "react";
import type { ClassStudent } from "@/contract/class";
import { classWords } from "@/messages/en/classes";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { Dialog } from "@/ui/Dialog";
import { DownloadLink } from "@/ui/DownloadLink";
import { TextField } from "@/ui/Field";
import { Said } from "./Said";
import { type ClassAct, useClassCommand } from "./useClassCommand";

const words = classWords.student;

/** One student: their name, their secrets, and the way out. */
export const StudentSheet = ({
  api,
  classId,
  student,
  act,
  onClose,
}: {
  api: string;
  classId: string;
  student: ClassStudent;
  act: ClassAct;
  onClose: () => void;
}) => {
  const { run, busy, refusal } = useClassCommand(act);
  const [name, setName] = useState(student.name);
  const [leaving, setLeaving] = useState(false);
  const studentId = student.id;
  return (
    <Dialog open onClose={onClose} title={student.name} place="side">
      <div className="grid gap-7">
        <Said refusal={refusal} />
        <form
          className="flex items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            run({ type: "rename-student", studentId, name }, onClose);
          }}
        >
          <TextField
            className="flex-1"
            label={words.name}
            value={name}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" busy={busy}>
            {classWords.save}
          </Button>
        </form>
        <section className="grid gap-3">
          <h3 className="text-lg font-bold">{words.card}</h3>
          <p className="text-ink-soft">{student.proof ? words.newCardText : words.cardText}</p>
          <ButtonLink
            href={`/teach/classes/${classId}/seats?student=${studentId}`}
            className="justify-self-start"
          >
            {student.proof ? words.newCard : words.drawCard}
          </ButtonLink>
        </section>
        {student.hasLink ? (
          <section className="grid gap-3">
            <h3 className="text-lg font-bold">{words.link}</h3>
            <p className="text-ink-soft">{words.linkText(student.name)}</p>
            <Button
              busy={busy}
              className="justify-self-start"
              onClick={() => run({ type: "revoke-practice", studentId }, onClose)}
            >
              {words.stopLink}
            </Button>
          </section>
        ) : null}
        <section className="grid gap-3">
          <h3 className="text-lg font-bold">{words.data}</h3>
          <p className="text-ink-soft">{words.dataText(student.name)}</p>
          <DownloadLink href={`${api}/classes/${classId}/students/${studentId}/export`}>
            {words.export(student.name)}
          </DownloadLink>
        </section>
        <section className="grid gap-3 border-t border-edge pt-5">
          <h3 className="text-lg font-bold">{words.remove}</h3>
          <p>{words.removeText(student.name)}</p>
          {leaving ? (
            <div className="flex flex-wrap gap-3">
              <Button onClick={() => setLeaving(false)}>{words.keep}</Button>
              <Button
                variant="danger"
                busy={busy}
                onClick={() => run({ type: "remove-student", studentId }, onClose)}
              >
                {words.erase(student.name)}
              </Button>
            </div>
          ) : (
            <Button variant="danger" className="justify-self-start" onClick={() => setLeaving(true)}>
              {words.open}
            </Button>
          )}
        </section>
      </div>
    </Dialog>
  );
};
