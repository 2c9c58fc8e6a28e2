"use client";

import { useState } from "react";
import type { Leaving } from "@/contract/account";
import { counted } from "@/messages/counted";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { DownloadLink } from "@/ui/DownloadLink";
import { TextField } from "@/ui/Field";
import { AnsweredForm, type FormAction } from "./AnsweredForm";
import { PasswordField } from "./PasswordField";

/** All that is the teacher's: to take along, and to erase. */
export const OwnData = ({ api, leaving, action }: { api: string; leaving: Leaving; action: FormAction }) => {
  const [open, setOpen] = useState(false);
  return (
    <Card className="grid gap-4">
      <h2 className="text-2xl font-bold">Your data</h2>
      <p>
        Every deck, class and game of yours with everything in it, as files that other programs read (JSON in
        a zip).
      </p>
      <DownloadLink href={`${api}/account/export`}>Export everything</DownloadLink>
      <h3 className="mt-2 border-t border-edge pt-5 text-xl font-bold">End of the account</h3>
      {open ? (
        <>
          <Consequences leaving={leaving} />
          {leaving.running.length > 0 ? (
            <p>
              <b>A game is running ({leaving.running.join(", ")}).</b> End it first.
            </p>
          ) : (
            <AnsweredForm action={action} submit="Erase my account and everything" leading={false}>
              {(refused) => (
                <>
                  <TextField
                    label="Your e-mail address, once more"
                    name="email"
                    type="email"
                    autoComplete="off"
                    error={refused?.fields?.email}
                  />
                  <PasswordField
                    label="Your password"
                    name="password"
                    wanted="current"
                    error={refused?.fields?.password}
                  />
                </>
              )}
            </AnsweredForm>
          )}
          <Button className="justify-self-start" onClick={() => setOpen(false)}>
            Keep my account
          </Button>
        </>
      ) : (
        <Button variant="danger" className="justify-self-start" onClick={() => setOpen(true)}>
          Delete my account and everything…
        </Button>
      )}
    </Card>
  );
};

const Consequences = ({ leaving: { ending, passedOn, decks, games, last } }: { leaving: Leaving }) => (
  <ul className="grid list-disc gap-2 ps-5">
    <li>
      Erased for good: your name, e-mail and sign-ins, {counted(decks.erased, "deck")} and{" "}
      {counted(games.erased, "game")} with every answer.
    </li>
    {ending.map(({ id, name, students }) => (
      <li key={id}>
        Erased for good: the class {name} with {counted(students, "student")}, because nobody else teaches it.
      </li>
    ))}
    {passedOn.map(({ id, name, heirName }) => (
      <li key={id}>
        The class {name} goes on with {heirName}, who teaches it too.
      </li>
    ))}
    {games.passedOn + decks.passedOn > 0 ? (
      <li>
        With these classes go {counted(games.passedOn, "game")} played in them and{" "}
        {counted(decks.passedOn, "deck")} that they have met, without your name.
      </li>
    ) : null}
    {last ? (
      <li>
        <b>You are the only teacher here.</b> Afterwards Deckdash is empty, and whoever opens it first makes
        it theirs.
      </li>
    ) : null}
    <li>Backups that were made before keep what was in them: whoever runs this server can delete those.</li>
  </ul>
);
