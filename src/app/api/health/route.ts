import { runtime } from "#server/runtime";

/**
 * Whether this server can do its work: 200 when the database answers, 503 when it does not. Where several servers share
 * the games it also says whether Redis answers: games go on without it. Says nothing else.
 */
export async function GET(): Promise<Response> {
  const { database, cluster } = runtime();
  const ok = await database.pool.query("select 1").then(
    () => true,
    () => false,
  );
  const body = cluster ? { ok, redis: cluster.redisThere() } : { ok };
  return Response.json(body, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
