import path from "node:path";
import { endWith, PlainError } from "../setup/plain-error.mjs";
import { writeBackup } from "../store/backup";
import { embeddedDataDir, withDatabase } from "./data-folder";

// Usage: npm run -s backup -- FILE — while Deckdash runs or not.

async function backup(file: string | undefined): Promise<void> {
  if (!file) throw new PlainError("Name the file to write: npm run -s backup -- FILE");
  const dataDir = embeddedDataDir("pg_dump");
  const rows = await withDatabase(dataDir, (url) => writeBackup(url, path.resolve(file)));
  console.log(`${rows} rows written to ${file}`);
}

backup(process.argv[2]).catch(endWith);
