"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { findSought } from "./sought-text";

const PIECES = "li, p, td, th, h3, h4, pre";
/** A piece that is nearly the whole text needs no mark: there is nothing beside it. */
const WHOLE = 0.8;

/** The nearest element around that scrolls by itself, if any. */
const scrollerOf = (element: HTMLElement): HTMLElement | null => {
  for (let around = element.parentElement; around && around !== document.body; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  return null;
};

/**
 * Marks the smallest piece of its content that contains a text, and brings it into sight where the content scrolls by
 * itself. Content that is fetched later is searched when it comes.
 */
export const Sought = ({ text, children }: { text: string; children: ReactNode }) => {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = ref.current;
    if (!root) return;
    const mark = () => {
      const pieces = [...root.querySelectorAll<HTMLElement>(PIECES)];
      const at = findSought(
        pieces.map((piece) => piece.textContent ?? ""),
        text,
      );
      const piece = at === null ? undefined : pieces[at];
      const length = (root.textContent ?? "").length;
      if (!piece || (piece.textContent ?? "").length > WHOLE * length) return;
      piece.dataset.sought = "";
      const scroller = scrollerOf(root);
      if (!scroller) return;
      const [inner, outer] = [piece.getBoundingClientRect(), scroller.getBoundingClientRect()];
      if (inner.bottom > outer.bottom) scroller.scrollTop += inner.top - outer.top - outer.height / 3;
    };
    mark();
    const watch = new MutationObserver(mark);
    watch.observe(root, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [text]);
  return <div ref={ref}>{children}</div>;
};
