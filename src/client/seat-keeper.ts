/** A seat that this browser has held: its PIN, the name it was given, and the token that opens it again. */
export type KeptSeat = { pin: string; name: string; token: string; keptAt: number };

/** Where in a browser's storage the seats are. */
export const SEATS_KEY = "deckdash.seats";
/** A school day: after that a seat of yesterday's game is in nobody's way. */
export const KEEP_SEAT_MS = 24 * 60 * 60 * 1000;

/** Where a browser keeps things. */
export type Shelf = Pick<Storage, "getItem" | "setItem">;

/**
 * Seats in this browser's storage (which is per server by itself), newest first, at most one per PIN. Read anew every
 * time, because another tab may have been given a newer token for the same seat.
 */
export class SeatKeeper {
  /** What a browser that refuses storage (private mode, full disk) has not kept: it lasts as long as the page. */
  private unkept: KeptSeat[] | null = null;

  constructor(
    private readonly shelf: Shelf,
    private readonly now: () => number = Date.now,
  ) {}

  private all(): KeptSeat[] {
    if (this.unkept) return this.unkept;
    try {
      const kept: unknown = JSON.parse(this.shelf.getItem(SEATS_KEY) ?? "[]");
      if (!Array.isArray(kept)) return [];
      return kept.filter((seat): seat is KeptSeat => isSeat(seat) && this.now() - seat.keptAt < KEEP_SEAT_MS);
    } catch {
      return [];
    }
  }

  /** The seat for a PIN, or without a PIN the last one used. */
  find(pin?: string): KeptSeat | null {
    return this.all().find((seat) => pin === undefined || seat.pin === pin) ?? null;
  }

  keep(seat: Omit<KeptSeat, "keptAt">) {
    this.write([{ ...seat, keptAt: this.now() }, ...this.all().filter((other) => other.pin !== seat.pin)]);
  }

  forget(pin: string) {
    this.write(this.all().filter((seat) => seat.pin !== pin));
  }

  private write(seats: KeptSeat[]) {
    try {
      this.shelf.setItem(SEATS_KEY, JSON.stringify(seats));
      this.unkept = null;
    } catch {
      this.unkept = seats;
    }
  }
}

function isSeat(value: unknown): value is KeptSeat {
  if (typeof value !== "object" || value === null) return false;
  const seat = value as Record<string, unknown>;
  return (
    typeof seat.pin === "string" &&
    typeof seat.name === "string" &&
    typeof seat.token === "string" &&
    typeof seat.keptAt === "number"
  );
}
