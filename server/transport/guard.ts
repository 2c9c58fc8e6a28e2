import type { Socket } from "socket.io";
import type { z } from "zod";
import type { Ack, RejectionCode } from "@/contract/errors";
import type { RoomLogger } from "../room/ports";
import { Budget, type Rate } from "./budget";

/** One kind of message that a namespace takes, with everything that bounds it. */
export type Listener = {
  /** Largest payload, bytes of its JSON. */
  maxBytes: number;
  rate: Rate;
  /** Parses the payload and acts; `MALFORMED` when the payload does not parse. */
  handle: (payload: unknown, answer: Answer) => unknown;
};

const MALFORMED = Symbol("malformed");

/** Acknowledges; the first call counts. */
export type Answer = (ack: Ack<Record<string, unknown>>) => void;

/**
 * Declares a listener: its schema, its limits, and what it does with a message that has passed them. `act` gets the
 * acknowledgement as a function and not as its result, because a snapshot must leave before any patch that follows it.
 */
export function listener<S extends z.ZodType>(
  limits: Pick<Listener, "maxBytes" | "rate"> & { schema: S },
  act: (message: z.output<S>, answer: Answer) => unknown,
): Listener {
  const { schema, ...bounds } = limits;
  return {
    ...bounds,
    handle: (payload, answer) => {
      const parsed = schema.safeParse(payload);
      return parsed.success ? act(parsed.data, answer) : MALFORMED;
    },
  };
}

/** A connection that goes on after this many refusals in a row of `too-fast` is not a person. */
const FLOOD_MAX = 200;

/**
 * The only way in: every message of a socket goes through here. It is counted against its budget, measured, parsed, and
 * whatever happens it is acknowledged. An event that nobody has declared gets a refusal like any malformed one.
 */
export function guard(
  socket: Socket,
  listeners: Record<string, Listener>,
  now: () => number,
  logger: RoomLogger,
) {
  const declared = new Map(
    Object.entries(listeners).map(([name, declaration]) => [
      name,
      { ...declaration, budget: new Budget(declaration.rate, now()) },
    ]),
  );
  const unknown = new Budget({ count: 10, ms: 10_000 }, now());
  let flood = 0;

  socket.on("error", (error) => logger.warn({ socket: socket.id, error: String(error) }, "socket error"));
  socket.onAny((event: unknown, ...args: unknown[]) => {
    const answer = onlyOnce(args.at(-1));
    const known = typeof event === "string" ? declared.get(event) : undefined;
    if (!(known?.budget ?? unknown).take(now())) {
      flood += 1;
      answer(refusal("too-fast"));
      if (flood > FLOOD_MAX) socket.disconnect(true);
      return;
    }
    flood = 0;
    if (!known || args.length !== 2 || typeof args[1] !== "function") return answer(refusal("malformed"));
    if (sizeOf(args[0]) > known.maxBytes) return answer(refusal("too-large"));
    try {
      const acted = known.handle(args[0], answer);
      if (acted === MALFORMED) answer(refusal("malformed"));
      else if (acted instanceof Promise) acted.catch((error: unknown) => failed(event, error, answer));
    } catch (error) {
      failed(event, error, answer);
    }
  });
  function failed(event: unknown, error: unknown, answer: Answer) {
    logger.error({ socket: socket.id, event, error: String(error) }, "a listener failed");
    answer(refusal("try-again"));
  }
}

function refusal(code: RejectionCode) {
  return { ok: false, code } as const;
}

/** Made for every message of a burst, and so without a name of its own. */
function onlyOnce(acknowledge: unknown): Answer {
  let answered = typeof acknowledge !== "function";
  return (ack) => {
    if (answered) return;
    answered = true;
    (acknowledge as (ack: unknown) => void)(ack);
  };
}

/** Bytes of a payload's JSON; what has none (binary, a function) is too large for any limit. */
function sizeOf(payload: unknown): number {
  if (typeof payload !== "object" || payload === null || Buffer.isBuffer(payload))
    return Number.POSITIVE_INFINITY;
  return Buffer.byteLength(JSON.stringify(payload));
}
