import type { SessionId } from "@/contract/ids";
import type { ClassSeats, RoomLogger } from "../room/ports";
import type { Registry } from "../room/registry";
import type { HandoverLinks } from "./handover-links";
import type { Place } from "./origin";
import type { PinThrottle } from "./pin-throttle";
import type { SessionScreens } from "./screens";
import type { WordsThrottle } from "./words-throttle";

/** Who is signed in, and by which login, told from a request's cookie. Null: nobody. */
export type TeacherFromHeaders = (headers: Headers) => Promise<{ teacherId: string; loginId: string } | null>;

/** Second devices that host a game for its teacher, each by a pass that it keeps. */
export interface HostPasses {
  /** @returns what the device keeps */
  issue(sessionId: SessionId, loginId: string): Promise<string>;
  /** Null when the pass is not for this session, or has ended with the login that gave it. */
  teacherOf(sessionId: SessionId, pass: string): Promise<{ teacherId: string } | null>;
  /** How many passes of this session are good. */
  count(sessionId: SessionId): Promise<number>;
  endAll(sessionId: SessionId): Promise<void>;
}

/** Calls the listener whenever logins of a teacher end, until the returned function is called. */
export type OnLoginsEnded = (listener: (ended: { teacherId: string }) => void) => () => void;

/** The connections of every live room. */
export interface AllScreens {
  of(sessionId: SessionId): SessionScreens;
}

export type TransportContext = {
  registry: Registry;
  /** Whether this game, by PIN or id, is open and its room is another server's. */
  isElsewhere: (room: string) => Promise<boolean>;
  screens: AllScreens;
  throttle: PinThrottle;
  wordsThrottle: WordsThrottle;
  classSeats: ClassSeats;
  handovers: HandoverLinks;
  hostPasses: HostPasses;
  teacherFromHeaders: TeacherFromHeaders;
  onLoginsEnded: OnLoginsEnded;
  now: () => number;
  logger: RoomLogger;
  place: Place;
};
