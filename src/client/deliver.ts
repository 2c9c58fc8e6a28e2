import type { Ack, RejectionCode } from "@/contract/errors";

/**
 * Refusals that pass: the same command is sent again after so long, ms. A phone reckons the moment of opening to within
 * half a round-trip, so a quick tap can be there before it.
 */
const PASSING: ReadonlyMap<RejectionCode, number> = new Map([
  ["try-again", 700],
  ["too-fast", 700],
  ["too-early", 150],
]);
/** Acknowledgements missed in a row after which the link counts as dead although nobody has said so. */
const MISSED_MAX = 2;

/** What it takes to get one command across. */
export type Way<T> = {
  /** Resolves with null when the link is up, or with the reason why it will not be. */
  ready: () => Promise<RejectionCode | null>;
  /** Sends once; rejects when no acknowledgement came in time. */
  transmit: () => Promise<Ack<T>>;
  /** The link looks up and answers nothing: a half-open connection. Make a new one. */
  suspect: () => void;
};

/**
 * Sends a command until it is acknowledged, over as many connections as that takes. The command keeps its id, so that
 * the server answers a repetition with the first acknowledgement and does nothing twice.
 */
export async function deliver<T>(way: Way<T>): Promise<Ack<T>> {
  let missed = 0;
  for (;;) {
    const never = await way.ready();
    if (never) return { ok: false, code: never };
    try {
      const answer = await way.transmit();
      const pause = answer.ok ? undefined : PASSING.get(answer.code);
      if (pause === undefined) return answer;
      missed = 0;
      await new Promise((resolve) => setTimeout(resolve, pause));
    } catch {
      missed += 1;
      if (missed % MISSED_MAX === 0) way.suspect();
    }
  }
}
