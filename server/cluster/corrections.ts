import type { Server } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { HostCommand } from "@/contract/commands";
import { type Ack, REJECTIONS, type RejectionCode } from "@/contract/errors";
import { SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { Rooms } from "../room/registry";
import { answerAt } from "./answer-at";
import type { Keeper } from "./keeper";
import type { Vouch } from "./vouch";

const PROOF_HEADER = "x-deckdash-proof";
const ANSWER_MS = 5_000;
const TRY_AGAIN: Ack = { ok: false, code: "try-again" };

const Asked = z.object({ sessionId: SessionId, correction: HostCommand });
const Answered = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.custom<RejectionCode>((code) => String(code) in REJECTIONS) }),
]);

const pathOf = (basePath: string) => `${basePath}/servers/correct`;

/** The rooms of all servers, as pages use them: what is asked of a room that another server has is asked of that one. */
export function roomsOfAll(
  own: Rooms,
  { keeper, vouch, basePath }: { keeper: Pick<Keeper, "serverOf">; vouch: Vouch; basePath: string },
): Rooms {
  return {
    create: (request) => own.create(request),
    async correct(sessionId, correction) {
      try {
        const server = await keeper.serverOf(sessionId);
        if (!server) return await own.correct(sessionId, correction);
        const body = JSON.stringify({ sessionId, correction });
        const answer = await fetch(`${server}${pathOf(basePath)}`, {
          method: "POST",
          body,
          headers: { [PROOF_HEADER]: vouch.sign(body) },
          signal: AbortSignal.timeout(ANSWER_MS),
        });
        return answer.ok ? Answered.parse(await answer.json()) : TRY_AGAIN;
      } catch {
        // It may have been done: the same correction, sent again, gets its first answer.
        return TRY_AGAIN;
      }
    },
  };
}

/** Answers what other servers ask by `roomsOfAll`. `holds`: whether the room is here. */
export function answerCorrections(
  http: Server,
  {
    rooms,
    holds,
    vouch,
    basePath,
  }: { rooms: Rooms; holds: (room: string) => boolean; vouch: Vouch; basePath: string },
) {
  answerAt(http, pathOf(basePath), async (request, response) => {
    // A body without a length could go on for ever.
    const fits = Number(request.headers["content-length"]) <= LIMITS.messageBytes;
    const body = fits ? await text(request) : "";
    if (!vouch.verify(request.headers[PROOF_HEADER], body)) return response.writeHead(404).end();
    const { sessionId, correction } = Asked.parse(JSON.parse(body));
    const known = correction.type === "void-round" || correction.type === "accept-option";
    const said = known && holds(sessionId) ? await rooms.correct(sessionId, correction) : TRY_AGAIN;
    return response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(said));
  });
}
