import type { Redis } from "ioredis";
import type { RoomLogger } from "../room/ports";
import type { OnLoginsEnded } from "../transport/context";

const CHANNEL = "deckdash:logins-ended";

/**
 * Tells the other servers when a teacher's logins end here, and listeners here when they end anywhere. While Redis cannot
 * be reached nobody is told, and an open host screen finds out when its login is looked at next.
 */
export async function shareLoginsEnded(
  redis: Redis,
  own: OnLoginsEnded,
  logger: RoomLogger,
): Promise<{ onLoginsEnded: OnLoginsEnded; close(): void }> {
  const listeners = new Set<Parameters<OnLoginsEnded>[0]>();
  const tell = (ended: { teacherId: string }) => {
    for (const listener of listeners) listener(ended);
  };
  const ear = redis.duplicate();
  ear.on("error", () => {});
  ear.on("message", (_, teacherId) => tell({ teacherId }));
  ear.on("ready", () =>
    ear
      .subscribe(CHANNEL)
      .catch((error: unknown) =>
        logger.warn({ error: String(error) }, "sign-outs on other servers are not heard"),
      ),
  );
  await ear.connect();
  const stop = own(({ teacherId }) => {
    tell({ teacherId });
    redis.publish(CHANNEL, teacherId).catch(() => {});
  });
  return {
    onLoginsEnded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stop();
      ear.disconnect();
    },
  };
}
