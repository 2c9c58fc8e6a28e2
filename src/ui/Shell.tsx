import Link from "next/link";
import type { ReactNode } from "react";
import { Brand } from "./Brand";
import { cx } from "./cx";

/**
 * The desk that pages stand on: brand, places to go, a slot for the account, and the page itself. `current` is the
 * `href` of the place that the page belongs to.
 */
export const Shell = ({
  brand,
  home,
  skip,
  navLabel,
  places,
  current,
  account,
  children,
}: {
  brand: string;
  home: string;
  /** The words of the link that jumps over the navigation. */
  skip: string;
  navLabel: string;
  places: readonly { href: string; label: string }[];
  current?: string;
  account?: ReactNode;
  children: ReactNode;
}) => (
  <div className="min-h-dvh">
    <a
      href="#page"
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-action focus:px-4 focus:py-3 focus:text-action-ink"
    >
      {skip}
    </a>
    <div className="valance print:hidden" aria-hidden="true" />
    <header className="mx-auto flex max-w-6xl print:hidden flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 sm:px-6">
      <Link href={home} className="text-2xl text-ink no-underline">
        <Brand name={brand} />
      </Link>
      <nav
        aria-label={navLabel}
        className="order-last flex w-full flex-wrap gap-1 sm:order-none sm:w-auto sm:flex-1"
      >
        {places.map((place) => (
          <Link
            key={place.href}
            href={place.href}
            aria-current={place.href === current ? "page" : undefined}
            className={cx(
              "inline-flex min-h-12 items-center rounded-lg px-3 font-semibold text-ink no-underline hover:bg-paper",
              place.href === current && "bg-paper shadow-[inset_0_-0.2rem_0_var(--curtain)]",
            )}
          >
            {place.label}
          </Link>
        ))}
      </nav>
      {account}
    </header>
    <main id="page" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-4 pb-16 sm:px-6">
      {children}
    </main>
  </div>
);
