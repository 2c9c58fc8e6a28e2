import { day } from "@/ui/day";

export const dayOrNever = (date: Date | null, never = "not yet"): string => (date ? day(date) : never);
