import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PlainError } from "../setup/plain-error.mjs";
import { PrismaClient } from "./generated/client";

/** Enough for a school on one PostgreSQL; the embedded database takes its connections in turn anyway. */
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;

/** An open database: Prisma for reading and writing rows, the pool beneath it for set-based SQL. */
export interface Database {
  prisma: PrismaClient;
  /** The very pool that Prisma uses; take a client from it for a transaction in plain SQL. */
  pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * Opens a pool and a Prisma client on it.
 * @param url a PostgreSQL connection string, of a server or of the embedded database.
 * @throws PlainError in one sentence when the database cannot be reached or refuses us.
 */
export async function openDatabase(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
  pool.on("error", () => {});
  try {
    await pool.query("select 1");
  } catch (error) {
    await pool.end();
    throw new PlainError(explainRefusal(error, url));
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** One sentence for a failed connection: what happened and what to do. Never repeats the password. */
export function explainRefusal(error: unknown, url: string): string {
  const { hostname, port, pathname, username } = new URL(url);
  const server = `${hostname || "localhost"}:${port || "5432"}`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const detail = error instanceof Error ? error.message : String(error);
  switch (code) {
    case "28P01":
    case "28000":
      return `The database server at ${server} did not let the user "${decodeURIComponent(username)}" in: check the user and the password in DATABASE_URL.`;
    case "3D000":
      return `The database server at ${server} has no database named "${decodeURIComponent(pathname.slice(1))}": create it, or name another one in DATABASE_URL.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The database server "${hostname}" is not known by that name: check the address in DATABASE_URL.`;
    default:
      return `The database at ${server} cannot be reached (${code || detail}): check that it runs and that DATABASE_URL is right.`;
  }
}
