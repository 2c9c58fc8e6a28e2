import { createHash, randomBytes, randomInt } from "node:crypto";
import type { OptionId, PlayerId, RoundId, SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { Chance } from "./ports";

/** 96 random bits, 16 characters of base64url: never guessed, never met twice. */
const id = <T extends string>() => randomBytes(12).toString("base64url") as T;

/** Chance from the operating system's cryptographic generator. */
export const cryptoChance: Chance = {
  sessionId: id<SessionId>,
  playerId: id<PlayerId>,
  roundId: id<RoundId>,
  // Short, because four of them travel to every phone; they need to be opaque, not secret.
  optionId: () => randomBytes(6).toString("base64url") as OptionId,
  token: () => randomBytes(32).toString("base64url"),
  pin: () => String(randomInt(10 ** LIMITS.pinDigits)).padStart(LIMITS.pinDigits, "0"),
  random: () => randomInt(2 ** 47) / 2 ** 47,
};

/** What is kept of a secret: SHA-256, 43 characters of base64url. The secrets are random, so no salt is needed. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
