import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import type { RoomLogger } from "../room/ports";
import { answerAt } from "./answer-at";

const ANSWER_MS = 5_000;

/**
 * Finds out whether the address that the other servers are told leads to this very server: a wrong one would leave
 * everybody outside who comes through another server. Says so in the log; the games here go on. Resolves when it is known.
 */
export async function checkOwnAddress(
  http: Server,
  { address, basePath, logger }: { address: string; basePath: string; logger: RoomLogger },
): Promise<void> {
  const path = `${basePath}/servers/who`;
  const self = randomUUID();
  answerAt(http, path, async (_, response) => response.end(self));
  const found = await fetch(`${address}${path}`, { signal: AbortSignal.timeout(ANSWER_MS) })
    .then((answer) => answer.text())
    .catch(() => null);
  if (found !== self)
    logger.error(
      { address },
      found === null
        ? "this server cannot be reached at the address that the others are told: set NODE_URL to one by which they reach it"
        : "another server answers at the address that the others are told: set NODE_URL to one of this server's own",
    );
}
