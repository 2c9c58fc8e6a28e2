import { existsSync } from "node:fs";
import { buildIsCurrent, buildPages } from "./build.mjs";
import { needServer, serverFolder } from "./bundle.mjs";
import { installPackages, packagesAreCurrent } from "./packages.mjs";
import { clientIsCurrent, generateClient } from "./prisma-client.mjs";
import { step } from "./progress.mjs";
import { ROOT } from "./project.mjs";

/**
 * Brings a checkout, fresh or updated, to where the server can run. What is up to date is left alone: then this
 * takes a tenth of a second.
 *
 * @param {{ build: boolean }} options whether pages and server must be built (development compiles them on demand)
 */
export async function prepare({ build }) {
  if (!packagesAreCurrent(ROOT)) {
    await step("Installing the packages (a minute or two)", installPackages);
  }
  if (!clientIsCurrent(ROOT)) {
    await step("Making the database client", generateClient);
  }
  if (build && !buildIsCurrent(ROOT)) {
    await step("Building the pages (about half a minute)", buildPages);
  }
  if (build && !existsSync(serverFolder(ROOT))) {
    await step("Building the server", needServer);
  }
}
