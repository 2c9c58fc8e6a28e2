import { randomBytes } from "node:crypto";
import { CLASS_LIMITS, type ClassAnswer } from "@/contract/class";
import { hashSecret } from "../room/chance";
import type { PrismaClient } from "../store/generated/client";
import { type ClassBench, DONE, NOT_HERE } from "./bench";

const VALID_MS = 7 * 24 * 60 * 60 * 1_000;

/**
 * A link's secret part, 256 bits, shown once: only its hash is kept. It lets one colleague into this class within seven
 * days. @returns null when too many links are open already
 */
export async function inviteToClass(
  { db, classId, now }: ClassBench,
  teacherId: string,
): Promise<string | null> {
  const open = await db.classInvitation.count({
    where: { classId, acceptedAt: null, expiresAt: { gt: now } },
  });
  if (open >= CLASS_LIMITS.openLinks) return null;
  const token = randomBytes(32).toString("base64url");
  await db.classInvitation.create({
    data: {
      tokenHash: hashSecret(token),
      classId,
      invitedById: teacherId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + VALID_MS),
    },
  });
  return token;
}

/** Where a link leads, or null when it is unknown, used or expired: the three are told apart for nobody. */
export async function classOfLink(
  db: PrismaClient,
  token: string,
  now: Date,
): Promise<{ className: string; inviterName: string } | null> {
  const found = await db.classInvitation.findFirst({
    where: { tokenHash: hashSecret(token), acceptedAt: null, expiresAt: { gt: now } },
    select: { class: { select: { name: true } }, invitedBy: { select: { name: true } } },
  });
  return found && { className: found.class.name, inviterName: found.invitedBy.name };
}

/** Lets a teacher into a class and uses the link up, both or neither. @returns the class's id, or null */
export function acceptClassLink(
  db: PrismaClient,
  token: string,
  teacherId: string,
  now: Date,
): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const open = { tokenHash: hashSecret(token), acceptedAt: null, expiresAt: { gt: now } };
    // The update is the lock: of two at once, the second finds no open link.
    const used = await tx.classInvitation.updateMany({
      where: open,
      data: { acceptedAt: now, acceptedById: teacherId },
    });
    if (used.count !== 1) return null;
    const { classId } = await tx.classInvitation.findUniqueOrThrow({
      where: { tokenHash: open.tokenHash },
      select: { classId: true },
    });
    await tx.classTeacher.upsert({
      where: { classId_teacherId: { classId, teacherId } },
      create: { classId, teacherId },
      update: {},
    });
    return classId;
  });
}

/** Takes back an invitation that nobody has accepted yet. */
export async function withdrawLink({ db, classId }: ClassBench, invitationId: string): Promise<ClassAnswer> {
  const { count } = await db.classInvitation.deleteMany({
    where: { id: invitationId, classId, acceptedAt: null },
  });
  return count === 1 ? DONE : NOT_HERE;
}

/** Takes a colleague's right on the class back; its owner's cannot be taken. */
export async function removeTeacher({ db, classId }: ClassBench, teacherId: string): Promise<ClassAnswer> {
  const { count } = await db.classTeacher.deleteMany({ where: { classId, teacherId, owner: false } });
  return count === 1 ? DONE : NOT_HERE;
}
