import { day } from "@/ui/day";

/** A day, or in words that there is none. */
export const dayOrNever = (date: Date | null, never = "not yet"): string => (date ? day(date) : never);
