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

type FieldProps<Control extends "input" | "textarea" | "select"> = FieldText & ComponentProps<Control>;

/** Parts what the field says from what its control does. */
const parted = <Props extends FieldText>({ label, hint, error, className, ...control }: Props) => ({
  text: { label, hint, error, className },
  look: box(Boolean(error)),
  control,
});

/** A line to type. */
export const TextField = ({
  inputClassName,
  ...props
}: FieldProps<"input"> & { inputClassName?: string }) => {
  const { text, look, control } = parted(props);
  return (
    <Field {...text}>
      {(wiring) => <input {...wiring} {...control} className={cx(look, inputClassName)} />}
    </Field>
  );
};

/** Several lines to type. */
export const TextAreaField = ({
  inputClassName,
  ...props
}: FieldProps<"textarea"> & { inputClassName?: string }) => {
  const { text, look, control } = parted(props);
  return (
    <Field {...text}>
      {(wiring) => <textarea {...wiring} {...control} className={cx(look, inputClassName)} />}
    </Field>
  );
};

/** One of several, chosen from a list; the options are its children. */
export const SelectField = (props: FieldProps<"select">) => {
  const { text, look, control } = parted(props);
  return <Field {...text}>{(wiring) => <select {...wiring} {...control} className={look} />}</Field>;
};
