import type { Credentials, Leaving } from "@/contract/account";
import type { Database } from "../store/client";
import type { Accounts, SignedIn } from "./accounts";
import { eraseTeacher, leavingOf } from "./erase-teacher";

export type LeaveAnswer = "done" | "wrong-email" | "wrong-password" | "too-many" | "running";

/**
 * What a teacher can do with all that is theirs at once: see what would become of it, and end it. One instance per
 * server, made by `server/main.ts`.
 */
export function createTeacherData({
  database: { pool },
  accounts,
}: {
  database: Pick<Database, "pool">;
  accounts: Pick<Accounts, "checkPassword" | "closeAccount">;
}) {
  return {
    leaving: (teacherId: string): Promise<Leaving> => leavingOf(pool, teacherId),

    /** Ends the account and erases everything of it, for good, once the e-mail is typed again and the password is right. */
    async leave(who: SignedIn, { email, password }: Credentials): Promise<LeaveAnswer> {
      if (email !== who.email) return "wrong-email";
      const checked = await accounts.checkPassword(who, password);
      if (checked !== "right") return checked === "wrong" ? "wrong-password" : "too-many";
      const done = await accounts.closeAccount(who.teacherId, () => eraseTeacher(pool, who.teacherId));
      return done ? "done" : "running";
    },
  };
}

export type TeacherData = ReturnType<typeof createTeacherData>;
