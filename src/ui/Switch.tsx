import { type ReactNode, useId } from "react";
import { cx } from "./cx";

/** Something that is on or off, at once. */
export const Switch = ({
  label,
  hint,
  checked,
  onChange,
  disabled,
}: {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}) => {
  const id = useId();
  return (
    <div className="flex items-start gap-4">
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-[0.95em] text-ink-soft">
            {hint}
          </p>
        ) : null}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
        className={cx(
          "relative h-8 w-14 shrink-0 cursor-pointer appearance-none rounded-full border-2 border-edge-strong bg-paper-low",
          "before:absolute before:top-1 before:left-1 before:size-5 before:rounded-full before:bg-edge-strong before:transition-transform",
          "checked:border-good checked:bg-good checked:before:translate-x-6 checked:before:bg-paper disabled:opacity-55",
        )}
      />
    </div>
  );
};
