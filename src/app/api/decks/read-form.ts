import { readBounded, refuse } from "#server/auth/guard-request";
import { DECK_LIMITS } from "@/contract/deck";

/** A file as large as is read, the cards as JSON beside it, and the boundaries of the form. */
const FORM_BYTES = DECK_LIMITS.fileBytes + 2 * DECK_LIMITS.textChars;

/** The multipart form of a request, or the refusal to answer with when it is too large or not one. */
export async function readForm(request: Request): Promise<FormData | Response> {
  const type = request.headers.get("content-type") ?? "";
  const body = await readBounded(request, FORM_BYTES);
  if (!body) {
    return refuse(
      413,
      `This is larger than ${Math.floor(DECK_LIMITS.fileBytes / 1024 / 1024)} MB. Export the deck without pictures, or split it.`,
    );
  }
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch {
    return refuse(400, "This upload could not be read. Try again.");
  }
}
