import type { ComponentProps } from "react";
import { accountWords } from "@/messages/en/account";
import { TextField } from "@/ui/Field";

/** The e-mail by which a teacher signs in. */
export const EmailField = (
  field: Pick<ComponentProps<typeof TextField>, "hint" | "error" | "defaultValue">,
) => (
  <TextField
    {...field}
    label={accountWords.fields.email}
    name="email"
    type="email"
    autoComplete="username"
    required
    maxLength={254}
  />
);
