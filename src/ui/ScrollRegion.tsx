import type { ReactNode } from "react";
import { cx } from "./cx";

/**
 * A part of the page that scrolls by itself. It has a name and takes focus, so that the arrow keys reach all of it.
 * `relative`: words for who listens are placed absolutely, and would else stick out of the page.
 */
export const ScrollRegion = ({
  label,
  className,
  children,
}: {
  label: string;
  className: string;
  children: ReactNode;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a mouse
  <section aria-label={label} tabIndex={0} className={cx(className, "relative print:overflow-visible")}>
    {children}
  </section>
);
