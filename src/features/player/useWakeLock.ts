"use client";

import { useEffect } from "react";

/**
 * Keeps the screen awake while `on`. The browser lets go when the page is hidden, so it is asked again on return.
 * Phones grant this only over https; elsewhere the page stays as it is, and a phone that slept finds its seat again.
 */
export const useWakeLock = (on: boolean) => {
  useEffect(() => {
    if (!on || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let wanted = true;
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        lock = await navigator.wakeLock.request("screen");
        if (!wanted) await lock.release();
      } catch {
        // Refused on a low battery: the game goes on without it.
      }
    };
    void ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      wanted = false;
      document.removeEventListener("visibilitychange", ask);
      void lock?.release();
    };
  }, [on]);
};
