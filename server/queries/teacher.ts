import { DEFAULT_SETTINGS, GameSettings } from "@/contract/settings";
import type { PrismaClient } from "../store/generated/client";

/** How this teacher hosted last, or the house's own settings for the first time and after a change of their shape. */
export async function hostSettings(db: PrismaClient, teacherId: string): Promise<GameSettings> {
  const teacher = await db.teacher.findUnique({ where: { id: teacherId }, select: { hostSettings: true } });
  const last = GameSettings.safeParse(teacher?.hostSettings);
  return last.success ? last.data : DEFAULT_SETTINGS;
}
