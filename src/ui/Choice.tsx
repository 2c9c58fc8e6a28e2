import { type ReactNode, useId } from "react";
import { cx } from "./cx";

/** One of a few, all of them in sight: radio buttons that look like cards laid side by side. */
export const Choice = <T extends string>({
  label,
  hint,
  value,
  options,
  onChange,
}: {
  label: string;
  hint?: ReactNode;
  value: T;
  options: readonly { value: T; label: string; hint?: string }[];
  onChange: (value: T) => void;
}) => {
  const name = useId();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              "flex min-h-12 flex-[1_1_9rem] cursor-pointer flex-col justify-center rounded-lg border-2 px-3 py-2",
              "has-focus-visible:outline-[0.2rem] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-focus-visible:outline-solid",
              value === option.value
                ? "border-ink bg-highlight text-highlight-ink"
                : "border-edge bg-paper hover:border-edge-strong",
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            <span className="font-semibold">{option.label}</span>
            {option.hint ? <span className="text-[0.9em] opacity-85">{option.hint}</span> : null}
          </label>
        ))}
      </div>
      {hint ? <p className="text-[0.95em] text-ink-soft">{hint}</p> : null}
    </fieldset>
  );
};
