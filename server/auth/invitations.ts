import { createHash, randomBytes } from "node:crypto";
import type { NewAccount } from "@/contract/account";
import { Prisma, type PrismaClient } from "../store/generated/client";
import { hash, insertTeacher } from "./teachers";

const VALID_MS = 7 * 24 * 60 * 60 * 1_000;
/** More open links than this at once are a mistake or a misuse. */
const OPEN_PER_TEACHER = 20;

export type OpenInvitation = { id: string; createdAt: Date; expiresAt: Date };
export type AcceptResult =
  | { ok: true; teacherId: string }
  | { ok: false; reason: "not-valid" | "email-taken" };

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * A link's secret part, 256 bits, shown once: only its hash is kept. It lets one teacher in, within seven days.
 * @returns null when this teacher has twenty open links already
 */
export async function invite(db: PrismaClient, teacherId: string, now: Date): Promise<string | null> {
  const open = await openInvitations(db, teacherId, now);
  if (open.length >= OPEN_PER_TEACHER) return null;
  const token = randomBytes(32).toString("base64url");
  await db.invitation.create({
    data: {
      tokenHash: hashOf(token),
      invitedById: teacherId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + VALID_MS),
    },
  });
  return token;
}

/** This teacher's links that could still be used, newest first. */
export function openInvitations(db: PrismaClient, teacherId: string, now: Date): Promise<OpenInvitation[]> {
  return db.invitation.findMany({
    where: { invitedById: teacherId, acceptedAt: null, expiresAt: { gt: now } },
    select: { id: true, createdAt: true, expiresAt: true },
    orderBy: { createdAt: "desc" },
  });
}

/** Takes back one of this teacher's own links; somebody else's is left alone. */
export async function withdrawInvitation(
  db: PrismaClient,
  teacherId: string,
  invitationId: string,
): Promise<void> {
  await db.invitation.deleteMany({ where: { id: invitationId, invitedById: teacherId, acceptedAt: null } });
}

/** Who invites with this token, or null when it is unknown, used or expired: the three are told apart for nobody. */
export async function inviterOf(
  db: PrismaClient,
  token: string,
  now: Date,
): Promise<{ inviterName: string } | null> {
  const found = await db.invitation.findFirst({
    where: { tokenHash: hashOf(token), acceptedAt: null, expiresAt: { gt: now } },
    select: { invitedBy: { select: { name: true } } },
  });
  return found ? { inviterName: found.invitedBy.name } : null;
}

/** Makes the invited teacher and uses the link up, both or neither. */
export async function acceptInvitation(
  db: PrismaClient,
  token: string,
  account: NewAccount,
  now: Date,
): Promise<AcceptResult> {
  const hashed = await hash(account);
  try {
    return await db.$transaction(async (tx) => {
      const open = { tokenHash: hashOf(token), acceptedAt: null, expiresAt: { gt: now } };
      // The update is the lock: of two at once, the second finds no open link.
      const used = await tx.invitation.updateMany({ where: open, data: { acceptedAt: now } });
      if (used.count !== 1) return { ok: false, reason: "not-valid" };
      const teacherId = await insertTeacher(tx, hashed);
      await tx.invitation.update({
        where: { tokenHash: open.tokenHash },
        data: { acceptedById: teacherId },
      });
      return { ok: true, teacherId };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      return { ok: false, reason: "email-taken" };
    }
    throw error;
  }
}
