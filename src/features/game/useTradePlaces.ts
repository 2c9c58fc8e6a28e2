"use client";

import { type RefObject, useLayoutEffect } from "react";
import type { PlaceMove } from "./placeMoves";

/** The old order stays readable for a moment before it moves. */
const LOOK_MS = 900;
const MOVE_MS = 1_100;

/**
 * Lets the children of a list, equal in height and in the order of `moves`, travel once from where they stood before
 * to where they stand. Whoever asks for less motion sees the present order at once.
 * @param key the list is new, and moves again, when this changes.
 */
export const useTradePlaces = (
  list: RefObject<HTMLElement | null>,
  moves: readonly PlaceMove[],
  key: string,
) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list moves once per key, however often its rows are made anew
  useLayoutEffect(() => {
    if (!list.current || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const rows = [...list.current.children];
    const tops = rows.map((row) => row.getBoundingClientRect().top);
    const running = moves.map(({ from, to }) => {
      const start = from === null ? null : (tops[from] ?? 0) - (tops[to] ?? 0);
      return rows[to]?.animate(
        start === null
          ? [{ opacity: 0, transform: "translateY(2rem)" }, {}]
          : [{ transform: `translateY(${start}px)` }, { transform: "none" }],
        { duration: MOVE_MS, delay: LOOK_MS, easing: "cubic-bezier(0.3, 0.1, 0.2, 1)", fill: "backwards" },
      );
    });
    return () => {
      for (const animation of running) animation?.cancel();
    };
  }, [key]);
};
