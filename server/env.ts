import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { PlainError } from "./setup/plain-error.mjs";

const SECRET_BYTES = 32;
const URL_SCHEMES = { web: /^https?:\/\//, postgres: /^postgres(ql)?:\/\//, redis: /^rediss?:\/\// };

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);

const webUrl = z
  .url()
  .regex(URL_SCHEMES.web)
  .transform((text) => new URL(text))
  .refine((url) => url.search === "" && url.hash === "" && url.username === "");

/** What each variable must look like, and the words that say so when it does not. */
const variables = {
  PORT: [port.default(3000), "a port number from 0 to 65535 (0 lets the system choose), such as 3000"],
  HOST: [z.string().optional(), "the address to listen on, such as 127.0.0.1"],
  PUBLIC_URL: [webUrl.optional(), "the address that phones open, such as https://quiz.example.org"],
  BASE_PATH: [
    z
      .string()
      .regex(/^(\/[\w.~-]+)+$/)
      .optional(),
    "a path that starts with a slash and does not end with one, such as /quiz",
  ],
  DATA_DIR: [z.string().default("data"), "the folder that holds the data"],
  DATABASE_URL: [
    z.url().regex(URL_SCHEMES.postgres).optional(),
    "a PostgreSQL address, such as postgresql://user:password@localhost:5432/deckdash",
  ],
  REDIS_URL: [
    z.url().regex(URL_SCHEMES.redis).optional(),
    "the address of the Redis that several servers share, such as redis://localhost:6379",
  ],
  NODE_URL: [
    webUrl.refine((url) => url.protocol === "http:" && url.pathname === "/").optional(),
    "the address by which the other servers reach this one, such as http://10.0.0.5:3000",
  ],
  AUTH_SECRET: [z.string().min(32).optional(), "a random text of at least 32 characters"],
  LOG_LEVEL: [
    z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    "one of debug, info, warn, error, silent",
  ],
  TRUST_PROXY: [
    z.string().regex(/^\d$/).transform(Number).default(0),
    "the number of reverse proxies in front of this server, 0 to 9",
  ],
  MODEL_URL: [
    webUrl.optional(),
    "the address of a language model's server, such as http://localhost:11434 or https://api.example.org/v1",
  ],
  MODEL_NAME: [z.string().trim().min(1).max(120).optional(), "the name of a model, such as llama3.2"],
  MODEL_API: [z.enum(["openai", "ollama"]).default("openai"), "openai or ollama"],
  MODEL_KEY: [
    z
      .string()
      .regex(/^[\x21-\x7e]+$/)
      .optional(),
    "a key without spaces, as the model's server gave it",
  ],
  MODEL_SECONDS: [
    z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number)
      .refine((seconds) => seconds >= 1)
      .default(60),
    "how many seconds to wait for the model, 1 to 999",
  ],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

type Read = <Name extends keyof Variables>(name: Name) => Variables[Name];
type Variables = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name][0]> };

/** The language model that the operator has chosen to let propose wrong answers and wordings. */
export interface ModelPlace {
  api: Variables["MODEL_API"];
  /** Without a trailing slash. */
  url: string;
  /** What its server calls the model. */
  name: string;
  /** Sent to that server alone, in the Authorization header. */
  key: string | undefined;
  /** How long one answer may take, ms. */
  timeoutMs: number;
}

/** What makes a server one of several that share the games. */
export interface Sharing {
  redisUrl: string;
  /** By which the others reach this one; undefined: its address in its network. */
  nodeUrl: string | undefined;
}

/** The configuration of one server, parsed once at its start. */
export interface Env {
  /** TCP port to listen on; 0 lets the system choose. */
  port: number;
  /** Address to listen on; undefined means every interface. */
  host: string | undefined;
  /** What phones open, without a trailing slash; undefined means "the address of this computer in its network". */
  publicUrl: string | undefined;
  /** Path prefix under a reverse proxy: "" or "/quiz". */
  basePath: string;
  /** Absolute path of the folder that holds the database, the secret and the socket. */
  dataDir: string;
  /** A PostgreSQL server to use; undefined means the embedded database in `dataDir`. */
  databaseUrl: string | undefined;
  /** Signs the teachers' cookies; undefined until `withSecret` has found or made one. */
  authSecret: string | undefined;
  logLevel: Variables["LOG_LEVEL"];
  /** How many reverse proxies stand in front: that many entries of X-Forwarded-For are believed. */
  trustProxy: number;
  /** Undefined, as by default: this server is alone. */
  sharing: Sharing | undefined;
  /** Undefined, as by default: no model is ever asked. */
  model: ModelPlace | undefined;
}

/** The environment of this process; a file named .env in the current folder adds what is not set. */
export function processEnv(): NodeJS.ProcessEnv {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return process.env;
}

/**
 * Parses the environment variables. An empty variable counts as absent.
 * @throws PlainError that names the first variable that is wrong and says what it must be (its value is not
 *   repeated: it may be a password).
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const read: Read = (name) => {
    const [schema, expected] = variables[name];
    const parsed = schema.safeParse(source[name] === "" ? undefined : source[name]);
    if (!parsed.success) throw new PlainError(`${name} is not usable: it must be ${expected}.`);
    return parsed.data as Variables[typeof name];
  };
  const url = read("PUBLIC_URL");
  const pathOfUrl = url?.pathname.replace(/\/+$/, "") ?? "";
  const basePath = read("BASE_PATH") ?? pathOfUrl;
  if (url && pathOfUrl !== basePath && pathOfUrl !== "") {
    throw new PlainError(
      `BASE_PATH (${basePath}) and the path in PUBLIC_URL (${pathOfUrl}) must be the same.`,
    );
  }
  return {
    port: read("PORT"),
    host: read("HOST"),
    publicUrl: url && url.origin + basePath,
    basePath,
    dataDir: path.resolve(read("DATA_DIR")),
    databaseUrl: read("DATABASE_URL"),
    authSecret: read("AUTH_SECRET"),
    logLevel: read("LOG_LEVEL"),
    trustProxy: read("TRUST_PROXY"),
    sharing: readSharing(read),
    model: readModel(read),
  };
}

function readSharing(read: Read): Sharing | undefined {
  const [redisUrl, nodeUrl] = [read("REDIS_URL"), read("NODE_URL")];
  if (!redisUrl) {
    if (nodeUrl) throw new PlainError("NODE_URL is for several servers: set REDIS_URL too, or leave it out.");
    return undefined;
  }
  if (!read("DATABASE_URL"))
    throw new PlainError(
      "REDIS_URL makes this server one of several, and they need one database: set DATABASE_URL to a PostgreSQL server (the embedded database is for one server), or leave REDIS_URL out.",
    );
  if (!read("AUTH_SECRET"))
    throw new PlainError(
      "REDIS_URL makes this server one of several, and they must know each other's cookies: give all of them the same AUTH_SECRET, or leave REDIS_URL out.",
    );
  return { redisUrl, nodeUrl: nodeUrl?.origin };
}

/** Every variable is read whether it is needed or not: a mistake in it is told at the start, not when it is set into use. */
function readModel(read: Read): ModelPlace | undefined {
  const url = read("MODEL_URL");
  const name = read("MODEL_NAME");
  const how = { api: read("MODEL_API"), key: read("MODEL_KEY"), timeoutMs: read("MODEL_SECONDS") * 1_000 };
  if (!url && !name) return undefined;
  if (!url || !name) throw new PlainError("MODEL_URL and MODEL_NAME belong together: set both, or neither.");
  return { ...how, name, url: url.href.replace(/\/+$/, "") };
}

/**
 * Makes the data folder if it is missing.
 * @throws PlainError when it cannot be made or written to.
 */
export function openDataDir(dataDir: string): void {
  const probe = path.join(dataDir, ".writable");
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new PlainError(
      `The data folder ${dataDir} cannot be written to (${reason(error)}): give this user the right to write there, or name another folder with DATA_DIR.`,
    );
  }
}

/**
 * The same configuration with a secret: AUTH_SECRET where it is given, else one that is made at the first start
 * and kept in the data folder, readable by its owner alone.
 */
export function withSecret(env: Env): Env & { authSecret: string } {
  if (env.authSecret) return { ...env, authSecret: env.authSecret };
  const file = path.join(env.dataDir, "auth-secret");
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(SECRET_BYTES).toString("base64url"), { mode: 0o600, flag: "wx" });
  }
  return { ...env, authSecret: readFileSync(file, "utf8") };
}

function reason(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
