import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { Spinner } from "./Progress";

export type ButtonLook = {
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "medium" | "large";
};

/** The class names of everything that looks like a button. */
export const buttonLook = ({ variant = "secondary", size = "medium" }: ButtonLook): string =>
  cx(
    "inline-flex items-center justify-center gap-2 rounded-lg font-bold leading-tight text-center select-none",
    "transition-[transform,background-color,box-shadow] active:translate-y-px",
    "disabled:opacity-55 disabled:active:translate-y-0 aria-disabled:opacity-55",
    size === "large" ? "min-h-14 px-6 py-3 text-xl" : "min-h-12 px-4 py-2 text-base",
    variant === "primary" &&
      "bg-action text-action-ink shadow-[0_0.2rem_0_var(--edge-strong)] hover:not-disabled:brightness-115",
    variant === "secondary" &&
      "bg-paper text-ink border-2 border-edge-strong hover:not-disabled:bg-paper-low hover:not-disabled:border-ink",
    variant === "quiet" &&
      "text-ink underline-offset-4 hover:not-disabled:bg-paper-low hover:not-disabled:underline",
    variant === "danger" && "bg-paper text-bad border-2 border-bad hover:not-disabled:bg-bad-low",
  );

/** A key cap that shows which key does the same. */
const KeyCap = ({ children }: { children: string }) => (
  <kbd className="rounded border border-current px-1.5 font-text text-[0.8em] font-semibold leading-normal opacity-75">
    {children}
  </kbd>
);

type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    /** Work is under way: the button says so and takes no second press. */
    busy?: boolean;
    /** The key that does the same, as printed on it. */
    shortcut?: string;
    icon?: ReactNode;
  };

const ignore = (event: { preventDefault: () => void }) => event.preventDefault();

/** Every button of the house. */
export const Button = ({
  variant,
  size,
  busy = false,
  shortcut,
  icon,
  className,
  children,
  disabled,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) => (
  <button
    type={type}
    disabled={disabled}
    // Not `disabled` while busy: a disabled button lets go of the focus, and the keyboard would start again at the top.
    aria-disabled={busy || undefined}
    aria-busy={busy || undefined}
    onClick={busy ? ignore : onClick}
    aria-keyshortcuts={shortcut}
    className={cx(buttonLook({ variant, size }), className)}
    {...rest}
  >
    {busy ? <Spinner /> : icon}
    {children}
    {shortcut ? (
      <span aria-hidden="true">
        <KeyCap>{shortcut}</KeyCap>
      </span>
    ) : null}
  </button>
);
