import { guardRequest, refuse } from "#server/auth/guard-request";
import { runtime } from "#server/runtime";
import { readForm } from "../read-form";

/** Reads a deck (`text`, or `file`) and answers with the cards as understood and the problems. Stores nothing. */
export async function POST(request: Request): Promise<Response> {
  const teacher = await guardRequest(request);
  if (teacher instanceof Response) return teacher;
  const form = await readForm(request);
  if (form instanceof Response) return form;
  const file = form.get("file");
  const text = form.get("text");
  if (file instanceof File) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return Response.json(await runtime().desk.preview({ name: file.name.slice(0, 200), bytes }));
  }
  if (typeof text === "string") return Response.json(await runtime().desk.preview({ text }));
  return refuse(400, "There is neither text nor a file here. Paste a deck or choose one.");
}
