"use client";

import { useSyncExternalStore } from "react";

/** A phone, a tablet held upright, or a window as small: the stage needs the room that a row of tools would take. */
const COMPACT = "(max-width: 56rem), (max-height: 30rem)";

const subscribe = (changed: () => void) => {
  const query = window.matchMedia(COMPACT);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
};

/** Whether the host's screen is too small for the tools to stand beside the controls. */
export const useCompact = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(COMPACT).matches,
    () => false,
  );
