import { randomBytes } from "node:crypto";
import { setPassword } from "../auth/teachers";
import { processEnv, readEnv } from "../env";
import { endWith, PlainError } from "../setup/plain-error.mjs";
import { openDatabase } from "../store/client";
import { withDatabase } from "./data-folder";

// Usage: npm run -s teacher:password -- EMAIL — for a teacher who has forgotten theirs; while Deckdash runs or not.

/** 80 bits: nobody guesses it, and it can be read out over the telephone. */
const PASSWORD_BYTES = 10;

async function newPassword(email: string | undefined): Promise<void> {
  if (!email) throw new PlainError("Name the teacher: npm run -s teacher:password -- EMAIL");
  const { databaseUrl, dataDir } = readEnv(processEnv());
  const password = randomBytes(PASSWORD_BYTES)
    .toString("hex")
    .replace(/(.{4})(?=.)/g, "$1-");
  const set = async (url: string) => {
    const database = await openDatabase(url);
    try {
      return await setPassword(database.prisma, email, password);
    } finally {
      await database.close();
    }
  };
  const known = databaseUrl ? await set(databaseUrl) : await withDatabase(dataDir, set);
  if (!known) throw new PlainError(`No teacher has the e-mail ${email}.`);
  console.log(
    `The new password of ${email} is ${password}\nEvery browser is signed out. Change it under the account.`,
  );
}

newPassword(process.argv[2]).catch(endWith);
