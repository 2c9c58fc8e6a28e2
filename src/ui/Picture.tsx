import type { ReactNode } from "react";
import type { PictureName } from "@/contract/pictures";
import { cx } from "./cx";

const RED = "#e5484d";
const ORANGE = "#f5893d";
const YELLOW = "#ffce3a";
const GREEN = "#46a758";
const BLUE = "#3e8ee0";
const PURPLE = "#9a6ad6";
const PINK = "#f08bb4";
const BROWN = "#a9713f";
const WHITE = "#ffffff";

/** Our own drawings on a square of 48: bold shapes that differ in outline too, so that they print without colour. */
const DRAWN: Record<PictureName, ReactNode> = {
  apple: (
    <>
      <path
        d="M24 15c-5-5-17-2-16 11 1 10 8 17 12 16 2-.6 6-.6 8 0 4 1 11-6 12-16 1-13-11-16-16-11Z"
        fill={RED}
      />
      <path d="M24 15c0-4 1-7 4-10" fill="none" />
      <path d="M27 10c3-5 8-5 11-4-1 4-6 6-11 4Z" fill={GREEN} />
    </>
  ),
  ball: (
    <>
      <circle cx="24" cy="24" r="18" fill={BLUE} />
      <path d="M6 24c10-8 26-8 36 0M24 6c-9 10-9 26 0 36M24 6c9 10 9 26 0 36" fill="none" />
      <circle cx="24" cy="24" r="5" fill={YELLOW} />
    </>
  ),
  bell: (
    <>
      <circle cx="24" cy="39" r="4" fill={ORANGE} />
      <path d="M24 7c9 0 12 8 12 15 0 6 2 9 5 13H7c3-4 5-7 5-13 0-7 3-15 12-15Z" fill={YELLOW} />
      <path d="M24 3v4" fill="none" />
    </>
  ),
  boat: (
    <>
      <path d="M6 31h36c-2 7-6 11-11 11H17c-5 0-9-4-11-11Z" fill={RED} />
      <path d="M23 31V5" fill="none" />
      <path d="M26 7c8 5 13 12 14 20H26Z" fill={WHITE} />
      <path d="M20 12c-6 4-10 9-11 15h11Z" fill={BLUE} />
    </>
  ),
  book: (
    <>
      <path d="M24 13C19 9 12 8 5 9v28c7-1 14 0 19 4 5-4 12-5 19-4V9c-7-1-14 0-19 4Z" fill={PURPLE} />
      <path d="M24 15c-4-3-9-4-14-4v22c5 0 10 1 14 4 4-3 9-4 14-4V11c-5 0-10 1-14 4Zm0 0v22" fill={WHITE} />
    </>
  ),
  cake: (
    <>
      <path d="M7 26h34v15H7Z" fill={PINK} />
      <path d="M7 26c0-4 3-6 6-6h22c3 0 6 2 6 6v4c-4 5-8 0-11 0s-3 4-6 4-3-4-6-4-7 5-11 0Z" fill={WHITE} />
      <path d="M24 20v-7" fill="none" />
      <path d="M24 4c3 3 4 5 3 7-1 2-5 2-6 0-1-2 0-4 3-7Z" fill={ORANGE} />
    </>
  ),
  car: (
    <>
      <path d="M4 33v-8c0-2 2-3 5-4l5-9c1-2 2-2 4-2h12c2 0 3 1 4 3l5 8c4 1 5 3 5 6v6Z" fill={GREEN} />
      <path d="M14 21l4-7h5v7Zm12-7h4l4 7h-8Z" fill={WHITE} />
      <circle cx="14" cy="34" r="5.5" fill={YELLOW} />
      <circle cx="35" cy="34" r="5.5" fill={YELLOW} />
    </>
  ),
  cat: (
    <>
      <path
        d="M9 8l9 6c4-1 8-1 12 0l9-6c1 6 1 10 1 15 0 10-7 18-16 18S8 33 8 23C8 18 8 14 9 8Z"
        fill={ORANGE}
      />
      <path d="M17 21v3M31 21v3M24 28v3c-1 3-4 4-6 2M24 31c1 3 4 4 6 2M12 29l-8-1M36 29l8-1" fill="none" />
      <path d="M21.5 27h5L24 30Z" fill={PINK} />
    </>
  ),
  cloud: (
    <path
      d="M14 38C7 38 4 33 4 29s3-8 8-8c0-7 5-12 12-12 6 0 10 4 11 9 6 0 9 4 9 10s-4 10-10 10Z"
      fill="#cfe6fa"
    />
  ),
  cup: (
    <>
      <path d="M35 20h3c6 0 6 12-2 12h-3" fill="none" />
      <path d="M8 15h28v14c0 8-6 12-14 12S8 37 8 29Z" fill={YELLOW} />
      <path d="M16 10c-3-3 2-3 0-6M25 10c-3-3 2-3 0-6" fill="none" />
    </>
  ),
  fish: (
    <>
      <path d="M32 24l12-10c-2 7-2 13 0 20Z" fill={ORANGE} />
      <path d="M4 25C9 15 17 11 24 13c6 2 9 6 11 11-2 6-5 10-11 12-7 2-15-2-20-11Z" fill={BLUE} />
      <circle cx="14" cy="22" r="2.4" fill={WHITE} />
      <path d="M23 18c3 4 3 9 0 13" fill="none" />
    </>
  ),
  flower: (
    <>
      <path d="M24 26v18M24 40c-6 0-9-3-10-7 5 0 9 2 10 7Z" fill={GREEN} />
      <circle cx="24" cy="8.5" r="5.5" fill={PINK} />
      <circle cx="33.5" cy="15" r="5.5" fill={PINK} />
      <circle cx="30" cy="26" r="5.5" fill={PINK} />
      <circle cx="18" cy="26" r="5.5" fill={PINK} />
      <circle cx="14.5" cy="15" r="5.5" fill={PINK} />
      <circle cx="24" cy="18" r="5.5" fill={YELLOW} />
    </>
  ),
  hat: (
    <>
      <path d="M13 34C11 22 12 12 14 7h20c2 5 3 15 1 27Z" fill={PURPLE} />
      <path d="M12.5 26h23v7h-23Z" fill={RED} />
      <path d="M3 35c12-3 30-3 42 0-2 6-40 6-42 0Z" fill={PURPLE} />
    </>
  ),
  heart: (
    <path
      d="M24 42C13 34 5 27 5 18 5 11 10 7 15 7c4 0 7 2 9 6 2-4 5-6 9-6 5 0 10 4 10 11 0 9-8 16-19 24Z"
      fill={PINK}
    />
  ),
  house: (
    <>
      <path d="M9 22h30v20H9Z" fill={YELLOW} />
      <path d="M24 5L4 23h40Z" fill={RED} />
      <path d="M20 42V30h8v12Z" fill={BROWN} />
    </>
  ),
  icecream: (
    <>
      <path d="M14 24h20L24 45Z" fill={ORANGE} />
      <path
        d="M10 22c0-2 2-3 3-4-1-9 4-14 11-14s12 5 11 14c1 1 3 2 3 4 0 4-4 5-7 3-2 3-5 3-7 0-2 3-5 3-7 0-3 2-7 1-7-3Z"
        fill={PINK}
      />
    </>
  ),
  key: (
    <>
      <path
        d="M22 22l20 14-3 5-5-3-2 3-4-3 2-4-12-7C9 33 3 26 4 18 6 10 15 6 21 11c5 4 4 8 1 11Z"
        fill={YELLOW}
      />
      <circle cx="13" cy="18" r="4" fill={WHITE} />
    </>
  ),
  kite: (
    <>
      <path d="M22 35c6 4-6 5 2 10" fill="none" />
      <path d="M22 4l15 14-15 18L8 18Z" fill={BLUE} />
      <path d="M22 4v32M8 18h29" fill="none" />
    </>
  ),
  leaf: (
    <>
      <path d="M8 40C4 20 14 7 42 6c0 26-12 38-30 33Z" fill={GREEN} />
      <path d="M6 44c6-14 14-22 26-29M20 25v-9M15 32h11" fill="none" />
    </>
  ),
  moon: <path d="M30 5C17 4 7 13 7 25s10 20 21 18c5-1 10-4 12-8C25 38 17 20 30 5Z" fill={YELLOW} />,
  star: <path d="M24 4l6 13 14 2-10 10 2 14-12-7-12 7 2-14L4 19l14-2Z" fill={YELLOW} />,
  sun: (
    <>
      <path d="M24 3v7M24 38v7M3 24h7M38 24h7M9 9l5 5M34 34l5 5M39 9l-5 5M14 34l-5 5" fill="none" />
      <circle cx="24" cy="24" r="10" fill={ORANGE} />
    </>
  ),
  tree: (
    <>
      <path d="M20 34h8v10h-8Z" fill={BROWN} />
      <path d="M24 3l12 14h-5l8 10h-5l6 9H8l6-9H9l8-10h-5Z" fill={GREEN} />
    </>
  ),
  umbrella: (
    <>
      <path d="M24 24v14c0 7 8 7 8 1" fill="none" />
      <path
        d="M24 7C12 7 4 15 4 26c4-4 9-4 12 0 3-4 13-4 16 0 3-4 8-4 12 0C44 15 36 7 24 7Zm0 0V3"
        fill={PURPLE}
      />
    </>
  ),
};

/** One of the pictures that prove a seat. Silent: what it shows is said beside it or by the button round it. */
export const Picture = ({ name, className }: { name: PictureName; className?: string }) => (
  <svg
    viewBox="0 0 48 48"
    aria-hidden="true"
    className={cx("block", className)}
    fill="none"
    stroke="#26221c"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {DRAWN[name]}
  </svg>
);
