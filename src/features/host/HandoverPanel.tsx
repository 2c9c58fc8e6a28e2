"use client";

import { useEffect, useRef, useState } from "react";
import type { UseHost } from "@/client/use-live";
import { type Ack, REJECTIONS } from "@/contract/errors";
import type { HostDevices } from "@/contract/views";
import type { HandoverLink } from "@/contract/wire";
import { bareAddress, remoteAddress } from "@/features/game/address";
import { hostWords } from "@/messages/en/host";
import { Button } from "@/ui/Button";
import { secondsLeft } from "@/ui/countdown";
import { Dialog } from "@/ui/Dialog";
import { Notice } from "@/ui/Notice";
import { QrCode } from "@/ui/QrCode";

const words = hostWords.handover;
const TICK_MS = 500;

/** The link itself, as long as it is good and nobody has taken it. */
const OpenLink = ({
  link,
  joinUrl,
  serverNow,
  onOver,
}: {
  link: HandoverLink;
  joinUrl: string;
  serverNow: () => number;
  onOver: () => void;
}) => {
  const [leftMs, setLeftMs] = useState(() => link.expiresAt - serverNow());
  useEffect(() => {
    const timer = setInterval(() => {
      const left = link.expiresAt - serverNow();
      setLeftMs(left);
      if (left <= 0) onOver();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [link, serverNow, onOver]);
  return (
    <div className="grid justify-items-center gap-3">
      <QrCode
        text={remoteAddress(joinUrl, link.code)}
        label={words.qr(bareAddress(joinUrl))}
        className="size-[18rem] rounded-md"
      />
      <p role="timer" className="font-semibold tabular-nums">
        {words.goodFor(secondsLeft(leftMs))}
      </p>
    </div>
  );
};

/** Lets a second device host too: by a code that is shown only when it is asked for, because a projector shows it to all. */
export const HandoverPanel = ({
  open,
  onClose,
  joinUrl,
  devices: { remotes, allowed },
  serverNow,
  handover,
  endHandover,
}: {
  open: boolean;
  onClose: () => void;
  joinUrl: string;
  devices: HostDevices;
} & Pick<UseHost, "serverNow" | "handover" | "endHandover">) => {
  const [link, setLink] = useState<HandoverLink | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a closed sheet shows no link
  useEffect(() => setLink(null), [open]);
  const before = useRef(allowed);
  useEffect(() => {
    // A device has taken the link: the stage says so, and is to be seen.
    if (allowed > before.current && link) onClose();
    before.current = allowed;
  }, [allowed, link, onClose]);

  const ask = async (asked: Promise<Ack | Ack<HandoverLink>>) => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    setRefusal(answer.ok ? null : REJECTIONS[answer.code]);
    setLink(answer.ok && "code" in answer ? answer : null);
  };
  return (
    <Dialog open={open} onClose={onClose} title={words.title}>
      <div className="grid gap-5">
        <p>{words.text}</p>
        {remotes > 0 || allowed > 0 ? (
          <Notice
            tone="info"
            title={remotes > 0 ? words.here(remotes) : words.away(allowed)}
            action={
              <Button variant="danger" busy={busy} onClick={() => void ask(endHandover())}>
                {words.end}
              </Button>
            }
          >
            {remotes > 0 ? words.notYours : words.awayText}
          </Notice>
        ) : null}
        {refusal ? (
          <Notice tone="bad" live="assertive">
            {refusal}
          </Notice>
        ) : null}
        {link ? (
          <OpenLink link={link} joinUrl={joinUrl} serverNow={serverNow} onOver={() => setLink(null)} />
        ) : (
          <>
            <Notice tone="warn">{words.warning}</Notice>
            <Button variant="primary" busy={busy} onClick={() => void ask(handover())}>
              {words.show}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
};
