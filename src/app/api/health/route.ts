import { runtime } from "#server/runtime";

/** Whether this server can do its work: 200 when the database answers, 503 when it does not. Says nothing else. */
export async function GET(): Promise<Response> {
  const ok = await runtime()
    .database.pool.query("select 1")
    .then(
      () => true,
      () => false,
    );
  return Response.json({ ok }, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
