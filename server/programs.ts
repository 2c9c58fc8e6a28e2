import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PROGRAMS } from "./setup/programs.mjs";
import { ROOT } from "./setup/project.mjs";

type Name = keyof typeof PROGRAMS;

/** The folder of the built server where this runs in it; else tsx reads the source. */
const built = import.meta.filename.endsWith(".mjs") ? import.meta.dirname : undefined;

/** A process of the server: the file that Node runs, and the flags it needs for that. */
export function program(name: Name): { file: string; flags: string[] } {
  return built
    ? { file: path.join(built, `${name}.mjs`), flags: ["--enable-source-maps"] }
    : { file: path.join(ROOT, PROGRAMS[name]), flags: tsxFlags() };
}

/** The file of a thread. Node 20 hands no loader on to one, so from its source it begins in a file that loads tsx. */
export function thread(name: Name): string {
  return built
    ? path.join(built, `${name}.mjs`)
    : path.join(ROOT, PROGRAMS[name].replace(/\.ts$/, "-start.mjs"));
}

/** The flags that let a process of Node run TypeScript, whatever folder it starts in. */
export function tsxFlags(): string[] {
  return ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];
}
