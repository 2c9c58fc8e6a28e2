import type { Addresses } from "./addresses";
import type { Accounts } from "./auth/accounts";
import type { TeacherData } from "./auth/teacher-data";
import type { Classes } from "./classes/classes";
import type { Practice } from "./classes/practice";
import type { Desk } from "./desk/desk";
import type { Env } from "./env";
import type { Results } from "./results/results";
import type { Rooms } from "./room/registry";
import type { Database } from "./store/client";

/**
 * What one running server is made of. `main.ts` composes it; pages and route handlers read it.
 *
 * Next bundles the pages' server code apart from the code that `main.ts` loads, so the same file exists twice in
 * one process and a module-level variable would be two variables. What both must share hangs on `globalThis`.
 */
export interface Runtime {
  /** Without the language model's place and Redis': their keys are nobody's business but their users'. */
  env: Omit<Env, "model" | "sharing"> & { authSecret: string };
  database: Database;
  accounts: Accounts;
  teacherData: TeacherData;
  desk: Desk;
  classes: Classes;
  practice: Practice;
  results: Results;
  rooms: Rooms;
  /** Where several servers share the games. */
  cluster: { redisThere(): boolean } | null;
  /** What a browser opens: on this computer, and on the phones in the room. */
  addresses: Addresses;
}

const slot = Symbol.for("deckdash.runtime");
const holder: typeof globalThis & { [slot]?: Runtime } = globalThis;

/** Called once by `main.ts`, before the first request is served. */
export function setRuntime(runtime: Runtime): void {
  holder[slot] = runtime;
}

/** The running server's parts. @throws when no server runs in this process, as during `next build`. */
export function runtime(): Runtime {
  const found = holder[slot];
  if (!found) throw new Error("No Deckdash server runs in this process.");
  return found;
}
