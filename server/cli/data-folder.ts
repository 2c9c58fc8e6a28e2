import { existsSync } from "node:fs";
import path from "node:path";
import { processEnv, readEnv } from "../env";
import { PlainError } from "../setup/plain-error.mjs";
import { startEmbedded } from "../store/embedded";
import { connectionUrl, isAlive, readNote } from "../store/embedded/address";

/**
 * The data folder that the commands `backup` and `restore` work on.
 * @param instead what to use where the data are on a PostgreSQL server, as a command.
 */
export function embeddedDataDir(instead: string): string {
  const { databaseUrl, dataDir } = readEnv(processEnv());
  if (databaseUrl) {
    throw new PlainError(
      `The data are on the PostgreSQL server that DATABASE_URL names: use ${instead} there.`,
    );
  }
  return dataDir;
}

/** Address of the database of a Deckdash that runs on the folder, or undefined when none does. */
export async function runningDatabase(dataDir: string): Promise<string | undefined> {
  const owner = readNote(path.join(dataDir, "run"));
  return owner && (await isAlive(owner)) ? connectionUrl(owner.listen) : undefined;
}

/** Opens a folder's database for one action, or shares it with the Deckdash that runs on it. */
export async function withDatabase<T>(dataDir: string, action: (url: string) => Promise<T>): Promise<T> {
  const running = await runningDatabase(dataDir);
  if (running) return action(running);
  if (!existsSync(path.join(dataDir, "postgres"))) {
    throw new PlainError(`There is no database in ${dataDir}: name its folder with DATA_DIR.`);
  }
  const embedded = await startEmbedded(dataDir);
  try {
    return await action(embedded.url);
  } finally {
    await embedded.stop();
  }
}
