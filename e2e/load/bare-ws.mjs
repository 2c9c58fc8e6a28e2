// The limit of what WebSockets can do here: the same as bare-socketio.mjs, as plain JSON over ws.
import { createServer } from "node:http";
import { WebSocketServer } from "ws";

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
/** @type {Map<string, Set<import("ws").WebSocket>>} */
const rooms = new Map();

server.on("connection", (socket) => {
  socket.on("message", (data) => {
    const { id, event, payload } = JSON.parse(data.toString());
    if (event === "join") rooms.set(payload.pin, (rooms.get(payload.pin) ?? new Set()).add(socket));
    socket.send(JSON.stringify({ id, answer: { ok: true } }));
    if (event !== "host") return;
    const frame = JSON.stringify({ event: "patch", payload: payload.patch });
    for (const player of rooms.get(payload.pin) ?? []) player.send(frame);
  });
});
http.listen(Number(process.env.PORT), "127.0.0.1");
