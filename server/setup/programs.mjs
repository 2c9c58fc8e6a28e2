/** What runs as a process or a thread of its own, and where its source is. */
export const PROGRAMS = {
  main: "server/main.ts",
  database: "server/store/embedded/child.ts",
  "make-cluster": "server/store/embedded/make-cluster.ts",
  "desk-worker": "server/desk/desk-worker.ts",
};
