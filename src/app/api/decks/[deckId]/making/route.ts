import { guardRequest, refuse } from "#server/auth/guard-request";
import { deckIsMade } from "#server/queries/decks";
import { runtime } from "#server/runtime";

/** How far the making of a deck's questions has come, for its page's progress bar. */
export async function GET(request: Request, { params }: { params: Promise<{ deckId: string }> }) {
  const teacher = await guardRequest(request);
  if (teacher instanceof Response) return teacher;
  const { deckId } = await params;
  const { database, desk } = runtime();
  const made = await deckIsMade(database.prisma, teacher.teacherId, deckId);
  if (made === null) return refuse(404, "This deck is not there.");
  return Response.json({ made, making: desk.progress(deckId) }, { headers: { "cache-control": "no-store" } });
}
