import WebSocket from "ws";

/** Frames on one connection; the server ends it at the first that is no packet at all. */
const PER_CONNECTION = 50;
/** Long enough for the server to read what was sent, short enough for the connection to break off in mid-flood, ms. */
const READ_MS = 2;

const WHOLE =
  '42/player,1["command",{"type":"answer","commandId":"command-000000000000000000000009","roundId":"r","optionId":"o"}]';

/** One frame that no client of ours would send: binary, cut off, nested, poisoned, too large, of no namespace, garbled. */
function malformedFrame(random: () => number): string | Buffer {
  switch (Math.floor(random() * 8)) {
    case 0:
      return Buffer.from([random() * 256, random() * 256, random() * 256]);
    case 1:
      return WHOLE.slice(0, random() * WHOLE.length);
    case 2:
      return `42/player,1["command",${"[".repeat(2_000)}`;
    case 3:
      return `42/player,2["__proto__",{"__proto__":{"ok":true}}]`;
    case 4:
      return `451-/player,3["command",{"_placeholder":true,"num":0}]`;
    case 5:
      return `42/player,4["command",{"type":"answer","x":"${"y".repeat(3_000)}"}]`;
    case 6:
      return `4${Math.floor(random() * 9)}/${"n".repeat(random() * 50)},`;
    default:
      return WHOLE.replace(/[a-z]/g, (letter) =>
        random() < 0.1 ? String.fromCharCode(random() * 65_535) : letter,
      );
  }
}

/** Sends so many malformed frames at the engine.io level, over ever new connections that break off. */
export async function sendMalformed(origin: string, frames: number, random: () => number): Promise<void> {
  const address = `${origin.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`;
  for (let sent = 0; sent < frames; ) {
    const socket = new WebSocket(address);
    socket.on("error", () => {});
    await new Promise((resolve) => socket.once("open", resolve));
    socket.send("40/player,");
    for (let i = 0; i < PER_CONNECTION && sent < frames; i++, sent++)
      socket.send(malformedFrame(random), () => {});
    await new Promise((resolve) => setTimeout(resolve, READ_MS));
    socket.terminate();
  }
}
