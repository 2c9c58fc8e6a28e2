import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/** What a model's server is asked, in either of the two ways. */
export type Heard = {
  api: "openai" | "ollama";
  path: string;
  authorization: string | undefined;
  model: string;
  /** The house's own words, and the material as it was sent. */
  task: string;
  material: string;
  /** Whether the answer's form was given as a schema. */
  schema: boolean;
};

/** What the server does: says something (a text, or anything as JSON), or one of the things that go wrong. */
export type Act =
  | { say: unknown }
  | { status: number; headers?: Record<string, string>; body?: string }
  | { raw: string }
  | { fault: "hang" | "drip" | "cut" | "huge" };

/** What it does with a request; it answers when the promise does. */
export type Behaviour = (heard: Heard) => Act | Promise<Act>;

export type Asked = { id: string; question: string; right: string[]; wrong: string[]; avoid: string[] };

export type ModelServer = {
  url: string;
  heard: Heard[];
  /** Changes what it does from now on. */
  behave: (act: Behaviour) => void;
  close: () => Promise<void>;
};

const Body = z.object({
  model: z.string(),
  stream: z.literal(false),
  messages: z.tuple([
    z.object({ role: z.literal("system"), content: z.string() }),
    z.object({ role: z.literal("user"), content: z.string() }),
  ]),
  response_format: z.object({ type: z.literal("json_schema"), json_schema: z.object({}) }).optional(),
  format: z.object({ type: z.literal("object") }).optional(),
});
const Material = z.object({
  questions: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      right: z.array(z.string()),
      wrong: z.array(z.string()),
      avoid: z.array(z.string()),
    }),
  ),
});

/** A drop at a time, so that a connection never looks idle. */
const DRIP_MS = 20;

/**
 * A language model's server on this computer that speaks both protocols, `/v1/chat/completions` and `/api/chat`, says what
 * a test wants and fails as a test wants. `act` sees every request.
 */
export async function startModelServer(act: Behaviour): Promise<ModelServer> {
  const heard: Heard[] = [];
  let behaviour = act;
  const http = createServer((request, response) => {
    void respond(request, response).catch(() => response.destroy());
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const api = apiOf(request);
    const body = Body.safeParse(JSON.parse(await textOf(request)));
    if (!api || !body.success) {
      response.writeHead(api ? 400 : 404).end();
      return;
    }
    const { model, messages, response_format, format } = body.data;
    const [task, material] = messages;
    const one: Heard = {
      api,
      path: request.url ?? "",
      authorization: request.headers.authorization,
      model,
      task: task.content,
      material: material.content,
      schema: (api === "openai" ? response_format : format) !== undefined,
    };
    heard.push(one);
    perform(await behaviour(one), api, response);
  }

  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    heard,
    behave(next) {
      behaviour = next;
    },
    async close() {
      http.closeAllConnections();
      if (http.listening) await new Promise((resolve) => http.close(resolve));
    },
  };
}

function apiOf({ method, url }: IncomingMessage): Heard["api"] | null {
  if (method !== "POST") return null;
  if (url === "/v1/chat/completions") return "openai";
  return url === "/api/chat" ? "ollama" : null;
}

function perform(act: Act, api: Heard["api"], response: ServerResponse): void {
  if ("status" in act) {
    response.writeHead(act.status, act.headers).end(act.body);
  } else if ("raw" in act) {
    response.writeHead(200, { "content-type": "application/json" }).end(act.raw);
  } else if ("say" in act) {
    response.writeHead(200, { "content-type": "application/json" }).end(envelope(api, act.say));
  } else {
    fail(act.fault, api, response);
  }
}

function fail(fault: "hang" | "drip" | "cut" | "huge", api: Heard["api"], response: ServerResponse): void {
  if (fault === "hang") return;
  response.writeHead(200, { "content-type": "application/json" });
  if (fault === "cut") {
    response.write(envelope(api, { questions: [] }).slice(0, 20), () => response.destroy());
    return;
  }
  const piece = fault === "drip" ? " " : " ".repeat(64 * 1024);
  const timer = setInterval(() => response.write(piece), fault === "drip" ? DRIP_MS : 1);
  response.once("close", () => clearInterval(timer));
}

/** The model's words as its server wraps them. */
export function envelope(api: Heard["api"], say: unknown): string {
  const content = typeof say === "string" ? say : JSON.stringify(say);
  const message = { role: "assistant", content };
  return JSON.stringify(
    api === "openai"
      ? { id: "1", object: "chat.completion", choices: [{ index: 0, message, finish_reason: "stop" }] }
      : { model: "m", message, done: true },
  );
}

/** The questions that stand in a request. */
export function askedIn(heard: Heard): Asked[] {
  return Material.parse(JSON.parse(heard.material)).questions;
}

/** Answers every question of a request with what `propose` says to it. */
export function proposing(
  propose: (asked: Asked) => { distractors?: string[]; rewordings?: string[] },
): (heard: Heard) => Act {
  return (heard) => ({
    say: {
      questions: askedIn(heard).map((asked) => ({
        id: asked.id,
        distractors: [],
        rewordings: [],
        ...propose(asked),
      })),
    },
  });
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
