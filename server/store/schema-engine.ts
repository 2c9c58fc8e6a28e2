import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Prisma's schema engine as WebAssembly: what `prisma migrate` runs, without a binary to download.
 * The package's own entry imports the `.wasm` file as a module, which Node does not do; hence by hand.
 * @param databases opens the database, and the shadow database where an action needs one.
 */
export async function openSchemaEngine(
  databases: SqlMigrationAwareDriverAdapterFactory,
): Promise<glue.SchemaEngine> {
  const glueFile = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = readFileSync(path.join(path.dirname(glueFile), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": importable(glue) });
  glue.__wbg_set_wasm(instance.exports);
  start(instance.exports);
  return glue.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(databases),
  );
}

/** The functions of the glue that the engine calls back. */
function importable(module: object): WebAssembly.ModuleImports {
  return Object.fromEntries(Object.entries(module).filter(([, value]) => typeof value === "function"));
}

function start({ __wbindgen_start: begin }: WebAssembly.Exports): void {
  if (typeof begin === "function") begin();
}
