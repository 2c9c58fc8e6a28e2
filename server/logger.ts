import pino from "pino";
import type { Env } from "./env";

/** The server's log, one JSON line per entry on standard error. It carries ids only: no names, no addresses, no texts. */
export function createLogger(env: Pick<Env, "logLevel">) {
  return pino({ level: env.logLevel, base: null }, pino.destination(2));
}
