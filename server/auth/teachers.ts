import { hashPassword } from "better-auth/crypto";
import type { NewAccount } from "@/contract/account";
import type { Prisma, PrismaClient } from "../store/generated/client";

/** Any number that no other lock of the house uses: two first visits at once queue here. */
const FIRST_TEACHER_LOCK = 1_884_001;

type Account = { name: string; email: string; passwordHash: string };

/** True until the first teacher is made: the house then shows its welcome page and nothing else of the desk. */
export async function houseIsEmpty(db: PrismaClient): Promise<boolean> {
  return (await db.teacher.findFirst({ select: { id: true } })) === null;
}

/**
 * Makes the first teacher of an empty house.
 * @returns the teacher's id, or null when somebody was first
 */
export async function makeFirstTeacher(db: PrismaClient, account: NewAccount): Promise<string | null> {
  const hashed = await hash(account);
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FIRST_TEACHER_LOCK}::bigint)`;
    const somebody = await tx.teacher.findFirst({ select: { id: true } });
    return somebody ? null : insertTeacher(tx, hashed);
  });
}

/** Hashing takes a tenth of a second on purpose: do it before a transaction, not inside. */
export async function hash(account: NewAccount): Promise<Account> {
  return { name: account.name, email: account.email, passwordHash: await hashPassword(account.password) };
}

/** Writes the two rows by which better-auth knows a teacher with a password. Rejects (P2002) a taken e-mail. */
export async function insertTeacher(tx: Prisma.TransactionClient, account: Account): Promise<string> {
  const teacher = await tx.teacher.create({
    data: { name: account.name, email: account.email, emailVerified: false },
    select: { id: true },
  });
  await tx.teacherAccount.create({
    data: {
      accountId: teacher.id,
      providerId: "credential",
      userId: teacher.id,
      password: account.passwordHash,
    },
  });
  return teacher.id;
}

/**
 * Gives a teacher another password and signs them out everywhere.
 * @returns false when no teacher has this e-mail
 */
export async function setPassword(db: PrismaClient, email: string, password: string): Promise<boolean> {
  const teacher = await db.teacher.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: { id: true },
  });
  if (!teacher) return false;
  const passwordHash = await hashPassword(password);
  await db.$transaction([
    db.teacherAccount.updateMany({
      where: { userId: teacher.id, providerId: "credential" },
      data: { password: passwordHash },
    }),
    db.teacherLogin.deleteMany({ where: { userId: teacher.id } }),
  ]);
  return true;
}
