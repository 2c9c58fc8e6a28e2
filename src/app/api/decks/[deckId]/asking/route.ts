import { guardRequest, refuse } from "#server/auth/guard-request";
import { deckTitle } from "#server/queries/decks";
import { runtime } from "#server/runtime";

/** How far the asking of the language model about a deck has come, for its page's progress bar. */
export async function GET(request: Request, { params }: { params: Promise<{ deckId: string }> }) {
  const teacher = await guardRequest(request);
  if (teacher instanceof Response) return teacher;
  const { deckId } = await params;
  const { database, desk } = runtime();
  if ((await deckTitle(database.prisma, teacher.teacherId, deckId)) === null) {
    return refuse(404, "This deck is not there.");
  }
  return Response.json(desk.asking(deckId), { headers: { "cache-control": "no-store" } });
}
