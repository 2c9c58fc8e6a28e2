import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Hands something to a browser that it can give back and can neither read nor change (AES-256-GCM).
 * @param secret of this server; @param purpose keeps one kind of seal from standing in for another
 */
export function sealer(secret: string, purpose: string) {
  const key = createHash("sha256").update(`${secret}/${purpose}`).digest();
  return {
    seal(value: unknown): string {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const sealed = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },

    /** Null for what this server did not seal. */
    open(text: string): unknown {
      const bytes = Buffer.from(text, "base64url");
      if (bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
      const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES));
      cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const opened = cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return JSON.parse(Buffer.concat([opened, cipher.final()]).toString("utf8"));
      } catch {
        return null;
      }
    },
  };
}
