import { guardRequest, refuse } from "#server/auth/guard-request";
import { runtime } from "#server/runtime";

/** What the deck doctor says of a deck; asked for by its page, which does not wait for it. */
export async function GET(request: Request, { params }: { params: Promise<{ deckId: string }> }) {
  const teacher = await guardRequest(request);
  if (teacher instanceof Response) return teacher;
  const ailments = await runtime().desk.examine(teacher.teacherId, (await params).deckId);
  if (!ailments) return refuse(404, "This deck is not there.");
  return Response.json({ ailments }, { headers: { "cache-control": "no-store" } });
}
