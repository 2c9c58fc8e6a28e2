"use client";

import { useState, useTransition } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Notice } from "@/ui/Notice";

/** Deletes an ended game for good, after a second thought. @param remove leads away when it is done */
export const DeleteSession = ({ remove }: { remove: () => Promise<boolean> }) => {
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState(false);
  const [busy, start] = useTransition();
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Delete this game?"
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button
              variant="danger"
              busy={busy}
              onClick={() => start(async () => setRefused(!(await remove())))}
            >
              Delete for good
            </Button>
          </>
        }
      >
        <p>
          Its questions, answers and players are erased and cannot be brought back. What students of a class
          have learned from it stays in their mastery.
        </p>
        {refused ? (
          <Notice tone="bad" live="assertive">
            The game could not be deleted. It must have ended first; nothing was changed.
          </Notice>
        ) : null}
      </Dialog>
    </>
  );
};
