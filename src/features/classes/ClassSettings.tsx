"use client";

import { useState } from "react";
import type { ClassAnswer, ClassPage } from "@/contract/class";
import { classWords } from "@/messages/en/classes";
import { Button } from "@/ui/Button";
import { DownloadLink } from "@/ui/DownloadLink";
import { day } from "@/ui/day";
import { TextField } from "@/ui/Field";
import { Retention } from "./Retention";
import { Said } from "./Said";
import { ShownOnce } from "./ShownOnce";
import { type ClassAct, useClassCommand } from "./useClassCommand";

const words = classWords.settings;

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
    setSaid(made ? null : words.tooManyLinks);
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
          label={words.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" busy={busy}>
          {classWords.save}
        </Button>
      </form>

      <section className="grid gap-3">
        <h3 className="text-xl font-bold">{words.teachers}</h3>
        <ul className="grid gap-2">
          {page.teachers.map((teacher) => (
            <li key={teacher.id} className="flex min-h-12 flex-wrap items-center gap-3">
              <span className="flex-1 font-semibold">
                {teacher.name}
                {teacher.owner ? <span className="font-normal text-ink-soft"> {words.owner}</span> : null}
              </span>
              {teacher.owner || !(page.own || teacher.id === teacherId) ? null : (
                <Button
                  busy={busy}
                  onClick={() => run({ type: "remove-teacher", teacherId: teacher.id })}
                  aria-label={teacher.id === teacherId ? words.leaveLabel : words.showOutOne(teacher.name)}
                >
                  {teacher.id === teacherId ? words.leave : words.showOut}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {link ? <ShownOnce label={words.link} text={link} hint={words.linkHint} /> : null}
        <Button className="justify-self-start" onClick={() => void makeLink()}>
          {words.makeLink}
        </Button>
        {page.openLinks.map(({ id, expiresAt }) => (
          <p key={id} className="flex min-h-12 flex-wrap items-center gap-3">
            <span className="flex-1 text-ink-soft">{words.openLink(day(expiresAt))}</span>
            <Button busy={busy} onClick={() => run({ type: "withdraw-link", invitationId: id })}>
              {words.takeBack}
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
        <h3 className="text-xl font-bold">{words.everything}</h3>
        <p>{words.everythingText}</p>
        <DownloadLink href={`${api}/classes/${page.id}/export`}>{words.export(page.name)}</DownloadLink>
      </section>

      {page.own ? (
        <section className="grid gap-4 border-t border-edge pt-5">
          <h3 className="text-xl font-bold">{words.end}</h3>
          <p>{words.awayText}</p>
          <Button
            className="justify-self-start"
            busy={busy}
            onClick={() => run({ type: "archive-class", archived: !page.archived })}
          >
            {page.archived ? words.bringBack : words.putAway}
          </Button>
          <p>{words.deleteText}</p>
          {ending ? (
            <div className="flex flex-wrap gap-3">
              <Button onClick={() => setEnding(false)}>{words.keep}</Button>
              <Button
                variant="danger"
                onClick={async () => {
                  const answer = await remove();
                  if (!answer.ok) setSaid(answer.message);
                }}
              >
                {words.erase(page.name)}
              </Button>
            </div>
          ) : (
            <Button variant="danger" className="justify-self-start" onClick={() => setEnding(true)}>
              {words.delete}
            </Button>
          )}
        </section>
      ) : null}
    </div>
  );
};
