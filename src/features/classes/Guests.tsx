"use client";

import { useState } from "react";
import type { GuestSession, PastGuest } from "@/contract/class";
import { classWords } from "@/messages/en/classes";
import { Button } from "@/ui/Button";
import { day } from "@/ui/day";
import { SelectField } from "@/ui/Field";
import { Said } from "./Said";
import { type ClassAct, useClassCommand } from "./useClassCommand";

const words = classWords.guests;

type Person = { id: string; name: string };

/** Guests of past games: each can be told to have been a student, and that can be taken back. */
export const Guests = ({
  sessions,
  students,
  act,
}: {
  sessions: readonly GuestSession[];
  students: readonly Person[];
  act: ClassAct;
}) => {
  const { run, busy, refusal } = useClassCommand(act);
  if (sessions.length === 0) return <p>{words.none}</p>;
  return (
    <div className="grid grid-cols-1 gap-6">
      <p className="text-ink-soft">{words.text}</p>
      <Said refusal={refusal} />
      {sessions.map(({ sessionId, title, playedAt, guests }) => (
        <section key={sessionId} aria-label={words.game(title, day(playedAt))} className="grid gap-2">
          <h3 className="text-lg font-bold">{words.game(title, day(playedAt))}</h3>
          <ul className="grid gap-3">
            {guests.map((guest) => (
              <li key={guest.playerId} className="paper flex flex-wrap items-end gap-x-6 gap-y-3 p-4">
                <p className="min-w-40 flex-1">
                  <span className="block font-bold wrap-anywhere">{guest.name}</span>
                  <span className="text-ink-soft">{words.right(guest.right, guest.answers)}</span>
                </p>
                {guest.mergedWith ? (
                  <>
                    <p>
                      {words.was} <strong>{guest.mergedWith.name}</strong>
                    </p>
                    <Button
                      busy={busy}
                      onClick={() => run({ type: "unmerge-guest", playerId: guest.playerId })}
                      aria-label={words.undoOne(guest.name, guest.mergedWith.name)}
                    >
                      {words.undo}
                    </Button>
                  </>
                ) : (
                  <MergeForm
                    guest={guest}
                    students={students}
                    busy={busy}
                    merge={(studentId) => run({ type: "merge-guest", playerId: guest.playerId, studentId })}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};

const MergeForm = ({
  guest,
  students,
  busy,
  merge,
}: {
  guest: PastGuest;
  students: readonly Person[];
  busy: boolean;
  merge: (studentId: string) => void;
}) => {
  const [studentId, setStudentId] = useState(guest.likely ?? "");
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        merge(studentId);
      }}
    >
      <SelectField
        label={words.guestWas(guest.name)}
        value={studentId}
        required
        onChange={(event) => setStudentId(event.target.value)}
      >
        <option value="">{words.choose}</option>
        {students.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Button type="submit" busy={busy} disabled={studentId === ""}>
        {words.merge}
      </Button>
    </form>
  );
};
