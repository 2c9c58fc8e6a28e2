import { z } from "zod";
import type { ModelPlace } from "../env";
import { Breaker } from "./breaker";
import type { LanguageModel, ModelAnswer, ModelFault, ModelQuestion } from "./model";
import { type Message, PROTOCOLS } from "./protocols";
import { Turns } from "./turns";

/** A whole answer of proposals is under 10 kB; what is larger is no answer. */
const MAX_REPLY_BYTES = 256 * 1024;
/** A model on the school's own computer answers one question at a time anyway. */
const AT_ONCE = 2;

/** A reason to give up on this answer. */
class Fault extends Error {
  constructor(
    readonly fault: ModelFault,
    readonly status = 0,
    /** How long the server asked to be left alone, ms. */
    readonly restMs = 0,
  ) {
    super(fault);
  }
}

/**
 * The model at the operator's address. The address is configuration, never a person's input; redirects are not
 * followed, so that neither the key nor a card's text goes anywhere else.
 */
export function createLanguageModel(place: ModelPlace, now: () => number): LanguageModel {
  const breaker = new Breaker(now);
  const turns = new Turns(AT_ONCE);
  const protocol = PROTOCOLS[place.api];
  const address = protocol.address(place.url);
  let takesSchema = true;

  async function post(messages: Message[], schema: object | undefined, signal: AbortSignal): Promise<string> {
    const response = await fetch(address, {
      method: "POST",
      redirect: "manual",
      signal,
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(place.key && { authorization: `Bearer ${place.key}` }),
      },
      body: JSON.stringify(protocol.body(place.name, messages, schema)),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw faultOf(response, now());
    }
    const envelope = protocol.reply.safeParse(parsed(await readText(response)));
    if (!envelope.success) throw new Fault("unreadable");
    return envelope.data;
  }

  async function answer<T>({ task, material, reply }: ModelQuestion<T>, signal: AbortSignal): Promise<T> {
    const messages: Message[] = [
      { role: "system", content: task },
      { role: "user", content: material },
    ];
    const schema = z.toJSONSchema(reply, { io: "input" });
    let text: string;
    try {
      text = await post(messages, takesSchema ? schema : undefined, signal);
    } catch (error) {
      // Not every server knows schemas; the task says in words what is wanted, too.
      if (!takesSchema || !(error instanceof Fault) || ![400, 422].includes(error.status)) throw error;
      text = await post(messages, undefined, signal);
      takesSchema = false;
    }
    const read = reply.safeParse(parsed(withoutWrapping(text)));
    if (!read.success) throw new Fault("unreadable");
    return read.data;
  }

  async function ask<T>(question: ModelQuestion<T>, signal: AbortSignal): Promise<ModelAnswer<T>> {
    if (signal.aborted) return { ok: false, fault: "stopped" };
    if (breaker.resting) return { ok: false, fault: "resting" };
    const late = AbortSignal.timeout(place.timeoutMs);
    try {
      const value = await answer(question, AbortSignal.any([signal, late]));
      breaker.succeeded();
      return { ok: true, value };
    } catch (error) {
      if (signal.aborted) return { ok: false, fault: "stopped" };
      const fault = error instanceof Fault ? error : new Fault(late.aborted ? "too-slow" : "unreachable");
      breaker.failed(fault.restMs);
      return { ok: false, fault: fault.fault };
    }
  }

  return {
    name: place.name,
    address: new URL(place.url).origin,
    ask: (question, signal) => turns.take(() => ask(question, signal)),
  };
}

function faultOf(response: Response, now: number): Fault {
  const { status } = response;
  if (status === 429 || status === 503) {
    return new Fault("busy", status, retryAfter(response.headers.get("retry-after"), now));
  }
  if (status === 401 || status === 403) return new Fault("not-allowed", status);
  return new Fault(status >= 300 && status < 400 ? "redirected" : "failed", status);
}

/** Seconds, or a date; 0 where it is neither. */
function retryAfter(value: string | null, now: number): number {
  if (value === null) return 0;
  const ms = /^\d{1,6}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

/** The body as text, read no further than its limit: the length that a server announces need not be true. */
async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    bytes += part.value.byteLength;
    if (bytes > MAX_REPLY_BYTES) {
      await reader.cancel();
      throw new Fault("too-large");
    }
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Some models think aloud first, some put their JSON into a fence. */
function withoutWrapping(text: string): string {
  const said = text.split("</think>").at(-1) ?? "";
  return said
    .trim()
    .replace(/^```(?:json)?\s*\n/, "")
    .replace(/\n\s*```$/, "");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault("unreadable");
  }
}
