"use client";

import { useState } from "react";
import type { Leaving } from "@/contract/account";
import { accountWords } from "@/messages/en/account";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { DownloadLink } from "@/ui/DownloadLink";
import { TextField } from "@/ui/Field";
import { AnsweredForm, type FormAction } from "./AnsweredForm";
import { PasswordField } from "./PasswordField";

const words = accountWords.ownData;

/** All that is the teacher's: to take along, and to erase. */
export const OwnData = ({ api, leaving, action }: { api: string; leaving: Leaving; action: FormAction }) => {
  const [open, setOpen] = useState(false);
  return (
    <Card className="grid gap-4">
      <h2 className="text-2xl font-bold">{words.title}</h2>
      <p>{words.text}</p>
      <DownloadLink href={`${api}/account/export`}>{words.export}</DownloadLink>
      <h3 className="mt-2 border-t border-edge pt-5 text-xl font-bold">{words.end}</h3>
      {open ? (
        <>
          <Consequences leaving={leaving} />
          {leaving.running.length > 0 ? (
            <p>
              <b>{words.running(leaving.running)}</b> {words.endFirst}
            </p>
          ) : (
            <AnsweredForm action={action} submit={words.submit} leading={false}>
              {(refused) => (
                <>
                  <TextField
                    label={words.email}
                    name="email"
                    type="email"
                    autoComplete="off"
                    error={refused?.fields?.email}
                  />
                  <PasswordField
                    label={words.password}
                    name="password"
                    wanted="current"
                    error={refused?.fields?.password}
                  />
                </>
              )}
            </AnsweredForm>
          )}
          <Button className="justify-self-start" onClick={() => setOpen(false)}>
            {words.keep}
          </Button>
        </>
      ) : (
        <Button variant="danger" className="justify-self-start" onClick={() => setOpen(true)}>
          {words.open}
        </Button>
      )}
    </Card>
  );
};

const Consequences = ({ leaving: { ending, passedOn, decks, games, last } }: { leaving: Leaving }) => (
  <ul className="grid list-disc gap-2 ps-5">
    <li>{words.erased(decks.erased, games.erased)}</li>
    {ending.map(({ id, name, students }) => (
      <li key={id}>{words.erasedClass(name, students)}</li>
    ))}
    {passedOn.map(({ id, name, heirName }) => (
      <li key={id}>{words.goesOn(name, heirName)}</li>
    ))}
    {games.passedOn + decks.passedOn > 0 ? <li>{words.goesAlong(games.passedOn, decks.passedOn)}</li> : null}
    {last ? (
      <li>
        <b>{words.last}</b> {words.lastText}
      </li>
    ) : null}
    <li>{words.backups}</li>
  </ul>
);
