import type { Clock } from "./room/ports";

/** Taken before the pages are loaded: what they put in its place asks at every call who is calling. */
const { now } = Date;

/** The time of this computer. Its timers do not keep a process alive that has nothing else to do. */
export const systemClock: Clock = {
  now,
  after(ms, call) {
    const timer = setTimeout(call, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
