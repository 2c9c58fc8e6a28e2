import type { CommandId } from "@/contract/ids";

/**
 * A new command's id: 128 random bits as hex. Not `crypto.randomUUID`, which phones lack on a plain http address of
 * the school's network.
 */
export function newCommandId(): CommandId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("") as CommandId;
}
