// The limit of what Socket.IO can do here: takes a message, acknowledges it, and broadcasts the question. Nothing else.
import { createServer } from "node:http";
import { Server } from "socket.io";

const http = createServer();
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false, serveClient: false });
const players = io.of("/player");

players.on("connection", (socket) => {
  socket.on("join", (/** @type {{ pin: string }} */ { pin }, acknowledge) => {
    socket.join(pin);
    acknowledge({ ok: true });
  });
  socket.on("command", (_command, acknowledge) => acknowledge({ ok: true }));
});
io.of("/host").on("connection", (socket) => {
  socket.on("command", (/** @type {{ pin: string, patch: object }} */ { pin, patch }, acknowledge) => {
    acknowledge({ ok: true });
    players.to(pin).emit("patch", patch);
  });
});
http.listen(Number(process.env.PORT), "127.0.0.1");
