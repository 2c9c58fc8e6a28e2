import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PROCESSES, THREADS } from "./setup/bundle.mjs";
import { ROOT } from "./setup/project.mjs";

/** A file that Node runs, and the flags it needs for that. */
type Program = { file: string; flags: string[] };

/** The folder of the built server where this runs in it; else tsx reads the source. */
const built = import.meta.filename.endsWith(".mjs") ? import.meta.dirname : undefined;

function fromBuilt(folder: string, name: string): Program {
  return { file: path.join(folder, `${name}.mjs`), flags: ["--enable-source-maps"] };
}

/** A process of the server. */
export function program(name: keyof typeof PROCESSES): Program {
  return built ? fromBuilt(built, name) : { file: path.join(ROOT, PROCESSES[name]), flags: tsxFlags() };
}

/** A thread of the server. Node 20 hands no loader on to one, so from its source it begins in a file that loads tsx. */
export function thread(name: keyof typeof THREADS): Program {
  return built ? fromBuilt(built, name) : { file: path.join(ROOT, THREADS[name].start), flags: [] };
}

/** The flags that let a process of Node run TypeScript, whatever folder it starts in. */
export function tsxFlags(): string[] {
  return ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];
}
