"use client";

import type { HostSend } from "@/features/game/send";
import { commonWords } from "@/messages/en/common";
import { hostWords } from "@/messages/en/host";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";

/** The end cannot be taken back, so it is asked for twice. */
export const EndDialog = ({
  open,
  onClose,
  send,
}: {
  open: boolean;
  onClose: () => void;
  send: HostSend;
}) => (
  <Dialog
    open={open}
    onClose={onClose}
    title={hostWords.endDialog.title}
    actions={
      <>
        <Button onClick={onClose}>{commonWords.cancel}</Button>
        <Button
          variant="danger"
          onClick={() => {
            void send({ type: "end" });
            onClose();
          }}
        >
          {hostWords.endDialog.confirm}
        </Button>
      </>
    }
  >
    <p>{hostWords.endDialog.text}</p>
  </Dialog>
);
