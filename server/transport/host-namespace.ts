import { z } from "zod";
import { HostAuth, HostCommand } from "@/contract/commands";
import type { RejectionCode } from "@/contract/errors";
import type { HostPass } from "@/contract/wire";
import type { Room } from "../room/room";
import type { TransportContext } from "./context";
import { guard, listener } from "./guard";
import { LagMeter } from "./lag-meter";
import { addressOf } from "./origin";
import type { HostSocket } from "./screens";

/** How long a proof that the teacher is signed in is believed, and how often an idle screen is asked: a login can expire. */
const PROOF_MS = 5_000;
const RECHECK_MS = 15_000;
const HOST_MESSAGE_BYTES = 4_000;

/** The room that a connection may host, and by which login; null for a second device, which has none. */
type Hosted = { ok: true; room: Room; loginId: string | null } | { ok: false; code: RejectionCode };

/**
 * The room that this connection may host, or the reason why none. Only its own teacher's cookie opens a session, or a
 * pass that such a host has given to a second device.
 */
export async function hostedRoom(
  handshake: Pick<HostSocket["handshake"], "auth" | "headers">,
  { registry, isElsewhere, teacherFromHeaders, hostPasses }: TransportContext,
): Promise<Hosted> {
  const auth = HostAuth.safeParse(handshake.auth);
  if (!auth.success || "link" in auth.data) return { ok: false, code: "malformed" };
  const { sessionId, pass } = auth.data;
  const signedIn = pass
    ? null
    : await teacherFromHeaders(new Headers({ cookie: handshake.headers.cookie ?? "" }));
  const teacher = pass ? await hostPasses.teacherOf(sessionId, pass) : signedIn;
  if (!teacher) return { ok: false, code: "unauthorised" };
  const room = registry.byId(sessionId);
  if (!room) return { ok: false, code: (await isElsewhere(sessionId)) ? "try-again" : "no-such-room" };
  if (room.teacherId !== teacher.teacherId) return { ok: false, code: "unauthorised" };
  return { ok: true, room, loginId: signedIn?.loginId ?? null };
}

/** Takes a handover link: the pass that its device keeps, null for a connection without a link, or the reason why none. */
export async function takenLink(
  handshake: Pick<HostSocket["handshake"], "auth" | "headers" | "address">,
  context: TransportContext,
): Promise<{ ok: true; pass: HostPass | null } | { ok: false; code: RejectionCode }> {
  const { registry, handovers, hostPasses, throttle, now, place } = context;
  const auth = HostAuth.safeParse(handshake.auth);
  if (!auth.success || !("link" in auth.data)) return { ok: true, pass: null };
  const address = addressOf(handshake, place);
  const leadsTo = handovers.leadsTo(auth.data.link);
  if (!(await throttle.allows(address, leadsTo))) return { ok: false, code: "too-fast" };
  const taken = handovers.take(auth.data.link, now());
  const room = taken && registry.byId(taken.sessionId);
  if (!room) {
    await throttle.wrong(address);
    return { ok: false, code: "link-used" };
  }
  const { sessionId, loginId } = taken;
  const pass = await hostPasses.issue(sessionId, loginId);
  countPasses(room, context);
  return { ok: true, pass: { sessionId, pass } };
}

/** Tells the host's screens how many second devices may host this game now. */
function countPasses(room: Room, { hostPasses, logger }: Pick<TransportContext, "hostPasses" | "logger">) {
  hostPasses.count(room.sessionId).then(
    (allowed) => room.devicesChanged({ allowed }),
    (error: unknown) =>
      logger.warn({ session: room.sessionId, error: String(error) }, "second devices could not be counted"),
  );
}

/** Wires one host screen of a room; there may be several, and they all show the same. `loginId`: null on a second device. */
export function wireHost(
  socket: HostSocket,
  { room, loginId }: Pick<Extract<Hosted, { ok: true }>, "room" | "loginId">,
  context: TransportContext,
) {
  const { handovers, hostPasses, throttle, screens, now, logger, place } = context;
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
            screens.of(room.sessionId).addHost(socket, { remote: loginId === null });
            answer({ ok: true, snapshot });
            lag.start();
            room.devicesChanged(screens.of(room.sessionId).hosts);
            countPasses(room, context);
          });
        },
      ),
      handover: listener(
        { schema: z.object({}), maxBytes: HOST_MESSAGE_BYTES, rate: { count: 6, ms: 60_000 } },
        async (_, answer) => {
          if (loginId === null || !(await stillHost())) return answer({ ok: false, code: "unauthorised" });
          answer({ ok: true, ...handovers.open({ sessionId: room.sessionId, loginId }, now()) });
        },
      ),
      "end-handover": listener(
        { schema: z.object({}), maxBytes: HOST_MESSAGE_BYTES, rate: { count: 6, ms: 10_000 } },
        async (_, answer) => {
          if (loginId === null || !(await stillHost())) return answer({ ok: false, code: "unauthorised" });
          handovers.forget(room.sessionId);
          await hostPasses.endAll(room.sessionId);
          screens.of(room.sessionId).endRemotes();
          room.devicesChanged({ allowed: 0 });
          answer({ ok: true });
        },
      ),
    },
    now,
    logger,
  );

  socket.on("disconnect", () => {
    clearInterval(recheck);
    stopListening();
    if (!watching) return;
    watching = false;
    screens.of(room.sessionId).removeHost(socket);
    room.hostWent();
    room.devicesChanged(screens.of(room.sessionId).hosts);
  });
}
