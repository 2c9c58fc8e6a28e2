import type { UseHost, UsePlayer } from "@/client/use-live";

export type HostSend = UseHost["send"];
export type PlayerSend = UsePlayer["send"];

/** A command as a screen means it; the link gives it its id. */
export type HostIntent = Parameters<HostSend>[0];
