"use client";

import { useTransition } from "react";
import { accountWords } from "@/messages/en/account";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { LocalTime } from "@/ui/LocalTime";
import { browserName } from "./browser-name";

const words = accountWords.browsers;

/** Where this teacher is signed in, and the way to end it from here. */
export const Browsers = ({
  logins,
  current,
  end,
  endOthers,
}: {
  logins: readonly { id: string; userAgent: string | null; createdAt: Date }[];
  /** The login of this very browser. */
  current: string;
  end: (id: string) => Promise<void>;
  endOthers: () => Promise<void>;
}) => {
  const [busy, start] = useTransition();
  return (
    <Card>
      <h2 className="mb-4 text-2xl font-bold">{words.title}</h2>
      <ul className="grid gap-1">
        {logins.map((login) => (
          <li
            key={login.id}
            className="flex min-h-14 items-center justify-between gap-4 border-edge border-b py-1 last:border-0"
          >
            <span>
              <span className="font-semibold">{browserName(login.userAgent)}</span>
              <span className="block text-[0.95em] text-ink-soft">
                {words.since} <LocalTime date={login.createdAt} />
              </span>
            </span>
            {login.id === current ? (
              <Badge tone="good">{words.this}</Badge>
            ) : (
              <Button disabled={busy} onClick={() => start(() => end(login.id))}>
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {logins.length > 2 ? (
        <Button className="mt-4" busy={busy} onClick={() => start(() => endOthers())}>
          {words.endOthers}
        </Button>
      ) : null}
    </Card>
  );
};
