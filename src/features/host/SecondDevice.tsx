"use client";

import { useEffect, useRef, useState } from "react";
import type { HostDevices } from "@/contract/views";
import { hostWords } from "@/messages/en/host";
import { Button } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";

const words = hostWords.handover;

/** How long the stage says that a device has come; afterwards the sign in its head goes on saying so, ms. */
const ARRIVAL_SHOWN_MS = 20_000;

/** In the head of the stage as long as another device hosts or may come back: whether it is there, and its end in one press. */
export const SecondDeviceSign = ({
  devices: { remotes, allowed },
  onOpen,
  onEnd,
  busy,
}: {
  devices: HostDevices;
  onOpen: () => void;
  onEnd: () => void;
  busy: boolean;
}) => {
  if (allowed === 0 && remotes === 0) return null;
  const state = remotes > 0 ? words.signHere(remotes) : words.signAway;
  return (
    <span
      className={cx(
        "inline-flex shrink-0 items-stretch rounded-lg border-2",
        remotes > 0 ? "border-info bg-info-low" : "border-dashed border-edge-strong text-ink-soft",
      )}
    >
      <button
        type="button"
        onClick={onOpen}
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-lg px-2 font-semibold"
      >
        <Icon name="phone" />
        <span className="max-[56rem]:sr-only">{state}</span>
      </button>
      <button
        type="button"
        onClick={busy ? undefined : onEnd}
        aria-disabled={busy || undefined}
        aria-label={words.endSign}
        title={words.endSign}
        className="grid min-h-11 min-w-11 place-items-center border-s-2 border-inherit text-bad hover:bg-bad-low"
      >
        <Icon name="cross" />
      </button>
    </span>
  );
};

/** Said on the stage when another device has come: what it may do, and how it is put out. */
export const SecondDeviceCame = ({
  remotes,
  onEnd,
  busy,
}: {
  remotes: number;
  onEnd: () => void;
  busy: boolean;
}) => {
  const before = useRef(remotes);
  const [said, setSaid] = useState(false);
  useEffect(() => {
    const came = remotes > before.current;
    before.current = remotes;
    if (remotes === 0) return setSaid(false);
    if (!came) return;
    setSaid(true);
    const timer = setTimeout(() => setSaid(false), ARRIVAL_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [remotes]);
  return (
    <div role="status">
      {said ? (
        <Notice
          tone="info"
          title={words.here(remotes)}
          className="mx-6 mb-2 max-[40rem]:mx-3"
          action={
            <span className="flex flex-wrap gap-2">
              <Button onClick={() => setSaid(false)}>{words.mine}</Button>
              <Button variant="danger" busy={busy} onClick={onEnd}>
                {words.end}
              </Button>
            </span>
          }
        >
          {words.came}
        </Notice>
      ) : null}
    </div>
  );
};

/** On the second device itself: what its presses do, and whether the big screen is there to show it. */
export const RemoteStrip = ({ screens }: { screens: number }) => (
  <p
    role="status"
    className={cx(
      "flex shrink-0 items-center justify-center gap-2 px-3 py-1 text-center text-[0.95rem] leading-tight font-semibold",
      screens > 0 ? "bg-info-low" : "bg-warn-low text-warn",
    )}
  >
    <Icon name="phone" />
    <span>{screens > 0 ? hostWords.remote.strip : hostWords.remote.stripAlone}</span>
  </p>
);
