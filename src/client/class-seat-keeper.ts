import { LIMITS } from "@/contract/limits";
import type { Shelf } from "./seat-keeper";

const KEY = "deckdash.class-seats";

/** The class seats in this browser's storage, the last one used first: one for each class its owner is in. */
export class ClassSeatKeeper {
  constructor(private readonly shelf: Shelf) {}

  all(): string[] {
    try {
      const kept: unknown = JSON.parse(this.shelf.getItem(KEY) ?? "[]");
      return Array.isArray(kept)
        ? kept.filter((seat): seat is string => typeof seat === "string").slice(0, LIMITS.classSeatsKept)
        : [];
    } catch {
      return [];
    }
  }

  keep(classSeat: string) {
    const seats = [classSeat, ...this.all().filter((other) => other !== classSeat)];
    try {
      this.shelf.setItem(KEY, JSON.stringify(seats.slice(0, LIMITS.classSeatsKept)));
    } catch {
      // A browser that refuses storage still plays; the next game asks for the two words again.
    }
  }
}
