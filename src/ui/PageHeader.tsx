import Link from "next/link";
import type { ReactNode } from "react";

/** The head of a page: where it hangs, what it is, and what can be done with it. */
export const PageHeader = ({
  title,
  back,
  detail,
  actions,
}: {
  title: string;
  /** The page above this one. */
  back?: { href: string; label: string };
  detail?: ReactNode;
  actions?: ReactNode;
}) => (
  <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
    <div className="min-w-0">
      {back ? (
        <Link
          href={back.href}
          className="inline-flex min-h-8 items-center text-ink-soft underline underline-offset-4 print:hidden"
        >
          {back.label}
        </Link>
      ) : null}
      <h1 className="text-4xl font-extrabold wrap-anywhere">{title}</h1>
      {detail ? <div className="mt-1 text-lg text-ink-soft">{detail}</div> : null}
    </div>
    {actions ? <div className="flex flex-wrap gap-3 print:hidden">{actions}</div> : null}
  </header>
);
