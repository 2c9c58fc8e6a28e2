import type { Ack, RejectionCode } from "@/contract/errors";
import { REJECTIONS } from "@/contract/errors";
import type { SessionId } from "@/contract/ids";
import { NAMESPACES } from "@/contract/wire";
import { HostPassKeeper } from "./host-pass-keeper";
import type { Shelf } from "./seat-keeper";
import { aim, type Elsewhere, openSocket } from "./socket";

/**
 * Takes a handover link for this device and keeps the pass that it is answered with. Resolves with the session to host,
 * or with the reason why not; waits for a network as long as there is none.
 */
export function claimHost(
  code: string,
  shelf: Shelf,
  elsewhere?: Elsewhere,
): Promise<Ack<{ sessionId: SessionId }>> {
  const socket = openSocket(NAMESPACES.host, { link: code }, elsewhere);
  // A code begins with its session.
  aim(socket, code.split(".")[0] ?? "");
  return new Promise((resolve) => {
    socket.on("pass", (pass, kept) => {
      new HostPassKeeper(shelf).keep(pass);
      kept();
      resolve({ ok: true, sessionId: pass.sessionId });
      socket.disconnect();
    });
    socket.on("connect_error", ({ message }) => {
      // Anything else is the network's, and the socket tries again by itself.
      if (!isRejection(message)) return;
      resolve({ ok: false, code: message });
      socket.disconnect();
    });
    socket.connect();
  });
}

function isRejection(text: string): text is RejectionCode {
  return text in REJECTIONS;
}
