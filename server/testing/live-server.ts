import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { SessionId } from "@/contract/ids";
import { DEFAULT_SETTINGS, type GameSettings } from "@/contract/settings";
import { cryptoChance } from "../room/chance";
import type { BankQuestion, ClassSeats, Clock, EventLog, QuestionSource, RoomLogger } from "../room/ports";
import { Registry } from "../room/registry";
import { attachTransport } from "../transport/attach";
import type { OnLoginsEnded } from "../transport/context";

/** Real time, for tests over real sockets. */
export const realClock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** Keeps what was logged, so that a test can say that nothing went wrong. */
export class KeptLog implements RoomLogger {
  readonly entries: { level: string; facts: Record<string, unknown>; message: string }[] = [];
  info(facts: Record<string, unknown>, message: string) {
    this.entries.push({ level: "info", facts, message });
  }
  warn(facts: Record<string, unknown>, message: string) {
    this.entries.push({ level: "warn", facts, message });
  }
  error(facts: Record<string, unknown>, message: string) {
    this.entries.push({ level: "error", facts, message });
  }
}

/** A question of a test deck; its first option is the key, and no other field tells so. */
export function bankQuestion(number: number): BankQuestion {
  return {
    questionId: `bank-question-${number}`,
    cardId: `bank-card-${number}`,
    kind: "front-to-back",
    prompt: `What is ${number} and ${number}?`,
    front: `What is ${number} and ${number}?`,
    back: `It makes ${2 * number}, because adding is counting on.`,
    options: [0, 1, 2, 3].map((more) => ({
      text: String(2 * number + more),
      storedOptionId: `bank-option-${number}-${more}`,
      correct: more === 0,
    })),
  };
}

/** Asks `count` questions in order, or as many as the game is set to. */
export function listedQuestions(count: number): QuestionSource {
  return {
    async next({ rounds, settings }) {
      if (rounds.length >= Math.min(count, settings.questionCount)) return null;
      return { question: bankQuestion(rounds.length + 1), why: null, secondTry: false };
    },
    async plan() {
      return { next: [], skipped: [] };
    },
  };
}

/** For games without a class. */
export const noClass: ClassSeats = {
  roster: async () => ({ name: "", students: [] }),
  byWords: async () => null,
  byPhone: async () => null,
  keepPhone: async () => {
    throw new Error("This game has no class.");
  },
};

/** The text of the right option of a test deck's question, from its prompt. */
export function rightText(prompt: string): string {
  return String(2 * Number(/What is (\d+)/.exec(prompt)?.[1]));
}

export type LiveServer = {
  origin: string;
  registry: Registry;
  logger: KeptLog;
  /** Headers of a browser in which this teacher is signed in. */
  cookieOf: (teacherId: string) => { cookie: string };
  /** Signs a teacher out everywhere. */
  signOut: (teacherId: string) => void;
  create: (
    settings?: Partial<GameSettings>,
    classId?: string,
  ) => Promise<{ sessionId: SessionId; pin: string }>;
  stop: () => Promise<void>;
};

/** The real transport and the real rooms on a real port, with the store that the test brings. */
export async function startLiveServer(options: {
  log: EventLog;
  questions?: QuestionSource;
  classSeats?: ClassSeats;
  port?: number;
  basePath?: string;
  trustProxy?: number;
}): Promise<LiveServer> {
  const {
    log,
    questions = listedQuestions(20),
    classSeats = noClass,
    port = 0,
    basePath = "",
    trustProxy = 0,
  } = options;
  const logger = new KeptLog();
  const signedOut = new Set<string>();
  const passes: { sessionId: SessionId; loginId: string; pass: string }[] = [];
  const signOuts = new Set<Parameters<OnLoginsEnded>[0]>();
  const http = createServer((_, response) => response.writeHead(404).end());
  const { registry, ...transport } = attachTransport(http, {
    teacherFromHeaders: async (headers) => {
      const teacherId = /teacher=(\w+)/.exec(headers.get("cookie") ?? "")?.[1];
      return teacherId && !signedOut.has(teacherId) ? { teacherId, loginId: teacherId } : null;
    },
    hostPasses: {
      async issue(sessionId, loginId) {
        const pass = cryptoChance.token();
        passes.push({ sessionId, loginId, pass });
        return pass;
      },
      async teacherOf(sessionId, pass) {
        const found = passes.find((one) => one.pass === pass && one.sessionId === sessionId);
        return found && !signedOut.has(found.loginId) ? { teacherId: found.loginId } : null;
      },
      count: async (sessionId) =>
        passes.filter((one) => one.sessionId === sessionId && !signedOut.has(one.loginId)).length,
      async endAll(sessionId) {
        passes.splice(0, passes.length, ...passes.filter((one) => one.sessionId !== sessionId));
      },
    },
    newToken: cryptoChance.token,
    onLoginsEnded: (listener) => {
      signOuts.add(listener);
      return () => signOuts.delete(listener);
    },
    now: () => Date.now(),
    logger,
    classSeats,
    place: { basePath, publicUrl: undefined, trustProxy },
    registryFor: (screensOf) =>
      new Registry({
        log,
        questions,
        classSeats,
        clock: realClock,
        chance: cryptoChance,
        logger,
        joinUrl: "http://localhost",
        screensOf,
      }),
  });
  // As in the product: the port is taken first, and who knocks meanwhile waits.
  await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
  await registry.recover();
  transport.open();
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    origin,
    registry,
    logger,
    cookieOf: (teacherId) => ({ cookie: `teacher=${teacherId}` }),
    signOut: (teacherId) => {
      signedOut.add(teacherId);
      for (const listener of signOuts) listener({ teacherId });
    },
    create: (settings = {}, classId) =>
      registry.create({
        teacherId: "ada",
        deckId: "deck",
        classId: classId ?? null,
        title: "Sums",
        settings: { ...DEFAULT_SETTINGS, timer: { kind: "fixed", ms: 20_000 }, ...settings },
      }),
    async stop() {
      await transport.close();
      if (http.listening) await new Promise((resolve) => http.close(resolve));
    },
  };
}
