import { z } from "zod";
import { JoinRequest, LookRequest, PlayerCommand, ResumeRequest } from "@/contract/commands";
import type { Ack, RejectionCode } from "@/contract/errors";
import type { PlayerId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { SeatGrant } from "@/contract/wire";
import type { Room } from "../room/room";
import type { Sit } from "../room/seating";
import { lookAtClass, proveSeat } from "./class-seat";
import type { TransportContext } from "./context";
import { type Answer, guard, listener } from "./guard";
import { LagMeter } from "./lag-meter";
import { mayBeShown } from "./name-filter";
import { addressOf } from "./origin";
import type { PlayerSocket } from "./screens";

type Granted = (ack: Ack<SeatGrant>) => void;
type Refused = (ack: { ok: false; code: RejectionCode }) => void;

/** Wires one phone's connection: it joins or resumes, and then speaks for its seat and no other. */
export function wirePlayer(socket: PlayerSocket, context: TransportContext) {
  const { registry, isElsewhere, throttle, screens, now, logger, place } = context;
  const address = addressOf(socket.handshake, place);
  const lag = new LagMeter(socket, now);
  let seat: { room: Room; playerId: PlayerId } | null = null;
  // A connection that never asks for a seat is closed, whatever it sends meanwhile.
  const seatless = setTimeout(() => seat ?? socket.disconnect(true), LIMITS.seatDeadlineMs);

  /** This connection no longer speaks for its seat; the seat itself stays. */
  const rise = () => {
    if (seat && screens.of(seat.room.sessionId).unseat(seat.playerId, socket))
      seat.room.phoneWent(seat.playerId);
    seat = null;
  };
  /** Takes the seat that a room gives: from this moment every patch comes here, so the grant is out before the first. */
  const sit =
    (answer: Granted, classSeat?: string) =>
    (room: Room): Sit =>
    (grant) => {
      if (!socket.connected) return room.phoneWent(grant.playerId);
      if (seat?.playerId !== grant.playerId) rise();
      seat = { room, playerId: grant.playerId };
      screens.of(room.sessionId).seat(grant.playerId, socket);
      answer({ ok: true, ...grant, ...(classSeat ? { classSeat } : {}) });
      clearTimeout(seatless);
      throttle.inside(address, room.sessionId);
      lag.start();
    };
  /** Another server has the room that is asked for: this connection was made before it was there. The next one finds it. */
  const sendThere = (answer: Refused) => {
    refuse(answer, "try-again");
    socket.conn.close();
  };
  /** A guest sits down under a name, a student by a proof. */
  const takeSeat = async (
    room: Room,
    request: JoinRequest,
    answer: Answer,
  ): Promise<RejectionCode | null> => {
    if (!("student" in request)) {
      if (!mayBeShown(request.name)) return "name-refused";
      return room.join({ ...request, studentId: null }, sit(answer)(room));
    }
    const proof = await proveSeat(context, room, request, address);
    if (!proof.ok) return proof.code;
    const { student, classSeat } = proof;
    return room.join({ ...request, name: student.name, studentId: student.id }, sit(answer, classSeat)(room));
  };
  /** A phone comes back to the seat that its token opens. */
  const resume = async ({ token, pin }: ResumeRequest, answer: Granted) => {
    const refused = await registry.resume(token, sit(answer));
    if (refused === "seat-unknown" && pin && (await isElsewhere(pin))) return sendThere(answer);
    if (refused) refuse(answer, refused);
  };
  /** The seat that this connection speaks for; null also after it was displaced. */
  const seated = () => (seat && screens.of(seat.room.sessionId).has(seat.playerId, socket) ? seat : null);

  guard(
    socket,
    {
      look: listener(
        { schema: LookRequest, maxBytes: LIMITS.playerMessageBytes, rate: { count: 10, ms: 10_000 } },
        async (request, answer) => {
          const room = registry.find(request.pin);
          if (!(await throttle.allows(address, room?.sessionId ?? null))) return refuse(answer, "too-fast");
          if (!room && (await isElsewhere(request.pin))) return sendThere(answer);
          if (!room?.knows(request.factor)) {
            // A phone that has not been asked for the word yet has not guessed it.
            if (!room || request.factor !== undefined) await throttle.wrong(address);
            return refuse(answer, room ? "wrong-factor" : "no-such-room");
          }
          const roster = await lookAtClass(context, room, request.classSeats);
          answer({ ok: true, roster, names: room.state.settings.names });
        },
      ),
      join: listener(
        { schema: JoinRequest, maxBytes: LIMITS.playerMessageBytes, rate: { count: 6, ms: 10_000 } },
        async (request, answer) => {
          const room = registry.find(request.pin);
          if (!(await throttle.allows(address, room?.sessionId ?? null))) return refuse(answer, "too-fast");
          if (!room && (await isElsewhere(request.pin))) return sendThere(answer);
          const refused = room ? await takeSeat(room, request, answer) : "no-such-room";
          if (refused === "no-such-room" || refused === "wrong-factor") await throttle.wrong(address);
          if (refused) refuse(answer, refused);
        },
      ),
      resume: listener(
        { schema: ResumeRequest, maxBytes: LIMITS.playerMessageBytes, rate: { count: 6, ms: 10_000 } },
        resume,
      ),
      command: listener(
        { schema: PlayerCommand, maxBytes: LIMITS.playerMessageBytes, rate: { count: 30, ms: 10_000 } },
        (command, answer) => {
          const held = seated();
          if (!held) return refuse(answer, "seat-unknown");
          held.room.player(held.playerId, command, lag.lagMs, answer);
        },
      ),
      sync: listener(
        { schema: z.object({}), maxBytes: LIMITS.playerMessageBytes, rate: { count: 10, ms: 10_000 } },
        (_, answer) => {
          const held = seated();
          if (!held) return refuse(answer, "seat-unknown");
          held.room.wholeForPhone(held.playerId, (snapshot) => answer({ ok: true, snapshot }));
        },
      ),
    },
    now,
    logger,
  );

  // A phone that comes back says so with its connection, and is in its seat a round-trip earlier.
  const asked = ResumeRequest.safeParse(socket.handshake.auth);
  if (asked.success) {
    const tell = (ack: Ack<SeatGrant>) => socket.emit("seated", ack);
    resume(asked.data, tell).catch((error: unknown) => {
      logger.error({ socket: socket.id, error: String(error) }, "a seat could not be opened again");
      refuse(tell, "try-again");
    });
  }

  socket.on("disconnect", () => {
    clearTimeout(seatless);
    rise();
  });
}

function refuse(answer: Refused, code: RejectionCode) {
  answer({ ok: false, code });
}
