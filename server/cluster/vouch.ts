import { createHmac, timingSafeEqual } from "node:crypto";

/** How servers of one cluster know each other's messages: they share AUTH_SECRET, which no browser knows. */
export class Vouch {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = createHmac("sha256", secret).update("deckdash servers").digest();
  }

  /** A proof that a server of this cluster has said this. */
  sign(...said: string[]): string {
    return createHmac("sha256", this.key).update(JSON.stringify(said)).digest("base64url");
  }

  verify(proof: unknown, ...said: string[]): boolean {
    if (typeof proof !== "string") return false;
    const [given, right] = [Buffer.from(proof), Buffer.from(this.sign(...said))];
    return given.length === right.length && timingSafeEqual(given, right);
  }

  /** A short name for a text that does not tell the text. */
  alias(text: string): string {
    return this.sign("alias", text).slice(0, 22);
  }
}
