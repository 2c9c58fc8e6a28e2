/** The direction of imports: contract ◀ domain ◀ room ◀ transport ◀ main; ui, contract, client ◀ features ◀ app. */
const forbid = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

module.exports = {
  forbidden: [
    forbid("no-circular", {}, { circular: true }, "Two files that need each other are one story."),
    forbid(
      "contract-imports-only-zod",
      { path: "^src/contract", pathNot: "\\.test\\.ts$" },
      { pathNot: "^src/contract|^node_modules/zod" },
      "Both sides read the contract, so it may depend on neither.",
    ),
    forbid(
      "domain-is-pure",
      { path: "^server/domain", pathNot: "\\.test\\.ts$" },
      {
        pathNot:
          "^server/domain|^src/contract|^node_modules/(zod|ts-fsrs|snowball-stemmers|franc-min|trigram-utils|katex)(/|$)",
      },
      "The rules take time, chance and data as parameters: no clock, no socket, no database, no file.",
    ),
    forbid(
      "browser-never-imports-server",
      { path: "^src/(ui|client|features|contract|messages)" },
      { path: "^server" },
      "What never reaches a browser stays in server/.",
    ),
    forbid(
      "app-enters-the-server-by-its-doors",
      { path: "^src/app" },
      { path: "^server", pathNot: "^server/(queries|auth|desk|classes|files|store|env|runtime)" },
      "Pages read through queries, auth, files and the store, and write through the desk and the classes; the live game is reached over its sockets.",
    ),
    forbid(
      "ui-knows-no-game",
      { path: "^src/ui" },
      { path: "^src/(features|app|pages|client)" },
      "Primitives know no game words.",
    ),
    forbid(
      "features-below-app",
      { path: "^src/features" },
      { path: "^src/(app|pages)" },
      "Routes are thin and on top.",
    ),
    forbid(
      "client-below-features",
      { path: "^src/client" },
      { path: "^src/(features|app|pages|ui)" },
      "The client is wiring, not screens.",
    ),
    forbid(
      "room-knows-no-wire",
      { path: "^server/room" },
      { path: "^server/(transport|store|queries|auth|desk|classes|results|main)" },
      "The shell talks through its ports.",
    ),
    forbid(
      "transport-below-main",
      { path: "^server/(transport|queries|auth|desk|classes|results|files|store|model)" },
      { path: "^server/main" },
      "Only main composes.",
    ),
    forbid(
      "only-the-desk-asks-a-model",
      { path: "^(src|server)/", pathNot: "^server/(desk|model|main|testing)|\\.test\\.ts$" },
      { path: "^server/model" },
      "A language model proposes to a teacher at the desk; a live game never asks one.",
    ),
    forbid(
      "alone-by-default",
      {
        path: "^(src|server)/",
        pathNot: "^server/(cluster/|main\\.ts|live\\.ts|testing/)|\\.test\\.ts$",
      },
      { path: "^server/cluster/" },
      "A server that is alone knows nothing of others; main and the live game join them.",
    ),
    forbid(
      "only-the-cluster-knows-redis",
      { path: "^(src|server|e2e)/", pathNot: "^server/cluster/" },
      { path: "^node_modules/ioredis" },
      "What the servers of a cluster tell each other goes through one folder.",
    ),
    forbid(
      "store-implements-ports",
      { path: "^server/store" },
      { path: "^server/(transport|queries|auth|desk|classes|results)" },
      "The store is below the doors that use it.",
    ),
    forbid(
      "tests-are-not-production",
      { path: "^(src|server)/(?!testing)", pathNot: "\\.test\\.tsx?$|^server/cli" },
      { path: "^server/testing|\\.test\\.tsx?$" },
      "Fakes and simulated classes stay out of the product.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^server/store/generated|^\\.next" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
