import Link from "next/link";
import type { ReactNode } from "react";

/** One number of a page, what it counts, and the way to what stands behind it. */
export const Figure = ({
  value,
  label,
  href,
  detail,
}: {
  value: ReactNode;
  label: string;
  href: string;
  detail?: string;
}) => (
  <Link
    href={href}
    className="paper block min-w-40 flex-1 px-5 py-4 text-ink no-underline hover:border-edge-strong hover:bg-paper-low"
  >
    <span className="block font-display text-4xl font-extrabold tabular-nums">{value}</span>
    <span className="block underline decoration-dotted underline-offset-4">{label}</span>
    {detail ? <span className="block text-[0.95em] text-ink-soft">{detail}</span> : null}
  </Link>
);
