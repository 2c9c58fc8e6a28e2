"use client";

import { useEffect, useState } from "react";
import { claimHost } from "@/client/claim-host";
import { REJECTIONS } from "@/contract/errors";
import { commonWords } from "@/messages/en/common";
import { hostWords } from "@/messages/en/host";
import { Brand } from "@/ui/Brand";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";

const words = hostWords.remote;
const BASE_PATH = process.env.NEXT_PUBLIC_BASE_PATH ?? "";

/** A second device at the door: one tap takes the link, so that a preview of it takes nothing. */
export const RemoteApp = () => {
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => setCode(window.location.hash.slice(1)), []);

  const take = async (link: string) => {
    setBusy(true);
    const taken = await claimHost(link, window.localStorage);
    if (taken.ok) window.location.replace(`${BASE_PATH}/host/${taken.sessionId}`);
    else {
      setBusy(false);
      setRefusal(REJECTIONS[taken.code]);
    }
  };
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-6 px-5 py-6 text-lg">
      <Brand name={commonWords.product} className="justify-self-center text-4xl" />
      <h1 className="text-center text-2xl font-extrabold">{words.title}</h1>
      <p>{words.text}</p>
      <ul className="grid list-disc gap-2 ps-5">
        <li>{words.can}</li>
        <li>{words.cannot}</li>
      </ul>
      {refusal || code === "" ? (
        <Notice tone="bad" live="assertive">
          {refusal ?? REJECTIONS["link-used"]}
        </Notice>
      ) : null}
      <Button
        variant="primary"
        size="large"
        busy={busy}
        disabled={!code || refusal !== null}
        onClick={() => code && void take(code)}
      >
        {words.take}
      </Button>
    </main>
  );
};
