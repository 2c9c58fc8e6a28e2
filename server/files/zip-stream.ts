import { Zip, ZipDeflate } from "fflate";

type TextFile = { path: string; text: AsyncIterable<string> };

/** Files → the bytes of a zip, piece by piece: of all its files only the piece at hand is in memory. */
export async function* zipStream(files: AsyncIterable<TextFile>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const encoder = new TextEncoder();
  for await (const { path, text } of files) {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    for await (const piece of text) {
      file.push(encoder.encode(piece));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
