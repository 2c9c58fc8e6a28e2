"use client";

import { useState } from "react";
import type { ClassHomework } from "@/contract/class";
import { classWords } from "@/messages/en/classes";
import { Button } from "@/ui/Button";
import { day } from "@/ui/day";
import { SelectField, TextField } from "@/ui/Field";
import { Table } from "@/ui/Table";
import { Said } from "./Said";
import { type ClassAct, useClassCommand } from "./useClassCommand";

const words = classWords.homework;

/** Decks that the class works through by a day, each student at their own pace. */
export const HomeworkPanel = ({
  homework,
  students,
  decks,
  act,
}: {
  homework: readonly ClassHomework[];
  students: number;
  decks: readonly { id: string; title: string }[];
  act: ClassAct;
}) => {
  const { run, busy, refusal } = useClassCommand(act);
  const [deckId, setDeckId] = useState(decks[0]?.id ?? "");
  const [dueOn, setDueOn] = useState("");
  return (
    <div className="grid grid-cols-1 gap-6">
      <Said refusal={refusal} />
      {homework.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          caption={words.title}
          rows={homework}
          rowKey={({ id }) => id}
          columns={[
            { key: "deck", label: words.deck, cell: ({ title }) => title },
            { key: "due", label: words.due, cell: ({ dueAt, timeZone }) => day(dueAt, timeZone) },
            {
              key: "done",
              label: words.finished,
              numeric: true,
              cell: ({ finished }) => words.finishedOf(finished, students),
            },
            { key: "begun", label: words.begun, numeric: true, cell: ({ begun }) => begun },
            {
              key: "remove",
              label: words.remove,
              cell: ({ id, title }) => (
                <Button
                  className="min-h-10!"
                  busy={busy}
                  aria-label={words.removeOne(title)}
                  onClick={() => run({ type: "remove-homework", homeworkId: id })}
                >
                  {words.remove}
                </Button>
              ),
            },
          ]}
        />
      )}
      {decks.length === 0 ? (
        <p className="text-ink-soft">{words.noDecks}</p>
      ) : (
        <form
          className="flex flex-wrap items-end gap-4 border-t border-edge pt-5"
          onSubmit={(event) => {
            event.preventDefault();
            run({
              type: "set-homework",
              deckId,
              dueOn,
              timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
            });
          }}
        >
          <SelectField
            label={words.deck}
            className="min-w-48 flex-1"
            value={deckId}
            onChange={(event) => setDeckId(event.target.value)}
          >
            {decks.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </SelectField>
          <TextField
            label={words.dueOn}
            type="date"
            required
            value={dueOn}
            onChange={(event) => setDueOn(event.target.value)}
          />
          <Button type="submit" variant="primary" busy={busy}>
            {words.set}
          </Button>
        </form>
      )}
    </div>
  );
};
