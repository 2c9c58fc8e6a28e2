import { existsSync, readdirSync } from "node:fs";
import { defineConfig } from "prisma/config";

// `prisma generate` asks for the native schema engine, though it does not use it, and would download it. Where it
// was not downloaded at install, any file in its place satisfies the check; where it was, `prisma migrate` works.
const engines = "node_modules/@prisma/engines";
const hasEngine =
  existsSync(engines) && readdirSync(engines).some((name) => name.startsWith("schema-engine-"));
if (!hasEngine) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= "node_modules/prisma/build/schema_engine_bg.wasm";
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
