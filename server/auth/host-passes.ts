import { cryptoChance, hashSecret } from "../room/chance";
import type { PrismaClient } from "../store/generated/client";

/** Second devices that host a game for its teacher. What they keep is stored as a hash, and goes with the login. */
export function createHostPasses(db: PrismaClient, now: () => Date) {
  return {
    /** Lets one more device host this session as long as that login lasts. @returns what the device keeps */
    async issue(sessionId: string, loginId: string): Promise<string> {
      const token = cryptoChance.token();
      await db.hostPass.create({ data: { tokenHash: hashSecret(token), sessionId, loginId } });
      return token;
    },

    /** Whose session the pass is for; null for another session's, and when the login behind it is over. */
    async teacherOf(sessionId: string, token: string): Promise<{ teacherId: string } | null> {
      const found = await db.hostPass.findFirst({
        where: { tokenHash: hashSecret(token), sessionId, login: { expiresAt: { gt: now() } } },
        select: { login: { select: { userId: true } } },
      });
      return found && { teacherId: found.login.userId };
    },

    /** How many second devices may host this session. Plain SQL: Prisma's first count would hold phones up for 10 ms. */
    async count(sessionId: string): Promise<number> {
      const [row] = await db.$queryRaw<[{ passes: number }]>`
        select count(*)::int as passes from "HostPass" p join "TeacherLogin" l on l.id = p."loginId"
        where p."sessionId" = ${sessionId}
          and l."expiresAt" > to_timestamp(${now().getTime()}::bigint / 1000.0) at time zone 'utc'`;
      return row.passes;
    },

    /** No second device hosts this session any more. */
    async endAll(sessionId: string): Promise<void> {
      await db.hostPass.deleteMany({ where: { sessionId } });
    },
  };
}
