import { APIError } from "better-auth/api";
import { verifyPassword } from "better-auth/crypto";
import type { Credentials, NewAccount, PasswordChange } from "@/contract/account";
import type { NewLimiter } from "../limiter";
import type { PrismaClient } from "../store/generated/client";
import { createBetterAuth } from "./better-auth";
import * as invitations from "./invitations";
import { SignInLimits } from "./sign-in-limits";
import { houseIsEmpty, makeFirstTeacher } from "./teachers";

/** Who asks, as far as their cookie proves it. */
export type SignedIn = { teacherId: string; loginId: string; name: string; email: string };

export type SignInResult =
  | { ok: true; cookies: string[] }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "too-many"; retryInMs: number };

/** A browser that is signed in. */
export type Login = { id: string; userAgent: string | null; createdAt: Date; expiresAt: Date };

/** These logins of a teacher are over; what was opened with them must close. */
export type LoginsEnded = (ended: { teacherId: string; loginIds: string[] }) => void;

/**
 * The teachers' door: who may come in, and who is in. One instance per server, made by `server/main.ts`; pages and
 * sockets share it, so that signing out in one closes the other.
 */
export function createAccounts(deps: {
  db: PrismaClient;
  secret: string;
  publicUrl: string;
  newLimiter?: NewLimiter | undefined;
}) {
  const { db } = deps;
  const auth = createBetterAuth(deps);
  const limits = new SignInLimits(deps.newLimiter);
  const listeners = new Set<LoginsEnded>();

  function ended(teacherId: string, loginIds: string[]): void {
    if (loginIds.length === 0) return;
    for (const listener of listeners) listener({ teacherId, loginIds });
  }

  async function endLogins(teacherId: string, which: { id?: string | { not: string } }): Promise<void> {
    const where = { userId: teacherId, ...which };
    const over = await db.teacherLogin.findMany({ where, select: { id: true } });
    await db.teacherLogin.deleteMany({ where });
    ended(
      teacherId,
      over.map((login) => login.id),
    );
  }

  async function teacherFromHeaders(headers: Headers): Promise<SignedIn | null> {
    const found = await auth.api.getSession({ headers });
    if (!found) return null;
    const { session, user } = found;
    return { teacherId: user.id, loginId: session.id, name: user.name, email: user.email };
  }

  return {
    isEmpty: () => houseIsEmpty(db),
    makeFirstTeacher: (account: NewAccount) => makeFirstTeacher(db, account),

    invite: (teacherId: string, now: Date) => invitations.invite(db, teacherId, now),
    openInvitations: (teacherId: string, now: Date) => invitations.openInvitations(db, teacherId, now),
    withdrawInvitation: (teacherId: string, id: string) => invitations.withdrawInvitation(db, teacherId, id),
    inviterOf: (token: string, now: Date) => invitations.inviterOf(db, token, now),
    acceptInvitation: (token: string, account: NewAccount, now: Date) =>
      invitations.acceptInvitation(db, token, account, now),

    /** The teacher of a request or a socket handshake by its cookie; null when there is none or it has ended. */
    teacherFromHeaders,

    /**
     * @param address where the try comes from, as far as known; used for counting only and not kept
     * @param userAgent shown to the teacher in the list of signed-in browsers
     */
    async signIn(credentials: Credentials, address: string, userAgent: string): Promise<SignInResult> {
      const wait = await limits.take(credentials.email, address);
      if (wait > 0) return { ok: false, reason: "too-many", retryInMs: wait };
      try {
        const { headers } = await auth.api.signInEmail({
          body: { email: credentials.email, password: credentials.password, rememberMe: true },
          headers: new Headers({ "user-agent": userAgent.slice(0, 300) }),
          returnHeaders: true,
        });
        await limits.forgive(credentials.email, address);
        return { ok: true, cookies: headers.getSetCookie() };
      } catch (error) {
        if (error instanceof APIError && error.status === "UNAUTHORIZED")
          return { ok: false, reason: "wrong" };
        throw error;
      }
    },

    /** Ends this browser's login. @returns the cookies that erase it */
    async signOut(headers: Headers): Promise<string[]> {
      const who = await teacherFromHeaders(headers);
      const answer = await auth.api.signOut({ headers, returnHeaders: true });
      if (who) ended(who.teacherId, [who.loginId]);
      return answer.headers.getSetCookie();
    },

    /** Signed-in browsers of this teacher, newest first. */
    logins: (teacherId: string, now: Date): Promise<Login[]> =>
      db.teacherLogin.findMany({
        where: { userId: teacherId, expiresAt: { gt: now } },
        select: { id: true, userAgent: true, createdAt: true, expiresAt: true },
        orderBy: { createdAt: "desc" },
      }),

    /** Signs one browser of this teacher out; another teacher's is left alone. */
    endLogin: (teacherId: string, loginId: string) => endLogins(teacherId, { id: loginId }),
    endOtherLogins: (who: SignedIn) => endLogins(who.teacherId, { id: { not: who.loginId } }),

    /**
     * Every other browser is signed out: whoever knew the old password must not stay.
     * @returns false when the old one is wrong
     */
    async changePassword(who: SignedIn, change: PasswordChange, headers: Headers): Promise<boolean> {
      try {
        await auth.api.changePassword({ body: change, headers });
      } catch (error) {
        if (error instanceof APIError && error.status === "BAD_REQUEST") return false;
        throw error;
      }
      await endLogins(who.teacherId, { id: { not: who.loginId } });
      return true;
    },

    /** Whether this is the teacher's password; tries count like those at the door. */
    async checkPassword(who: SignedIn, password: string): Promise<"right" | "wrong" | "too-many"> {
      if ((await limits.take(who.email, "signed in")) > 0) return "too-many";
      const account = await db.teacherAccount.findFirst({
        where: { userId: who.teacherId, providerId: "credential" },
        select: { password: true },
      });
      const right = account?.password && (await verifyPassword({ hash: account.password, password }));
      if (!right) return "wrong";
      await limits.forgive(who.email, "signed in");
      return "right";
    },

    /** Signs every browser of this teacher out, after `end` has erased their account. @returns what `end` did */
    async closeAccount(teacherId: string, end: () => Promise<boolean>): Promise<boolean> {
      const logins = await db.teacherLogin.findMany({ where: { userId: teacherId }, select: { id: true } });
      const done = await end();
      if (done)
        ended(
          teacherId,
          logins.map(({ id }) => id),
        );
      return done;
    },

    /** Calls the listener whenever logins end, until the returned function is called. */
    onLoginsEnded(listener: LoginsEnded): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
