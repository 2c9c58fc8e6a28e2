"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { commonWords } from "@/messages/en/common";
import { cx } from "./cx";
import { Icon } from "./Icon";

/**
 * A question or a sheet on top of the page. The browser's own dialog keeps the focus inside, gives it back
 * afterwards, and closes on Escape.
 * @param place "middle" for a question; "side" for a sheet that is worked in while the page is in sight.
 */
export const Dialog = ({
  open,
  onClose,
  title,
  place = "middle",
  children,
  actions,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  place?: "middle" | "side";
  children: ReactNode;
  /** The buttons at the foot, the one that does it last. */
  actions?: ReactNode;
}) => {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does for the keyboard what a press beside the sheet does
    <dialog
      ref={ref}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
      className={cx(
        "bg-transparent text-ink backdrop:bg-[#0c0b16]/55",
        place === "middle"
          ? "m-auto max-h-[92dvh] w-[min(38rem,94vw)]"
          : "my-0 mr-0 ml-auto h-dvh max-h-dvh w-[min(36rem,100vw)] max-w-none",
      )}
    >
      {open ? (
        <div
          className={cx(
            "flex flex-col border-edge bg-paper shadow-lift",
            place === "middle" ? "max-h-[92dvh] rounded-card border" : "h-dvh border-s",
          )}
        >
          <header className="flex items-center justify-between gap-4 border-b-2 border-[color:var(--rule-red)] px-5 py-3">
            <h2 id={id} className="text-2xl font-bold">
              {title}
            </h2>
            <button
              type="button"
              onClick={onClose}
              aria-label={commonWords.close}
              className="grid size-12 place-items-center rounded-lg text-xl hover:bg-paper-low"
            >
              <Icon name="cross" />
            </button>
          </header>
          <div className="relative min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {actions ? (
            <footer className="flex flex-wrap justify-end gap-3 border-t border-edge px-5 py-4">
              {actions}
            </footer>
          ) : null}
        </div>
      ) : null}
    </dialog>
  );
};
