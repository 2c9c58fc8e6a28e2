import type { z } from "zod";
import type { ModelTrouble } from "@/contract/desk";

/** Why there is no answer that can be used; "stopped" when nobody waits for it any more. */
export type ModelFault = ModelTrouble | "stopped";

export type ModelQuestion<T> = {
  /** What the model is to do: the house's own words only. */
  task: string;
  /** What it is to do it with. Texts of cards stand here as JSON strings. */
  material: string;
  reply: z.ZodType<T>;
};

export type ModelAnswer<T> = { ok: true; value: T } | { ok: false; fault: ModelFault };

/** A language model that the operator has named. The desk knows no more of it than this. */
export interface LanguageModel {
  readonly name: string;
  /** Where texts are sent, for the teacher to read: scheme, host and port. */
  readonly address: string;
  /** Asks once. Resolves in any case, within the operator's time-out of its turn; a fault is an answer too. */
  ask<T>(question: ModelQuestion<T>, signal: AbortSignal): Promise<ModelAnswer<T>>;
}
