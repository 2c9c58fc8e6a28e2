import { createServer, type RequestListener, type Server } from "node:http";
import { networkInterfaces } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { addressesOf, lanAddress } from "./addresses";
import { accountsLater } from "./auth/accounts-later";
import { httpCloser } from "./close-http";
import type { Cluster } from "./cluster/cluster";
import { openDataDir, processEnv, readEnv, type Sharing, withSecret } from "./env";
import type { RoomLogger } from "./room/ports";
import { setRuntime } from "./runtime";
import { endWith, PlainError } from "./setup/plain-error.mjs";
import type { Database } from "./store/client";
import { type EmbeddedDatabase, startEmbedded } from "./store/embedded";
import { MIGRATIONS_DIR } from "./store/migration-folder";
import { systemClock } from "./system-clock";
import type { OnLoginsEnded } from "./transport/context";

// The composition root: env → database → rooms → transport → http.

/** Phones whose game a crash has interrupted get this long to come back before everything else is loaded. */
const PHONES_FIRST_MS = 400;

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
  const { model: modelPlace, sharing, ...env } = withSecret(configured);

  const httpServer = createServer((request, response) => respond(request, response));
  const closeHttp = httpCloser(httpServer);
  const port = await listen(httpServer, env.port, env.host);
  const addresses = addressesOf({ ...env, port }, networkInterfaces());
  // A class may be waiting: the database opens in a process of its own while the live game is loaded, and what
  // phones can come back without is loaded when they are back.
  const [database, { createLogger }, { createClassSeats }, { createHostPasses }, { startLive }] =
    await Promise.all([
      openStore(env.databaseUrl, env.dataDir),
      import("./logger"),
      import("./classes/class-seats"),
      import("./auth/host-passes"),
      import("./live"),
    ]);
  const db = database.prisma;
  const logger = createLogger(env);
  let loadTheRest = () => {};
  const accounts = new Promise<void>((resolve) => {
    loadTheRest = resolve;
  }).then(async () => {
    const { createAccounts } = await import("./auth/accounts");
    const { newLimiter } = cluster ?? {};
    return createAccounts({
      ...{ db, newLimiter },
      secret: env.authSecret,
      publicUrl: env.publicUrl ?? addresses.local,
    });
  });
  const later = accountsLater(accounts);
  const cluster = sharing ? await shareGames(sharing, { ...env, port }, later.onLoginsEnded, logger) : null;
  const live = await startLive({
    http: httpServer,
    database,
    classSeats: createClassSeats(db, env.authSecret),
    hostPasses: createHostPasses(db, () => new Date()),
    ...later,
    ...(cluster ? { onLoginsEnded: cluster.onLoginsEnded } : {}),
    cluster,
    logger,
    place: env,
    joinUrl: addresses.phones ?? addresses.local,
  });
  // Together: the server waits for its open WebSockets, which only the live games can end, and they wait for the server.
  closers.push(() => Promise.all([closeHttp(), live.close()]));
  if (live.reopened > 0) await sleep(PHONES_FIRST_MS);
  loadTheRest();

  const [
    { createDesk },
    { createLanguageModel },
    { createClasses },
    { createPractice },
    { createResults },
    { keepForgetting },
    { createTeacherData },
  ] = await Promise.all([
    import("./desk/desk"),
    import("./model/chat"),
    import("./classes/classes"),
    import("./classes/practice"),
    import("./results/results"),
    import("./results/retention"),
    import("./auth/teacher-data"),
  ]);
  const { pool } = database;
  const { authSecret: secret } = env;
  const now = () => new Date();
  const model = modelPlace ? createLanguageModel(modelPlace, Date.now) : null;
  const desk = createDesk({ db, log: logger, model });
  closers.push(() => desk.close());
  const classes = createClasses({ db, pool, secret, now });
  const practice = createPractice({ database, secret, now });
  const results = createResults({ db, rooms: live.rooms });
  const stopForgetting = await keepForgetting(pool, systemClock, logger);
  closers.push(async () => stopForgetting());
  const { rooms } = live;
  const teacherData = createTeacherData({ database, accounts: await accounts });
  const doors = {
    ...{ accounts: await accounts, teacherData, desk, classes, practice, results, rooms },
    cluster: cluster && { redisThere: live.redisThere },
  };
  setRuntime({ env, database, addresses, ...doors });
  await desk.resume();
  void desk.resumeAsking();

  // Read only now: React picks its production code by NODE_ENV when it is loaded.
  const [{ default: next }, { announce }] = await Promise.all([import("next"), import("./announce")]);
  // Next ends WebSockets that it does not know. In development it needs ours for its own; in production it has none.
  const pages = next({ dev, port, httpServer: dev ? httpServer : createServer() });
  await pages.prepare();
  closers.push(() => pages.close());

  respond = pages.getRequestHandler();
  await announce(addresses);
}

/** Joins the servers that share the games, under the address by which they reach this one. */
async function shareGames(
  { redisUrl, nodeUrl }: Sharing,
  { host, port, authSecret }: { host: string | undefined; port: number; authSecret: string },
  onLoginsEnded: OnLoginsEnded,
  logger: RoomLogger,
): Promise<Cluster> {
  const everywhere = host === undefined || host === "0.0.0.0" || host === "::";
  const near = everywhere ? (lanAddress(networkInterfaces()) ?? "127.0.0.1") : host;
  const address = nodeUrl ?? `http://${near}:${port}`;
  const { joinCluster } = await import("./cluster/cluster");
  const cluster = await joinCluster({ redisUrl, address, secret: authSecret, onLoginsEnded, logger });
  closers.push(() => cluster.close());
  return cluster;
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
  const opening = databaseUrl ? { url: databaseUrl } : openEmbedded(dataDir);
  const [{ url }, { openDatabase }, { migrate }] = await Promise.all([
    opening,
    import("./store/client"),
    import("./store/migrate"),
  ]);
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
