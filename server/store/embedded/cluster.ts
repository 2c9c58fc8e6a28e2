import { execFile } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { program } from "../../programs";
import { ROOT } from "../../setup/project.mjs";

const packages = path.join(ROOT, "node_modules");

/** What is costly to make and the same for everybody is kept here; it may be deleted at any time. */
export const CACHE_DIR = path.join(packages, ".cache/deckdash");

/** Whether `folder` holds a PostgreSQL cluster. */
export function hasCluster(folder: string): boolean {
  return existsSync(path.join(folder, "PG_VERSION"));
}

/**
 * Makes a PostgreSQL cluster. It grows beside `folder` and is moved in place when it is whole, so that an
 * interrupted start leaves none half-made.
 */
export async function newCluster(folder: string): Promise<void> {
  await moveInPlace(folder, async (draft) => {
    try {
      copyCluster(await emptyTemplate(), draft);
    } catch {
      // The cache belongs to another user: without it this takes some seconds longer.
      rmSync(draft, { recursive: true, force: true });
      await makeCluster(draft);
    }
    chmodSync(draft, 0o700);
  });
}

/** Copies a cluster that no process has open; 39 MB, about 0.1 s. */
export function copyCluster(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}

/**
 * Runs `make` on a draft folder beside `folder` and renames the draft when it is done. When another process was
 * faster its folder stays and the draft is thrown away.
 */
export async function moveInPlace(folder: string, make: (draft: string) => Promise<void>): Promise<void> {
  const parent = path.dirname(folder);
  const prefix = `${path.basename(folder)}.draft-`;
  mkdirSync(parent, { recursive: true });
  const draft = path.join(parent, `${prefix}${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  try {
    await make(draft);
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** A fresh cluster to copy from, made at the first call. @throws when the cache folder cannot be written to. */
async function emptyTemplate(): Promise<string> {
  const template = path.join(CACHE_DIR, `cluster-${pgliteVersion()}`);
  if (!existsSync(template)) await moveInPlace(template, makeCluster);
  return template;
}

/** A cluster fits the version that made it. */
export function pgliteVersion(): string {
  return JSON.parse(readFileSync(path.join(packages, "@electric-sql/pglite/package.json"), "utf8")).version;
}

/** Runs initdb in a process of its own: it needs 840 MB for some seconds, which a server would never give back. */
async function makeCluster(folder: string): Promise<void> {
  const { file, flags } = program("make-cluster");
  await promisify(execFile)(process.execPath, [...flags, file, folder]);
}
