import type pg from "pg";
import type { ClassAnswer } from "@/contract/class";
import type { PrismaClient } from "../store/generated/client";

/** What a command on a class works with: the teacher has a right on it. */
export type ClassBench = { db: PrismaClient; pool: pg.Pool; classId: string; now: Date };

export const NOT_HERE: ClassAnswer = {
  ok: false,
  message: "This is not there any more. It may have been changed in another window: reload the page.",
};
export const DONE: ClassAnswer = { ok: true };
/** A command that was not followed, and why. */
export const refuse = (message: string): ClassAnswer => ({
  ok: false,
  message: `${message} Nothing was changed.`,
});
