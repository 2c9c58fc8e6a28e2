import { PGlite } from "@electric-sql/pglite";

// Usage: make-cluster FOLDER — makes an empty PostgreSQL cluster there and ends.
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("make-cluster needs a folder");
const database = await PGlite.create(folder);
await database.close();
process.exit(0);
