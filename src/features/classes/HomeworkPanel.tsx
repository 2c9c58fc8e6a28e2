"use client";

import { useState } from "react";
import type { ClassHomework } from "@/contract/class";
import { Button } from "@/ui/Button";
import { day } from "@/ui/day";
import { SelectField, TextField } from "@/ui/Field";
import { Table } from "@/ui/Table";
import { Said } from "./Said";
import { type ClassAct, useClassCommand } from "./useClassCommand";

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
        <p>
          No homework is set. Students find it on their practice page: on the phone that they play with, or by
          their secret link.
        </p>
      ) : (
        <Table
          caption="Homework"
          rows={homework}
          rowKey={({ id }) => id}
          columns={[
            { key: "deck", label: "Deck", cell: ({ title }) => title },
            { key: "due", label: "Due", cell: ({ dueAt, timeZone }) => day(dueAt, timeZone) },
            {
              key: "done",
              label: "Finished",
              numeric: true,
              cell: ({ finished }) => `${finished} of ${students}`,
            },
            { key: "begun", label: "Begun", numeric: true, cell: ({ begun }) => begun },
            {
              key: "remove",
              label: "Remove",
              cell: ({ id, title }) => (
                <Button
                  className="min-h-10!"
                  busy={busy}
                  aria-label={`Remove the homework ${title}`}
                  onClick={() => run({ type: "remove-homework", homeworkId: id })}
                >
                  Remove
                </Button>
              ),
            },
          ]}
        />
      )}
      {decks.length === 0 ? (
        <p className="text-ink-soft">You have no deck that could be set as homework.</p>
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
            label="Deck"
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
            label="Due on"
            type="date"
            required
            value={dueOn}
            onChange={(event) => setDueOn(event.target.value)}
          />
          <Button type="submit" variant="primary" busy={busy}>
            Set as homework
          </Button>
        </form>
      )}
    </div>
  );
};
