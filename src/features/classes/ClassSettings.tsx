"use client";

import { useState } from "react";
import type { ClassAnswer, ClassPage } from "@/contract/class";
import { Button } from "@/ui/Button";
import { DownloadLink } from "@/ui/DownloadLink";
import { day } from "@/ui/day";
import { TextField } from "@/ui/Field";
import { Retention } from "./Retention";
import { Said } from "./Said";
import { ShownOnce } from "./ShownOnce";
import { type ClassAct, useClassCommand } from "./useClassCommand";

/** The class itself: its name, the colleagues who teach it too, putting it away, and its end. */
export const ClassSettings = ({
  api,
  now,
  page,
  teacherId,
  act,
  invite,
  remove,
}: {
  api: string;
  now: Date;
  page: ClassPage;
  teacherId: string;
  act: ClassAct;
  /** A link for one colleague, or null when too many are open. */
  invite: () => Promise<string | null>;
  remove: () => Promise<ClassAnswer>;
}) => {
  const { run, busy, refusal } = useClassCommand(act);
  const [name, setName] = useState(page.name);
  const [link, setLink] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [ending, setEnding] = useState(false);

  const makeLink = async () => {
    const made = await invite();
    setLink(made);
    setSaid(made ? null : "Five links are open already. Take one back first.");
  };

  return (
    <div className="grid max-w-2xl gap-8">
      <Said refusal={refusal ?? said} />
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          run({ type: "rename-class", name });
        }}
      >
        <TextField
          className="min-w-48 flex-1"
          label="Name of the class"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" busy={busy}>
          Save
        </Button>
      </form>

      <section className="grid gap-3">
        <h3 className="text-xl font-bold">Teachers of this class</h3>
        <ul className="grid gap-2">
          {page.teachers.map((teacher) => (
            <li key={teacher.id} className="flex min-h-12 flex-wrap items-center gap-3">
              <span className="flex-1 font-semibold">
                {teacher.name}
                {teacher.owner ? <span className="font-normal text-ink-soft"> (made this class)</span> : null}
              </span>
              {teacher.owner || !(page.own || teacher.id === teacherId) ? null : (
                <Button
                  busy={busy}
                  onClick={() => run({ type: "remove-teacher", teacherId: teacher.id })}
                  aria-label={teacher.id === teacherId ? "Leave this class" : `Show ${teacher.name} out`}
                >
                  {teacher.id === teacherId ? "Leave" : "Show out"}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {link ? (
          <ShownOnce
            label="Link for one colleague"
            text={link}
            hint="It works once, for seven days, for a teacher with an account here. It is not shown again."
          />
        ) : null}
        <Button className="justify-self-start" onClick={() => void makeLink()}>
          Make a link for a colleague
        </Button>
        {page.openLinks.map(({ id, expiresAt }) => (
          <p key={id} className="flex min-h-12 flex-wrap items-center gap-3">
            <span className="flex-1 text-ink-soft">An open link, good until {day(expiresAt)}</span>
            <Button busy={busy} onClick={() => run({ type: "withdraw-link", invitationId: id })}>
              Take it back
            </Button>
          </p>
        ))}
      </section>

      <Retention
        key={`${page.kept.days} ${page.kept.yearEndsAt}`}
        kept={page.kept}
        own={page.own}
        now={now}
        act={act}
      />

      <section className="grid gap-3">
        <h3 className="text-xl font-bold">Everything about this class</h3>
        <p>Its students, what they answered, and what is known of what they know, as one file (JSON).</p>
        <DownloadLink href={`${api}/classes/${page.id}/export`}>Export {page.name}</DownloadLink>
      </section>

      {page.own ? (
        <section className="grid gap-4 border-t border-edge pt-5">
          <h3 className="text-xl font-bold">End of the class</h3>
          <p>Put away, the class is out of sight, and everything it knows is kept.</p>
          <Button
            className="justify-self-start"
            busy={busy}
            onClick={() => run({ type: "archive-class", archived: !page.archived })}
          >
            {page.archived ? "Bring it back" : "Put it away"}
          </Button>
          <p>
            Deleted, the class and everything about its students is erased for good. Results of past games
            stay, without names.
          </p>
          {ending ? (
            <div className="flex flex-wrap gap-3">
              <Button onClick={() => setEnding(false)}>Keep it</Button>
              <Button
                variant="danger"
                onClick={async () => {
                  const answer = await remove();
                  if (!answer.ok) setSaid(answer.message);
                }}
              >
                Erase {page.name}
              </Button>
            </div>
          ) : (
            <Button variant="danger" className="justify-self-start" onClick={() => setEnding(true)}>
              Delete the class…
            </Button>
          )}
        </section>
      ) : null}
    </div>
  );
};
