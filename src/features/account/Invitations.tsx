"use client";

import { useState, useTransition } from "react";
import { accountWords } from "@/messages/en/account";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { CopyButton } from "@/ui/CopyButton";
import { TextField } from "@/ui/Field";
import { LocalTime } from "@/ui/LocalTime";
import { Notice } from "@/ui/Notice";

const words = accountWords.invitations;

type Invite = () => Promise<{ ok: true; path: string } | { ok: false; message: string }>;

/** Links by which another teacher comes in. @param house the address that others reach this house by */
export const Invitations = ({
  open,
  house,
  invite,
  withdraw,
}: {
  open: readonly { id: string; createdAt: Date; expiresAt: Date }[];
  house: string;
  invite: Invite;
  withdraw: (id: string) => Promise<void>;
}) => {
  const [busy, start] = useTransition();
  const [link, setLink] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const make = () =>
    start(async () => {
      const answer = await invite();
      setRefusal(answer.ok ? null : answer.message);
      setLink(answer.ok ? `${house}${answer.path}` : null);
    });
  return (
    <Card>
      <h2 className="mb-2 text-2xl font-bold">{words.title}</h2>
      <p className="mb-4 text-ink-soft">{words.text}</p>
      <div className="grid gap-4">
        {refusal ? (
          <Notice tone="bad" live="assertive">
            {refusal}
          </Notice>
        ) : null}
        {link ? (
          <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end">
            <TextField label={words.link} readOnly value={link} onFocus={(event) => event.target.select()} />
            <CopyButton text={link} />
            <p className="text-ink-soft sm:col-span-2" role="status">
              {words.once}
            </p>
          </div>
        ) : null}
        <Button className="justify-self-start" busy={busy} onClick={make}>
          {words.make}
        </Button>
        {open.length > 0 ? (
          <ul aria-label={words.open} className="grid">
            {open.map((item) => (
              <li
                key={item.id}
                className="flex min-h-14 items-center justify-between gap-4 border-edge border-t py-1"
              >
                <span>
                  {words.made} <LocalTime date={item.createdAt} />
                  <span className="block text-[0.95em] text-ink-soft">
                    {words.worksUntil} <LocalTime date={item.expiresAt} style="day" />
                  </span>
                </span>
                <Button disabled={busy} onClick={() => start(() => withdraw(item.id))}>
                  {words.withdraw}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Card>
  );
};
