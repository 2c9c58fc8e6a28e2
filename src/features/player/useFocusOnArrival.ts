"use client";

import { useEffect, useRef } from "react";

/** A ref for the heading of a screen: it takes the focus when the screen appears, so that a screen reader starts there. */
export const useFocusOnArrival = <E extends HTMLElement>() => {
  const heading = useRef<E>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return heading;
};
