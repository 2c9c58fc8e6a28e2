import { webStream } from "#server/files/web-stream";

/** A file to keep, made as it is sent. @param file its name, with its ending and without spaces */
export const downloadOf = (pieces: Parameters<typeof webStream>[0], file: string, type: string): Response =>
  new Response(webStream(pieces), {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file)}`,
      "cache-control": "no-store",
    },
  });
