import { webStream } from "#server/files/web-stream";

/** A file to keep, made as it is sent. @param name without its ending, in any letters */
export function downloadOf(
  pieces: AsyncIterable<string | Uint8Array>,
  { name, ending, type }: { name: string; ending: string; type: string },
): Response {
  const safe = name.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60);
  return new Response(webStream(pieces), {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${safe}.${ending}`)}`,
      "cache-control": "no-store",
    },
  });
}
