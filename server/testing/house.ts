import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { DEFAULT_SETTINGS, type GameSettings } from "@/contract/settings";
import { createAccounts } from "../auth/accounts";
import { cryptoChance } from "../room/chance";
import { needServer } from "../setup/bundle.mjs";
import { ROOT } from "../setup/project.mjs";
import { type Database, openDatabase } from "../store/client";
import { startEmbedded } from "../store/embedded";
import { PostgresEventLog } from "../store/postgres-event-log";
import { storedDeck } from "./stored-deck";
import { freshDataDir } from "./test-database";

export const SECRET = "a secret of the tests, long enough to sign cookies with";
const PASSWORD = "correct horse battery staple";
const START_LIMIT_MS = 60_000;
const REST_MS = 1_500;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A signed-in teacher, as a cookie header. */
export type TestTeacher = { teacherId: string; cookie: string };
export type OpenSession = { sessionId: string; pin: string };

/** A data folder with two teachers, the first one's deck, and open games of it, before any server runs on it. */
export type House = {
  dataDir: string;
  teacher: TestTeacher;
  stranger: TestTeacher;
  sessions: OpenSession[];
  /** Opens the database while no server has it. */
  inspect<T>(look: (database: Database) => Promise<T>): Promise<T>;
  remove(): void;
};

/** `sessions`: how many games stand open in their lobby. */
export type Furniture = { sessions: number; questions: number; settings?: Partial<GameSettings> };

/** Furnishes a new data folder. */
export async function furnish(furniture: Furniture): Promise<House> {
  const dataDir = await freshDataDir();
  const inspect: House["inspect"] = async (look) => {
    const embedded = await startEmbedded(dataDir);
    const database = await openDatabase(embedded.url);
    try {
      return await look(database);
    } finally {
      await database.close();
      await embedded.stop();
    }
  };
  return {
    ...(await inspect((database) => putIn(database, furniture))),
    dataDir,
    inspect,
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** What is put into an empty database: two teachers, the first one's deck, and open games of it. */
export async function putIn(
  database: Database,
  { sessions: count, questions, settings: chosen }: Furniture,
): Promise<Pick<House, "teacher" | "stranger" | "sessions">> {
  const { teacherId, deckId } = await storedDeck(database, questions);
  const log = new PostgresEventLog(database.pool);
  const sessions: OpenSession[] = [];
  while (sessions.length < count) {
    const [sessionId, pin] = [cryptoChance.sessionId(), cryptoChance.pin()];
    const settings = { ...DEFAULT_SETTINGS, ...chosen };
    const created = {
      type: "session-created",
      at: Date.now(),
      title: "Sums",
      sessionId,
      pin,
      settings,
    } as const;
    if ((await log.create({ teacherId, deckId, classId: null, created })) === "created")
      sessions.push({ sessionId, pin });
  }
  const { email } = await database.prisma.teacher.findUniqueOrThrow({ where: { id: teacherId } });
  return {
    teacher: { teacherId, cookie: await signedIn(database, teacherId, email) },
    stranger: await newTeacher(database),
    sessions,
  };
}

async function newTeacher(database: Database): Promise<TestTeacher> {
  const email = `${crypto.randomUUID()}@example.org`;
  const { id } = await database.prisma.teacher.create({ data: { name: "Grace", email } });
  return { teacherId: id, cookie: await signedIn(database, id, email) };
}

/** Gives a teacher a password and signs in with it, as the sign-in page does. */
async function signedIn({ prisma }: Database, teacherId: string, email: string): Promise<string> {
  const accounts = createAccounts({ db: prisma, secret: SECRET, publicUrl: "http://localhost" });
  const { hashPassword } = await import("better-auth/crypto");
  const password = await hashPassword(PASSWORD);
  await prisma.teacherAccount.create({
    data: { accountId: teacherId, providerId: "credential", userId: teacherId, password },
  });
  const answer = await accounts.signIn({ email, password: PASSWORD }, "127.0.0.1", "test");
  if (!answer.ok) throw new Error(`The test's teacher cannot sign in: ${answer.reason}`);
  return answer.cookies.map((cookie) => cookie.split(";")[0]).join("; ");
}

export type RunningServer = {
  child: ChildProcess;
  pid: number;
  origin: string;
  /** Milliseconds from its start until it took connections. */
  readyMs: number;
  /** Resolves when the pages are there too, and the process has come to rest. */
  atRest(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/**
 * Starts the real server, as `npm start` does after its preparations, on a house. `prefix`: a command in front
 * (`taskset -c 0`); `nodeFlags`: for example a probe. Resolves when its sockets take connections.
 */
export async function startServer(options: {
  dataDir: string;
  port: number;
  prefix?: string[];
  nodeFlags?: string[];
  env?: Record<string, string>;
}): Promise<RunningServer> {
  const main = await needServer();
  const { dataDir, port, prefix = [], nodeFlags = [], env = {} } = options;
  const [command = process.execPath, ...args] = [
    ...prefix,
    process.execPath,
    ...nodeFlags,
    "--enable-source-maps",
    main,
  ];
  const startedAt = performance.now();
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      AUTH_SECRET: SECRET,
      LOG_LEVEL: "warn",
      ...env,
    },
  });
  const ended = once(child, "exit");
  const origin = `http://127.0.0.1:${port}`;
  while (!(await takesConnections(origin))) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    if (performance.now() - startedAt > START_LIMIT_MS) throw new Error("The server did not start in time.");
    await wait(20);
  }
  return {
    child,
    pid: child.pid ?? 0,
    origin,
    readyMs: performance.now() - startedAt,
    async atRest() {
      while ((await fetch(`${origin}/`, { redirect: "manual" })).status === 503) await wait(100);
      await wait(REST_MS);
    },
    async stop(signal = "SIGTERM") {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
    },
  };
}

/** Whether the sockets' handshake is answered; before that the server answers 503, or not at all. */
async function takesConnections(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/socket.io/?EIO=4&transport=polling`)).ok;
  } catch {
    return false;
  }
}
