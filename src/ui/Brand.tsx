import { cx } from "./cx";

/** Two cards, the front one just dealt. */
const BrandMark = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className={cx("inline-block size-[1.3em]", className)}>
    <rect x="4" y="8" width="19" height="15" rx="2.5" transform="rotate(-14 13 16)" fill="var(--curtain)" />
    <rect
      x="8.5"
      y="9.5"
      width="20"
      height="15.5"
      rx="2.5"
      transform="rotate(7 18 17)"
      fill="var(--paper)"
      stroke="currentColor"
      strokeWidth="2.2"
    />
    <path d="M11.6 14.2l15.2 1.9" stroke="var(--rule-red)" strokeWidth="1.8" />
  </svg>
);

/** The mark and the name. */
export const Brand = ({ name, className }: { name: string; className?: string }) => (
  <span
    className={cx("inline-flex items-center gap-2 font-display font-extrabold tracking-tight", className)}
  >
    <BrandMark />
    {name}
  </span>
);
