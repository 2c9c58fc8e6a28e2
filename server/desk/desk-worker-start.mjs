import { tsImport } from "tsx/esm/api";

// Node 20 does not hand its parent's loaders on to a thread: this one loads its own, and then reads TypeScript.
await tsImport("./desk-worker.ts", import.meta.url);
