"use client";

import { useState, useTransition } from "react";
import { Button } from "@/ui/Button";

/** Makes, shows once and takes back the secret link to a student's report. */
export const ShareReport = ({
  shared,
  share,
  revoke,
}: {
  shared: boolean;
  share: () => Promise<string | null>;
  revoke: () => Promise<boolean>;
}) => {
  const [link, setLink] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [busy, start] = useTransition();
  return (
    <section aria-label="Link for the student" className="paper grid gap-3 p-5 print:hidden">
      <p>
        {shared
          ? "There is a secret link to this report. Whoever has it can read the report, without signing in."
          : "A secret link lets the student read this report without signing in. You can take it back at any time."}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button
          busy={busy}
          onClick={() =>
            start(async () => {
              const path = await share();
              setLink(path && new URL(path, window.location.href).href);
              setSaid(path ? "Copy it now: it is shown this once." : "This student is not there any more.");
            })
          }
        >
          {shared ? "New link (the old one stops working)" : "Make a link"}
        </Button>
        {shared ? (
          <Button
            variant="danger"
            busy={busy}
            onClick={() =>
              start(async () => {
                await revoke();
                setLink(null);
                setSaid("The link leads nowhere now.");
              })
            }
          >
            Take the link back
          </Button>
        ) : null}
      </div>
      <p role="status">{said}</p>
      {link ? <code className="rounded bg-paper-low p-3 break-all">{link}</code> : null}
    </section>
  );
};
