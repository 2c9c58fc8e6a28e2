import type { IncomingMessage, Server, ServerResponse } from "node:http";

/** Lets an HTTP server answer what other servers ask at one path; everything else goes where it went. */
export function answerAt(
  http: Server,
  path: string,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>,
) {
  const listeners = http.listeners("request");
  http.removeAllListeners("request");
  http.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === path) answer(request, response).catch(() => response.destroy());
    else for (const listener of listeners) listener.call(http, request, response);
  });
}
