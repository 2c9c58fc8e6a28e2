import { ButtonLink } from "./ButtonLink";
import { cx } from "./cx";

/** Where one is among the pages of a long list (1-based), and the way to its neighbours. Nothing for a single page. */
export const Pages = ({
  page,
  pages,
  path,
  back = "Earlier",
  forth = "Later",
  label = "Pages",
  detail = "",
  className,
}: {
  page: number;
  pages: number;
  path: (page: number) => string;
  /** What the pages before and behind this one hold. */
  back?: string;
  forth?: string;
  /** Names the links, where they stand more than once. */
  label?: string;
  /** Said behind "Page 1 of 2". */
  detail?: string;
  className?: string;
}) =>
  pages > 1 ? (
    <nav aria-label={label} className={cx("flex items-center justify-end gap-3", className)}>
      {page > 1 ? <ButtonLink href={path(page - 1)}>{back}</ButtonLink> : null}
      <span className="tabular-nums">
        Page {page} of {pages}
        {detail}
      </span>
      {page < pages ? <ButtonLink href={path(page + 1)}>{forth}</ButtonLink> : null}
    </nav>
  ) : null;
