import type { ComponentProps } from "react";
import { accountWords } from "@/messages/en/account";
import { TextField } from "@/ui/Field";

type Props = Pick<ComponentProps<typeof TextField>, "label" | "error"> & {
  name: string;
  /** A new password, with what it must be like, or the one that is known. */
  wanted: "new" | "current";
};

/** A password, named to the browser so that it fills in the right one. */
export const PasswordField = ({ wanted, ...field }: Props) => (
  <TextField
    {...field}
    type="password"
    autoComplete={`${wanted}-password`}
    required
    maxLength={128}
    hint={wanted === "new" ? accountWords.fields.passwordHint : undefined}
  />
);
