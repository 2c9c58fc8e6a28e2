"use client";

import { useState } from "react";
import type { ClassStudent } from "@/contract/class";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { Dialog } from "@/ui/Dialog";
import { DownloadLink } from "@/ui/DownloadLink";
import { TextField } from "@/ui/Field";
import { Said } from "./Said";
import { type ClassAct, useClassCommand } from "./useClassCommand";

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
            label="Name"
            value={name}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" busy={busy}>
            Save
          </Button>
        </form>
        <section className="grid gap-3">
          <h3 className="text-lg font-bold">Seat card</h3>
          <p className="text-ink-soft">
            {student.proof
              ? "A new card replaces the old one, and phones that were let in by it must prove themselves again."
              : "With the two words or four pictures on a card this student takes their seat in your games."}
          </p>
          <ButtonLink
            href={`/teach/classes/${classId}/seats?student=${studentId}`}
            className="justify-self-start"
          >
            {student.proof ? "Draw a new card" : "Draw a card"}
          </ButtonLink>
        </section>
        {student.hasLink ? (
          <section className="grid gap-3">
            <h3 className="text-lg font-bold">Practice link</h3>
            <p className="text-ink-soft">Whoever has the link can practise as {student.name}.</p>
            <Button
              busy={busy}
              className="justify-self-start"
              onClick={() => run({ type: "revoke-practice", studentId }, onClose)}
            >
              Stop the link
            </Button>
          </section>
        ) : null}
        <section className="grid gap-3">
          <h3 className="text-lg font-bold">Their data</h3>
          <p className="text-ink-soft">Everything that is kept about {student.name}, as one file (JSON).</p>
          <DownloadLink href={`${api}/classes/${classId}/students/${studentId}/export`}>
            Export {student.name}
          </DownloadLink>
        </section>
        <section className="grid gap-3 border-t border-edge pt-5">
          <h3 className="text-lg font-bold">Remove from the class</h3>
          <p>
            Everything that Deckdash knows about {student.name} is erased for good: answers, memory, words,
            phones, link, and the name in past games.
          </p>
          {leaving ? (
            <div className="flex flex-wrap gap-3">
              <Button onClick={() => setLeaving(false)}>Keep</Button>
              <Button
                variant="danger"
                busy={busy}
                onClick={() => run({ type: "remove-student", studentId }, onClose)}
              >
                Erase {student.name}
              </Button>
            </div>
          ) : (
            <Button variant="danger" className="justify-self-start" onClick={() => setLeaving(true)}>
              Remove…
            </Button>
          )}
        </section>
      </div>
    </Dialog>
  );
};
