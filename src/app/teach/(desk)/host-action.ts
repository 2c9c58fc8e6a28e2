"use server";

import { z } from "zod";
import { requireTeacher } from "#server/auth/require-teacher";
import { teachesClass } from "#server/queries/classes";
import { deckToHost } from "#server/queries/decks";
import { runtime } from "#server/runtime";
import { GameSettings } from "@/contract/settings";
import type { HostAnswer } from "@/features/decks/HostSheet";

const Wish = z.object({ settings: GameSettings, classId: z.string().max(64).nullable() });

/** Opens the lobby of a new game of this deck; remembers the settings for the next time. */
export async function hostDeck(deckId: unknown, wish: unknown): Promise<HostAnswer> {
  const { teacherId } = await requireTeacher();
  const { database, desk, rooms } = runtime();
  const parsed = Wish.safeParse(wish);
  if (typeof deckId !== "string" || !parsed.success) {
    return { ok: false, message: "These settings could not be read. Reload the page and try again." };
  }
  const { settings, classId } = parsed.data;
  const deck = await deckToHost(database.prisma, teacherId, deckId);
  if (!deck) return { ok: false, message: "This deck is not there any more. Reload the page." };
  if (deck.askable === 0) {
    return { ok: false, message: "No card of this deck has a question yet. Open the deck to see why." };
  }
  if (classId !== null && !(await teachesClass(database.prisma, teacherId, classId))) {
    return { ok: false, message: "This class is not there any more. Reload the page." };
  }
  await desk.rememberSettings(teacherId, settings);
  const { sessionId } = await rooms.create({ teacherId, deckId, classId, title: deck.title, settings });
  return { ok: true, sessionId };
}
