import WebSocket from "ws";

/** A client with nothing but a WebSocket in it, so that thousands fit into one measuring process. */
export interface RawClient {
  /** Sends and resolves with the acknowledgement. */
  ask(event: string, payload: object): Promise<Record<string, unknown>>;
  /** Called for every message that is no acknowledgement. */
  onEvent: (event: string, payload: unknown) => void;
  /** Messages received so far, engine pings not counted. */
  received: number;
  /** Acknowledgements of what had been acknowledged before. */
  repeated: number;
  close(): void;
}

/** A client whose messages leave as `frame` writes them; `answered` is to be told of every acknowledgement. */
function clientOver(socket: WebSocket, frame: (id: number, event: string, payload: object) => string) {
  const waiting = new Map<number, (answer: Record<string, unknown>) => void>();
  let next = 0;
  const client: RawClient = {
    received: 0,
    repeated: 0,
    onEvent: () => {},
    ask: (event, payload) =>
      new Promise((resolve) => {
        const id = next++;
        waiting.set(id, resolve);
        socket.send(frame(id, event, payload));
      }),
    close: () => socket.close(),
  };
  const answered = (id: number, answer: Record<string, unknown>) => {
    waiting.get(id)?.(answer);
    if (!waiting.delete(id)) client.repeated += 1;
  };
  return { client, answered };
}

/**
 * Opens a connection that speaks the Socket.IO protocol (revision 5 over Engine.IO 4), WebSocket only. `room`: the game
 * that it is for, by PIN or session id, where several servers share the games.
 */
export function openSocketIo(
  origin: string,
  namespace: string,
  options: { auth?: object; headers?: Record<string, string>; room?: string } = {},
): Promise<RawClient> {
  const room = options.room === undefined ? "" : `&room=${options.room}`;
  const socket = new WebSocket(
    `${origin.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket${room}`,
    {
      perMessageDeflate: false,
      ...(options.headers ? { headers: options.headers } : {}),
    },
  );
  const { client, answered } = clientOver(
    socket,
    (id, event, payload) => `42${namespace},${id}${JSON.stringify([event, payload])}`,
  );
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.on("message", (data) => {
      const text = String(data);
      if (text === "2") return socket.send("3");
      if (text.startsWith("0")) return socket.send(`40${namespace},${JSON.stringify(options.auth ?? {})}`);
      if (text.startsWith("44")) return reject(new Error(text));
      if (text.startsWith("40")) return resolve(client);
      client.received += 1;
      const body = text.slice(3 + namespace.length);
      const bracket = body.indexOf("[");
      const id = bracket > 0 ? Number(body.slice(0, bracket)) : null;
      const content: unknown[] = JSON.parse(body.slice(bracket));
      if (text.startsWith("43") && id !== null) {
        answered(id, content[0] as Record<string, unknown>);
        return;
      }
      // A clock sample is part of every connection, whatever goes on in the game: answered, not counted.
      if (id !== null) {
        client.received -= 1;
        socket.send(`43${namespace},${id}[]`);
        return;
      }
      client.onEvent(String(content[0]), content[1]);
    });
  });
}

/** Opens a connection to the bare ws server. */
export function openBareWs(origin: string): Promise<RawClient> {
  const socket = new WebSocket(origin.replace("http", "ws"), { perMessageDeflate: false });
  const { client, answered } = clientOver(socket, (id, event, payload) =>
    JSON.stringify({ id, event, payload }),
  );
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("open", () => resolve(client));
    socket.on("message", (data) => {
      client.received += 1;
      const { id, answer, event, payload } = JSON.parse(String(data));
      if (id === undefined) return client.onEvent(event, payload);
      answered(id, answer);
    });
  });
}
