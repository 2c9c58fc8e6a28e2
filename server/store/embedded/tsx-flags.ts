import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** The flags that let a child process of Node run TypeScript, whatever folder it starts in. */
export function tsxFlags(): string[] {
  return ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];
}
