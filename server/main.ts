import { createServer, type RequestListener, type Server } from "node:http";
import { networkInterfaces } from "node:os";
import { addressesOf } from "./addresses";
import { announce } from "./announce";
import { createClassSeats } from "./classes/class-seats";
import { createClasses } from "./classes/classes";
import { createPractice } from "./classes/practice";
import { httpCloser } from "./close-http";
import { createDesk } from "./desk/desk";
import { openDataDir, processEnv, readEnv, withSecret } from "./env";
import { createLogger } from "./logger";
import { createResults } from "./results/results";
import { keepForgetting } from "./results/retention";
import { setRuntime } from "./runtime";
import { endWith, PlainError } from "./setup/plain-error.mjs";
import { type Database, openDatabase } from "./store/client";
import { type EmbeddedDatabase, startEmbedded } from "./store/embedded";
import { migrate } from "./store/migrate";
import { MIGRATIONS_DIR } from "./store/migration-folder";
import { systemClock } from "./system-clock";

// The composition root: env → database → rooms → transport → http.

/** What has to be undone at the end; what was opened last is closed first. */
const closers: (() => Promise<unknown>)[] = [];

async function main(): Promise<void> {
  const dev = process.argv.includes("--dev");
  Object.assign(process.env, {
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  process.on("SIGINT", stop).on("SIGTERM", stop).on("SIGHUP", stop);

  const configured = readEnv(processEnv());
  openDataDir(configured.dataDir);
  const env = withSecret(configured);

  const httpServer = createServer((request, response) => respond(request, response));
  const closeHttp = httpCloser(httpServer);
  const port = await listen(httpServer, env.port, env.host);
  const addresses = addressesOf({ ...env, port }, networkInterfaces());
  // The database opens in a process of its own: what takes longest to load is loaded meanwhile. A class may be waiting.
  const [database, { createAccounts }, { startLive }] = await Promise.all([
    openStore(env.databaseUrl, env.dataDir),
    import("./auth/accounts"),
    import("./live"),
  ]);
  const db = database.prisma;
  const publicUrl = env.publicUrl ?? addresses.local;
  const accounts = createAccounts({ db, secret: env.authSecret, publicUrl });
  const logger = createLogger(env);
  const desk = createDesk({ db, log: logger });
  closers.push(() => desk.close());
  const classes = createClasses({
    db,
    pool: database.pool,
    secret: env.authSecret,
    now: () => new Date(),
  });
  const practice = createPractice({ database, secret: env.authSecret, now: () => new Date() });
  // Before the pages: a class whose game a crash has interrupted must not wait for them.
  const live = await startLive({
    http: httpServer,
    database,
    classSeats: createClassSeats(db, env.authSecret),
    teacherFromHeaders: accounts.teacherFromHeaders,
    onLoginsEnded: accounts.onLoginsEnded,
    logger,
    place: env,
    joinUrl: addresses.phones ?? addresses.local,
  });
  // Together: the server waits for its open WebSockets, which only the live games can end, and they wait for the server.
  closers.push(() => Promise.all([closeHttp(), live.close()]));
  const results = createResults({ db, rooms: live.rooms });
  const stopForgetting = await keepForgetting(database.pool, systemClock, logger);
  closers.push(async () => stopForgetting());
  setRuntime({ env, database, accounts, desk, classes, practice, results, rooms: live.rooms, addresses });
  await desk.resume();

  // Read only now: React picks its production code by NODE_ENV when it is loaded.
  const { default: next } = await import("next");
  // Next ends WebSockets that it does not know. In development it needs ours for its own; in production it has none.
  const pages = next({ dev, port, httpServer: dev ? httpServer : createServer() });
  await pages.prepare();
  closers.push(() => pages.close());

  respond = pages.getRequestHandler();
  await announce(addresses);
}

/** The port is taken before the database opens (it tells at once whether it is free); phones try again. */
const stillStarting: RequestListener = (_request, response) => {
  response
    .writeHead(503, { "retry-after": "1", "content-type": "text/plain" })
    .end("Deckdash is starting.\n");
};
let respond: RequestListener = stillStarting;

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explainListen(error, port, host)));
    server.listen(port, host, () => {
      const bound = server.address();
      resolve(bound && typeof bound === "object" ? bound.port : port);
    });
  });
}

function explainListen(error: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new PlainError(
        `Port ${port} is taken by another program: stop that program, or choose another port, for example PORT=${port + 1} npm start.`,
      );
    case "EACCES":
      return new PlainError(
        `This user may not listen on port ${port}: choose a port above 1023, for example PORT=3000 npm start.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new PlainError(`This computer has no address ${host}: correct HOST or leave it out.`);
    default:
      return error;
  }
}

/** Opens DATABASE_URL, or the embedded database, and brings its tables up to date. */
async function openStore(databaseUrl: string | undefined, dataDir: string): Promise<Database> {
  const url = databaseUrl ?? (await openEmbedded(dataDir)).url;
  const database = await openDatabase(url);
  closers.push(() => database.close());
  await migrate(url, MIGRATIONS_DIR);
  return database;
}

async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const embedded = await startEmbedded(dataDir, () => console.log("  Making the database (some seconds) …"));
  closers.push(() => embedded.stop());
  embedded.lost.then(() => {
    endWith(
      new PlainError("The embedded database has stopped; every acknowledged answer is safe. Start again."),
    );
  });
  return embedded;
}

let stopping = false;

/** Ends everything in order. A second signal does not wait. */
async function stop(): Promise<void> {
  if (stopping) process.exit(130);
  stopping = true;
  for (const close of closers.reverse()) await close();
  process.exit(0);
}

main().catch((error: unknown) => {
  // What breaks while everything is being closed is no news.
  if (!stopping) endWith(error);
});
