import fc from "fast-check";
import { expect, it } from "vitest";
import { readMessages } from "./wire-messages";

function typed(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, "latin1");
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

function untyped(body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length + 4);
  return Buffer.concat([head, body]);
}

async function* inPieces(bytes: Buffer, cuts: number[]): AsyncGenerator<Buffer> {
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  for (const [index, edge] of edges.entries()) yield bytes.subarray(edges[index - 1] ?? 0, edge);
}

it("reads the same messages however the stream is cut", async () => {
  const body = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
  const message = fc.tuple(fc.constantFrom("Q", "P", "B", "S"), body);
  await fc.assert(
    fc.asyncProperty(body, fc.array(message), fc.array(fc.nat()), async (opening, messages, cuts) => {
      const sent = [untyped(opening), ...messages.map(([type, content]) => typed(type, content))];
      const received: Buffer[] = [];
      const types: string[] = [];
      for await (const { type, bytes } of readMessages(
        inPieces(Buffer.concat(sent), cuts),
        () => received.length === 0,
      )) {
        received.push(bytes);
        types.push(type);
      }
      expect(received).toEqual(sent);
      expect(types).toEqual(["", ...messages.map(([type]) => type)]);
    }),
  );
});

it.each([0, 3, 0x7fffffff])("refuses a message that says it is %s bytes long", async (length) => {
  const bytes = typed("Q", Buffer.alloc(0));
  bytes.writeUInt32BE(length, 1);
  const read = readMessages(inPieces(bytes, []), () => false).next();
  await expect(read).rejects.toThrow("not acceptable");
});
