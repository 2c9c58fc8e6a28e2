import { guardRequest, refuse } from "#server/auth/guard-request";
import { runtime } from "#server/runtime";
import { NewDeck } from "@/contract/desk";
import { readForm } from "./read-form";

/** Files up to this size are kept as they came; of larger ones (pictures, sound) only the cards are kept. */
const KEPT_FILE_BYTES = 4 * 1024 * 1024;

/** Stores a deck (`deck` as JSON, with the `text` or `file` it came from) and answers with its id. */
export async function POST(request: Request): Promise<Response> {
  const teacher = await guardRequest(request);
  if (teacher instanceof Response) return teacher;
  const form = await readForm(request);
  if (form instanceof Response) return form;
  const deck = NewDeck.safeParse(json(form.get("deck")));
  if (!deck.success) {
    const first = deck.error.issues[0];
    const place =
      first?.path[0] === "cards" && typeof first.path[1] === "number" ? `Card ${first.path[1] + 1}: ` : "";
    return refuse(400, `${place}${first?.message ?? "The deck could not be read."} Nothing was saved.`);
  }
  const original = await originalOf(form);
  const id = await runtime().desk.save(teacher.teacherId, deck.data, original);
  return Response.json({ id }, { status: 201 });
}

function json(value: FormDataEntryValue | null): unknown {
  if (typeof value !== "string") return null;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

/** The text as pasted; a file as base64 behind its name; nothing for a file too large to keep. */
async function originalOf(form: FormData): Promise<string> {
  const file = form.get("file");
  const text = form.get("text");
  if (file instanceof File) {
    if (file.size > KEPT_FILE_BYTES) return "";
    const bytes = Buffer.from(await file.arrayBuffer());
    return `data:application/octet-stream;name=${encodeURIComponent(file.name)};base64,${bytes.toString("base64")}`;
  }
  // The database stores no NUL; no text that a person pastes means one.
  return typeof text === "string" ? text.replaceAll("\u0000", "") : "";
}
