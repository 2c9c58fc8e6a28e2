import { z } from "zod";

/** A teacher's account, as typed into a form. The messages are shown beside the field. */

const name = z
  .string()
  .trim()
  .min(1, "Type your name: it is shown to other teachers only.")
  .max(80, "80 letters at most.");
const email = z
  .email("This does not look like an e-mail address.")
  .max(254, "That address is too long.")
  .transform((address) => address.toLowerCase());
/** Long rather than strange: length is what makes guessing expensive (NIST SP 800-63B, 3.1.1). */
const newPassword = z
  .string()
  .min(10, "10 characters at least. Three or four words in a row are fine.")
  .max(128, "128 characters at most.");

export const NewAccount = z.object({ name, email: z.string().trim().pipe(email), password: newPassword });
export type NewAccount = z.infer<typeof NewAccount>;

/** To sign in; and to end an account, where both are typed again so that no slip does it. */
export const Credentials = z.object({
  email: z.string().trim().pipe(email),
  password: z.string().min(1, "Type your password.").max(128, "128 characters at most."),
});
export type Credentials = z.infer<typeof Credentials>;

export const PasswordChange = z.object({
  currentPassword: z.string().min(1, "Type the password you use now.").max(128, "128 characters at most."),
  newPassword,
});
export type PasswordChange = z.infer<typeof PasswordChange>;

/** What becomes of a teacher's things when their account ends. */
export type Leaving = {
  /** Classes that end with all about their students, because nobody else teaches them. */
  ending: { id: string; name: string; students: number }[];
  /** Classes that go on, with the colleague who has taught them longest (their owner, where it is another's class). */
  passedOn: { id: string; name: string; heirId: string; heirName: string }[];
  /** How many decks and games are erased, and how many go to a colleague because their class goes on. */
  decks: { erased: number; passedOn: number };
  games: { erased: number; passedOn: number };
  /** Titles of games that are running: while there are any, the account cannot end. */
  running: string[];
  /** No other teacher is left in this house: it is empty afterwards, and whoever opens it first makes it theirs. */
  last: boolean;
};

/**
 * What a form gets back: a sentence for the whole form, one for each field that needs another look, and what was
 * typed (never a password), so that it need not be typed again.
 */
export type FormAnswer =
  | { ok: true }
  | { ok: false; message: string; fields?: Record<string, string>; kept?: Record<string, string> };

/** The first sentence of each field that did not parse. */
export function fieldMessages(error: z.ZodError): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    messages[field] ??= issue.message;
  }
  return messages;
}
