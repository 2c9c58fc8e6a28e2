import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "./cx";
import { Icon } from "./Icon";

type FieldText = { label: string; hint?: ReactNode; error?: string | null; className?: string };
type Wiring = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

const box = (wrong: boolean): string =>
  cx(
    "w-full min-h-12 rounded-lg border-2 bg-paper px-3 py-2 text-ink placeholder:text-ink-soft disabled:opacity-60",
    wrong ? "border-bad" : "border-edge-strong",
  );

/** A label, a control, a hint and an error, tied together for everyone who cannot see that they stand together. */
export const Field = ({
  label,
  hint,
  error,
  className,
  children,
}: FieldText & { children: (wiring: Wiring) => ReactNode }) => {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={cx("grid gap-1.5", className)}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children({
        id,
        ...(described ? { "aria-describedby": described } : {}),
        ...(error ? { "aria-invalid": true as const } : {}),
      })}
      {hint ? (
        <p id={`${id}-hint`} className="text-[0.95em] text-ink-soft">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} role="alert" className="flex items-start gap-1.5 font-semibold text-bad">
          <Icon name="alert" className="mt-[0.15em]" />
          {error}
        </p>
      ) : null}
    </div>
  );
};

export const TextField = ({
  label,
  hint,
  error,
  className,
  inputClassName,
  ...input
}: FieldText & ComponentProps<"input"> & { inputClassName?: string }) => (
  <Field label={label} hint={hint} error={error} className={className}>
    {(wiring) => <input {...wiring} {...input} className={cx(box(Boolean(error)), inputClassName)} />}
  </Field>
);

export const TextAreaField = ({
  label,
  hint,
  error,
  className,
  inputClassName,
  ...input
}: FieldText & ComponentProps<"textarea"> & { inputClassName?: string }) => (
  <Field label={label} hint={hint} error={error} className={className}>
    {(wiring) => <textarea {...wiring} {...input} className={cx(box(Boolean(error)), inputClassName)} />}
  </Field>
);

export const SelectField = ({
  label,
  hint,
  error,
  className,
  children,
  ...select
}: FieldText & ComponentProps<"select">) => (
  <Field label={label} hint={hint} error={error} className={className}>
    {(wiring) => (
      <select {...wiring} {...select} className={box(Boolean(error))}>
        {children}
      </select>
    )}
  </Field>
);
