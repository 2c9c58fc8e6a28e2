import { z } from "zod";

/** Bounds of a class. Lengths are in UTF-16 units, sizes in bytes. */
export const CLASS_LIMITS = {
  students: 300,
  nameChars: 60,
  classNameChars: 80,
  /** What may be pasted at once: every name of a full class, with room for a register's other columns. */
  pasteChars: 60_000,
  rosterBytes: 512 * 1024,
  /** Links for colleagues that are open at once. */
  openLinks: 5,
  homework: 50,
  /** For how many days a class's games can be kept. */
  keptDays: { min: 7, max: 730 },
} as const;

/** What a student's seat is proved with: two words typed, or four pictures tapped by those who do not read yet. */
export const SeatProof = z.enum(["words", "pictures"]);
export type SeatProof = z.infer<typeof SeatProof>;

const rowId = z.string().min(1).max(64);
export const ClassName = z
  .string()
  .trim()
  .min(1, "Give the class a name.")
  .max(CLASS_LIMITS.classNameChars, `${CLASS_LIMITS.classNameChars} letters at most.`);
const StudentName = z
  .string()
  .trim()
  .min(1, "A student needs a name.")
  .max(CLASS_LIMITS.nameChars, `${CLASS_LIMITS.nameChars} letters at most.`);

/** A name of the IANA time zone database, as browsers know their own. */
const TimeZone = z
  .string()
  .max(64)
  .refine((name) => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
    } catch {
      return false;
    }
  }, "This browser's time zone is not known here.");

/** Everything that can be done to a class that is there. Each carries the ids it needs and nothing else. */
export const ClassCommand = z.discriminatedUnion("type", [
  z.object({ type: z.literal("rename-class"), name: ClassName }),
  z.object({ type: z.literal("archive-class"), archived: z.boolean() }),
  z.object({
    type: z.literal("keep"),
    days: z
      .int("Type a whole number of days.")
      .min(CLASS_LIMITS.keptDays.min, `${CLASS_LIMITS.keptDays.min} days at least.`)
      .max(CLASS_LIMITS.keptDays.max, `${CLASS_LIMITS.keptDays.max} days at most.`),
    /** Null: what the class knows is kept until somebody deletes it. */
    yearEndsOn: z.iso.date("Choose a day.").nullable(),
  }),
  z.object({ type: z.literal("rename-student"), studentId: rowId, name: StudentName }),
  z.object({ type: z.literal("remove-student"), studentId: rowId }),
  z.object({ type: z.literal("remove-teacher"), teacherId: rowId }),
  z.object({ type: z.literal("withdraw-link"), invitationId: rowId }),
  z.object({ type: z.literal("revoke-practice"), studentId: rowId }),
  z.object({ type: z.literal("merge-guest"), playerId: rowId, studentId: rowId }),
  z.object({ type: z.literal("unmerge-guest"), playerId: rowId }),
  z.object({
    type: z.literal("set-homework"),
    deckId: rowId,
    /** The last day, where the teacher is. */
    dueOn: z.iso.date(),
    timeZone: TimeZone,
  }),
  z.object({ type: z.literal("remove-homework"), homeworkId: rowId }),
]);
export type ClassCommand = z.infer<typeof ClassCommand>;

/** A sentence when it was refused, and nothing has changed then; otherwise what deserves to be said. */
export type ClassAnswer = { ok: true; notes?: string[] } | { ok: false; message: string };

/** Whose words or pictures are drawn: those of one student, of all, or of those who have none. */
export const WordsWish = z.union([z.object({ studentId: rowId }), z.literal("all"), z.literal("missing")]);
export type WordsWish = z.infer<typeof WordsWish>;

/** A student's two words, or the names of their four pictures, this once: only their hash is kept. */
export type SeatCard = { studentId: string; name: string; words: string; proof: SeatProof };

export type ClassSummary = {
  id: string;
  name: string;
  students: number;
  /** Whether this teacher made it; the others were let in. */
  own: boolean;
  archived: boolean;
  lastPlayedAt: Date | null;
};

export type ClassStudent = {
  id: string;
  name: string;
  pseudonym: string;
  /** What their card shows; null when none was drawn. */
  proof: SeatProof | null;
  /** Has a link to a practice page. */
  hasLink: boolean;
  phones: number;
  lastAnswerAt: Date | null;
  practisedAt: Date | null;
};

export type ClassHomework = {
  id: string;
  deckId: string;
  title: string;
  /** The end of the last day in this time zone. */
  dueAt: Date;
  timeZone: string;
  /** Students who answered every card right once at least, and those who began. */
  finished: number;
  begun: number;
  cards: number;
};

export type ClassPage = {
  id: string;
  name: string;
  own: boolean;
  archived: boolean;
  /** What the next seat cards are printed with. */
  proof: SeatProof;
  students: ClassStudent[];
  teachers: { id: string; name: string; owner: boolean }[];
  openLinks: { id: string; expiresAt: Date }[];
  homework: ClassHomework[];
  kept: ClassKept;
};

/** How long what a class leaves behind is kept. */
export type ClassKept = {
  /** Days that its games are kept after their end. */
  days: number;
  /** What the class knows is kept to then; null: until somebody deletes it. */
  yearEndsAt: Date | null;
  /** Its games that have ended, the oldest first. */
  games: { id: string; title: string; endedAt: Date }[];
  /** Answers that make up what the class knows. */
  answers: number;
};

/** A guest of a past game, and which student a teacher said they were. */
export type PastGuest = {
  playerId: string;
  name: string;
  answers: number;
  right: number;
  mergedWith: { id: string; name: string } | null;
  /** The student whose name looks the same and who had no seat in that game. */
  likely: string | null;
};

/** The guests of one game of a class, and who they may have been. */
export type GuestsOfGame = {
  classId: string;
  game: GuestSession;
  students: { id: string; name: string }[];
};

export type GuestSession = { sessionId: string; title: string; playedAt: Date; guests: PastGuest[] };
