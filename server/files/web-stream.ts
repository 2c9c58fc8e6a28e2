/**
 * Pieces → the body of a web response. A piece is asked for when there is room for it; whoever breaks the download off
 * ends the source too, and an error in the source breaks the download off, so that half a file is never taken for a whole.
 */
export function webStream(
  pieces: AsyncIterable<string | Uint8Array> | readonly (string | Uint8Array)[],
): ReadableStream<Uint8Array> {
  const source = each(pieces);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      await source.return(undefined);
    },
  });
}

async function* each<T>(pieces: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* pieces;
}
