import { inFileName } from "#server/files/file-name";
import type { PrismaClient } from "../../store/generated/client";
import { everythingAsJson } from "../results/everything";
import { SessionReading } from "../results/session-reading";
import { classExport } from "./class-export";

/** A file of an export: its path in the package, and its text piece by piece. */
type ExportFile = { path: string; text: AsyncIterable<string> };

/**
 * Everything of a teacher's, file by file: the account, every deck with its cards and questions, every class with its
 * students, and every game with its answers and corrections. One file is read at a time.
 */
export async function* teacherExport(db: PrismaClient, teacherId: string): AsyncGenerator<ExportFile> {
  const account = await db.teacher.findUniqueOrThrow({
    where: { id: teacherId },
    select: {
      ...{ id: true, name: true, email: true, createdAt: true, hostSettings: true },
      logins: { select: { createdAt: true, expiresAt: true, userAgent: true } },
      invitations: { select: { createdAt: true, expiresAt: true, acceptedAt: true } },
      classes: { select: { classId: true, owner: true, addedAt: true } },
      decks: { select: { id: true, title: true }, orderBy: { createdAt: "asc" } },
      sessions: { select: { id: true, title: true, createdAt: true }, orderBy: { createdAt: "asc" } },
    },
  });
  const { decks, classes, sessions, ...person } = account;
  yield { path: "account.json", text: whole({ ...person, classes }) };
  for (const { id, title } of decks) yield { path: `decks/${named(title, id)}`, text: deckText(db, id) };
  for (const { classId } of classes) {
    const found = await classExport(db, teacherId, classId);
    if (found) yield { path: `classes/${named(found.name, classId)}`, text: found.text };
  }
  for (const { id, title, createdAt } of sessions)
    yield {
      path: `games/${createdAt.toISOString().slice(0, 10)}-${named(title, id)}`,
      text: gameText(db, teacherId, id),
    };
}

async function* whole(content: unknown) {
  yield `${JSON.stringify(content, null, 1)}\n`;
}

async function* deckText(db: PrismaClient, deckId: string) {
  yield* whole(
    await db.deck.findUnique({
      where: { id: deckId },
      include: {
        cards: {
          orderBy: { position: "asc" },
          include: {
            questions: { orderBy: { position: "asc" }, include: { options: true } },
            proposals: true,
          },
        },
        homework: true,
      },
    }),
  );
}

async function* gameText(db: PrismaClient, teacherId: string, sessionId: string) {
  const session = await SessionReading.open(db, teacherId, sessionId);
  if (session) yield* everythingAsJson(db, session);
}

/** A file's name that no two of an export share. */
const named = (title: string, id: string): string => `${inFileName(title)}-${id}.json`;
