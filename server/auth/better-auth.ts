import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { PrismaClient } from "../store/generated/client";

const DAY_S = 24 * 60 * 60;

/**
 * better-auth on the house's tables. Only its server-side calls are used: its HTTP router is not mounted, so that no
 * endpoint of it (sign-up above all) can be reached from outside, and teachers are made by this folder alone.
 *
 * @param secret signs the cookie; at least 32 characters
 * @param publicUrl where browsers find the house; `https:` makes the cookie `Secure`
 */
export function createBetterAuth(deps: { db: PrismaClient; secret: string; publicUrl: string }) {
  return betterAuth({
    appName: "Deckdash",
    baseURL: deps.publicUrl,
    secret: deps.secret,
    database: prismaAdapter(deps.db, { provider: "postgresql" }),
    user: { modelName: "teacher" },
    account: { modelName: "teacherAccount" },
    verification: { modelName: "verification" },
    session: {
      modelName: "teacherLogin",
      // A page cannot renew a cookie while it renders; a school term is one fixed stretch instead.
      expiresIn: 120 * DAY_S,
      disableSessionRefresh: true,
      // Changing a password asks for the old one, however long ago the sign-in was.
      freshAge: 0,
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    advanced: {
      cookiePrefix: "deckdash",
      useSecureCookies: deps.publicUrl.startsWith("https:"),
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true, path: "/" },
      ipAddress: { disableIpTracking: true },
    },
    // A wrong password is an everyday thing, not a line in the log.
    logger: { level: "error" },
    telemetry: { enabled: false },
  });
}
