import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

let loaded: Promise<void> | undefined;

/**
 * Runs an action of Prisma's schema engine as WebAssembly: what `prisma migrate` runs, without a binary to download.
 * @param url the PostgreSQL that it works on; its connections are closed at the end.
 */
export async function withSchemaEngine<T>(
  url: string,
  action: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  // The glue holds one instance for the whole process: a second one would take the memory away from the first.
  loaded ??= load();
  await loaded;
  const pool = new pg.Pool({ connectionString: url });
  pool.on("error", () => {});
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  try {
    return await action(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

/** The package's own entry imports the `.wasm` file as a module, which Node does not do; hence by hand. */
async function load(): Promise<void> {
  const glueFile = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = readFileSync(path.join(path.dirname(glueFile), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": callbacks() });
  glue.__wbg_set_wasm(instance.exports);
  const begin = instance.exports.__wbindgen_start;
  if (typeof begin === "function") begin();
}

/** The functions of the glue that the engine calls back. */
function callbacks(): WebAssembly.ModuleImports {
  return Object.fromEntries(Object.entries(glue).filter(([, value]) => typeof value === "function"));
}
