import { register } from "tsx/esm/api";

// Node 20 does not hand its parent's loaders to a thread: this one gets its own, and then reads TypeScript.
register();
await import("./desk-worker.ts");
