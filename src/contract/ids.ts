import { z } from "zod";

/** Ids are opaque to everyone but the server; the brand keeps one kind from standing in for another. */
const id = <B extends string>(brand: B) => z.string().min(1).max(64).brand(brand);

export const SessionId = id("SessionId");
export type SessionId = z.infer<typeof SessionId>;
export const PlayerId = id("PlayerId");
export type PlayerId = z.infer<typeof PlayerId>;
export const RoundId = id("RoundId");
export type RoundId = z.infer<typeof RoundId>;
/** Drawn anew for every round, so that an option's id tells nothing about the deck or an earlier asking. */
export const OptionId = id("OptionId");
export type OptionId = z.infer<typeof OptionId>;
/** Made by the client, once per intention: a retry carries the same id and gets the first answer again. */
export const CommandId = z.string().min(8).max(64).brand("CommandId");
export type CommandId = z.infer<typeof CommandId>;
