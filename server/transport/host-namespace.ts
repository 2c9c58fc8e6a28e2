import { z } from "zod";
import { HostCommand } from "@/contract/commands";
import type { RejectionCode } from "@/contract/errors";
import { SessionId } from "@/contract/ids";
import type { Room } from "../room/room";
import type { TransportContext } from "./context";
import { guard, listener } from "./guard";
import { LagMeter } from "./lag-meter";
import { addressOf } from "./origin";
import type { HostSocket } from "./screens";

const HostAuth = z.object({ sessionId: SessionId });
/** How long a proof that the teacher is signed in is believed, and how often an idle screen is asked: a login can expire. */
const PROOF_MS = 5_000;
const RECHECK_MS = 15_000;
const HOST_MESSAGE_BYTES = 4_000;

/** The room that this connection may host, or the reason why none. Only its own teacher's cookie opens a session. */
export async function hostedRoom(
  handshake: Pick<HostSocket["handshake"], "auth" | "headers">,
  { registry, teacherFromHeaders }: TransportContext,
): Promise<{ ok: true; room: Room } | { ok: false; code: RejectionCode }> {
  const auth = HostAuth.safeParse(handshake.auth);
  if (!auth.success) return { ok: false, code: "malformed" };
  const teacher = await teacherFromHeaders(new Headers({ cookie: handshake.headers.cookie ?? "" }));
  if (!teacher) return { ok: false, code: "unauthorised" };
  const room = registry.byId(auth.data.sessionId);
  if (!room) return { ok: false, code: "no-such-room" };
  return room.teacherId === teacher.teacherId ? { ok: true, room } : { ok: false, code: "unauthorised" };
}

/** Wires one host screen of a room; there may be several, and they all show the same. */
export function wireHost(socket: HostSocket, room: Room, context: TransportContext) {
  const { throttle, screens, now, logger, place } = context;
  throttle.inside(addressOf(socket.handshake, place), room.sessionId);
  const lag = new LagMeter(socket, now);
  let provenAt = now();
  let watching = false;

  /** A teacher who signs out, or whose login is revoked, hosts no longer: also over a connection made before. */
  const stillHost = async (): Promise<boolean> => {
    if (now() - provenAt < PROOF_MS) return true;
    const hosted = await hostedRoom(socket.handshake, context);
    if (hosted.ok) provenAt = now();
    else if (hosted.code === "unauthorised") {
      socket.emit("dismissed", "unauthorised");
      socket.disconnect(true);
    }
    return hosted.ok;
  };
  const check = () => {
    stillHost().catch((error: unknown) =>
      logger.warn({ session: room.sessionId, error: String(error) }, "a host's login could not be checked"),
    );
  };
  const recheck = setInterval(check, RECHECK_MS);
  const stopListening = context.onLoginsEnded(({ teacherId }) => {
    if (teacherId !== room.teacherId) return;
    provenAt = Number.NEGATIVE_INFINITY;
    check();
  });

  guard(
    socket,
    {
      command: listener(
        { schema: HostCommand, maxBytes: HOST_MESSAGE_BYTES, rate: { count: 60, ms: 10_000 } },
        async (command, answer) => {
          if (await stillHost()) room.host(command, answer);
          else answer({ ok: false, code: "unauthorised" });
        },
      ),
      sync: listener(
        { schema: z.object({}), maxBytes: HOST_MESSAGE_BYTES, rate: { count: 20, ms: 10_000 } },
        async (_, answer) => {
          if (!(await stillHost())) return answer({ ok: false, code: "unauthorised" });
          if (watching) return room.wholeForHost((snapshot) => answer({ ok: true, snapshot }));
          room.hostCame((snapshot) => {
            if (!socket.connected) return room.hostWent();
            watching = true;
            screens.of(room.sessionId).addHost(socket);
            answer({ ok: true, snapshot });
            lag.start();
          });
        },
      ),
    },
    now,
    logger,
  );

  socket.on("disconnect", () => {
    clearInterval(recheck);
    stopListening();
    if (watching) room.hostWent();
    watching = false;
  });
}
