import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "./cx";

/** A link in a text or a table. */
export const TextLink = ({ className, ...link }: ComponentProps<typeof Link>) => (
  <Link {...link} className={cx("text-ink underline underline-offset-4", className)} />
);
