import type { ReactNode } from "react";
import { buttonLook } from "./Button";
import { cx } from "./cx";

/** A file to save that looks like a thing to press. A plain link: a page's router must not open it. */
export const DownloadLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <a href={href} download className={cx(buttonLook({}), "justify-self-start no-underline")}>
    {children}
  </a>
);
