import type { SessionId } from "@/contract/ids";
import type { HostPass } from "@/contract/wire";
import type { Shelf } from "./seat-keeper";

const KEY = "deckdash.host-passes";
/** A school day has few games; older passes have ended anyway. */
const KEPT = 8;

/** The passes by which this browser hosts games as a second device, newest first. */
export class HostPassKeeper {
  constructor(private readonly shelf: Shelf) {}

  /** The pass that this device has for a session. */
  find(sessionId: SessionId): string | null {
    return this.all().find((kept) => kept.sessionId === sessionId)?.pass ?? null;
  }

  /** Takes the place of what was kept for the same session. */
  keep(pass: HostPass) {
    this.write([pass, ...this.all().filter(({ sessionId }) => sessionId !== pass.sessionId)]);
  }

  forget(sessionId: SessionId) {
    this.write(this.all().filter((kept) => kept.sessionId !== sessionId));
  }

  private all(): HostPass[] {
    try {
      const kept: unknown = JSON.parse(this.shelf.getItem(KEY) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isPass) : [];
    } catch {
      return [];
    }
  }

  private write(passes: HostPass[]) {
    try {
      this.shelf.setItem(KEY, JSON.stringify(passes.slice(0, KEPT)));
    } catch {
      // A browser that refuses storage hosts until its page is reloaded, and then needs a new link.
    }
  }
}

function isPass(value: unknown): value is HostPass {
  if (typeof value !== "object" || value === null) return false;
  const { sessionId, pass } = value as Record<string, unknown>;
  return typeof sessionId === "string" && typeof pass === "string";
}
