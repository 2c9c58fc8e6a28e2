import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = { "@": path.resolve("src"), "#server": path.resolve("server") };

// Two projects: `unit` needs nothing but this folder; `integration` (files named *.integration.test.ts)
// starts processes of its own: an embedded database, a server, sockets.
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "src/**/*.test.tsx", "server/**/*.test.ts"],
          exclude: ["**/*.integration.test.ts", "**/node_modules/**"],
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["server/**/*.integration.test.ts", "e2e/{chaos,security}/**/*.integration.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
