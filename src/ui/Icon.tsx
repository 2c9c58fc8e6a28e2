import { cx } from "./cx";

/** Drawn on a 24 × 24 grid with a 2.4 stroke, so that they stay readable at ten metres. */
const PATHS = {
  alert: "M12 3 22 20H2ZM12 9.5v4.5M12 17v.2",
  info: "M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19M12 11v6M12 7.3v.2",
  check: "M4 12.5 9.5 18 20 6.5",
  cross: "M5.5 5.5l13 13M18.5 5.5l-13 13",
  lock: "M5.5 11h13v9.5h-13ZM8 11V7.5a4 4 0 0 1 8 0V11",
  unlock: "M5.5 11h13v9.5h-13ZM8 11V7.5a4 4 0 0 1 7.6-1.7",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.6a3.4 3.4 0 0 1 0 6M18 14.6c2.2.8 3.5 2.8 3.5 5.4",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
  history: "M4 5v5h5M4.5 10A8.5 8.5 0 1 1 4 14M12 8v4.5l3 2",
  help: "M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19M9.2 9.2A2.8 2.8 0 1 1 13 12c-.8.4-1 .9-1 1.8M12 17v.2",
  pause: "M8 5v14M16 5v14",
  play: "M7 4.5v15L19.5 12Z",
  forward: "M4 5v14l8.5-7ZM12.5 5v14L21 12Z",
  stop: "M6 6h12v12H6Z",
  list: "M8.5 6H20M8.5 12H20M8.5 18H20M4 6v.1M4 12v.1M4 18v.1",
  exit: "M10 4H5v16h5M10 12h10.5M16.5 7.5 21 12l-4.5 4.5",
  plus: "M12 5v14M5 12h14",
  next: "M4 12h15M13 5.5 19.5 12 13 18.5",
  up: "M12 19.5V5M5.5 11.5 12 5l6.5 6.5",
  down: "M12 4.5V19M5.5 12.5 12 19l6.5-6.5",
  same: "M5 9h14M5 15h14",
  flame:
    "M12 2.5c.5 4 5.5 5.5 5.5 11a5.5 5.5 0 0 1-11 0c0-2.2 1-3.6 2.2-4.7.3 1.7 1 2.4 1.8 2.7-.6-3.5-.3-6.5 1.5-9Z",
  online: "M3 9.5a13 13 0 0 1 18 0M6.3 13.2a8 8 0 0 1 11.4 0M9.5 16.8a3.5 3.5 0 0 1 5 0M12 20v.2",
  offline: "M3 9.5a13 13 0 0 1 5-3M21 9.5a13 13 0 0 0-8-3.4M9.5 16.8a3.5 3.5 0 0 1 5 0M12 20v.2M4 3l16 17",
  phone: "M7 2.5h10v19H7ZM10.5 18.5h3",
  more: "M5 12v.1M12 12v.1M19 12v.1",
  full: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  copy: "M8.5 8.5h12v12h-12ZM15.5 8.5v-5h-12v12h5",
} as const;
export type IconName = keyof typeof PATHS;

/** A picture beside words that say the same; alone it needs a `label`. */
export const Icon = ({ name, label, className }: { name: IconName; label?: string; className?: string }) => (
  <svg
    viewBox="0 0 24 24"
    role={label ? "img" : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : true}
    fill="none"
    stroke="currentColor"
    strokeWidth="2.4"
    strokeLinecap="round"
    strokeLinejoin="round"
    className={cx("inline-block size-[1.15em] shrink-0", className)}
  >
    <path d={PATHS[name]} />
  </svg>
);
