import { z } from "zod";
import type { ModelPlace } from "../env";

export type Message = { role: "system" | "user"; content: string };

type Protocol = {
  /** Where the messages go. A bare host gets the usual folder in front. */
  address: (url: string) => string;
  /** `schema`: the JSON schema of the answer wanted; undefined for servers that have refused one. */
  body: (model: string, messages: Message[], schema: object | undefined) => object;
  /** The model's words in what its server sent. */
  reply: z.ZodType<string>;
};

/** The two ways in which model servers are spoken to: OpenAI's, which most have taken over, and Ollama's own. */
export const PROTOCOLS: Record<ModelPlace["api"], Protocol> = {
  openai: {
    address: (url) => `${new URL(url).pathname === "/" ? `${url}/v1` : url}/chat/completions`,
    body: (model, messages, schema) => ({
      model,
      messages,
      stream: false,
      ...(schema && {
        response_format: { type: "json_schema", json_schema: { name: "proposals", schema } },
      }),
    }),
    reply: z
      .object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })
      .transform(({ choices }) => choices[0]?.message.content ?? ""),
  },
  ollama: {
    address: (url) => `${url}/api/chat`,
    body: (model, messages, schema) => ({
      model,
      messages,
      stream: false,
      ...(schema && { format: schema }),
    }),
    reply: z
      .object({ message: z.object({ content: z.string() }) })
      .transform(({ message }) => message.content),
  },
};
