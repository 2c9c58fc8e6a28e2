"use client";

import { useEffect, useRef, useState } from "react";
import { type Countdown, countdown, remaining, type Timing } from "./countdown";

/** Fine enough for a bar that glides between its ticks, coarse enough for an old phone. */
const TICK_MS = 200;

/**
 * A countdown that follows the server's clock.
 * @param key what is being timed; a new key starts a new full bar.
 * @returns where it stands, the time left (ms, null without a timer), its share of the longest time seen (0–1), and
 * the server time (ms) that all this is reckoned from.
 */
export const useCountdown = (
  key: string,
  timing: Timing,
  serverNow: () => number,
): { at: Countdown; leftMs: number | null; share: number | null; now: number } => {
  const [now, setNow] = useState(serverNow);
  const clock = useRef(serverNow);
  clock.current = serverNow;
  useEffect(() => {
    const tick = () => setNow(clock.current());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, []);

  const at = countdown(timing, now);
  const leftMs = remaining(timing, at);
  // A pause moves the deadline and added time prolongs it: the bar is measured against the longest time seen.
  const full = useRef<{ key: string; ms: number } | null>(null);
  if (leftMs !== null) {
    if (full.current?.key !== key)
      full.current = { key, ms: timing.deadline === null ? leftMs : timing.deadline - timing.opensAt };
    full.current.ms = Math.max(full.current.ms, leftMs);
  }
  return { at, leftMs, share: leftMs === null || !full.current?.ms ? null : leftMs / full.current.ms, now };
};
