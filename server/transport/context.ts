import type { SessionId } from "@/contract/ids";
import type { ClassSeats, RoomLogger } from "../room/ports";
import type { Registry } from "../room/registry";
import type { Place } from "./origin";
import type { PinThrottle } from "./pin-throttle";
import type { SessionScreens } from "./screens";
import type { WordsThrottle } from "./words-throttle";

/** Who is signed in, told from a request's cookie. Null: nobody. */
export type TeacherFromHeaders = (headers: Headers) => Promise<{ teacherId: string } | null>;

/** Calls the listener whenever logins of a teacher end, until the returned function is called. */
export type OnLoginsEnded = (listener: (ended: { teacherId: string }) => void) => () => void;

/** The connections of every live room. */
export interface AllScreens {
  of(sessionId: SessionId): SessionScreens;
}

export type TransportContext = {
  registry: Registry;
  screens: AllScreens;
  throttle: PinThrottle;
  wordsThrottle: WordsThrottle;
  classSeats: ClassSeats;
  teacherFromHeaders: TeacherFromHeaders;
  onLoginsEnded: OnLoginsEnded;
  now: () => number;
  logger: RoomLogger;
  place: Place;
};
