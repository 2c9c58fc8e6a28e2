import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonLook } from "./Button";
import { cx } from "./cx";

/** A place to go that looks like a thing to press. In a file of its own: a phone's pages do without the router. */
export const ButtonLink = ({
  variant,
  size,
  className,
  ...rest
}: ComponentProps<typeof Link> & ButtonLook) => (
  <Link className={cx(buttonLook({ variant, size }), "no-underline", className)} {...rest} />
);
