import { toString as qrCode } from "qrcode";
import type { Addresses } from "./addresses";

/** Says on the terminal that the server is up and where, with a QR code for the phones. */
export async function announce({ local, phones }: Addresses): Promise<void> {
  const lines = ["", "Deckdash is ready.", "", `  On this computer   ${local}`];
  if (phones) {
    // Drawn with its own colours on a terminal; in a log, colour codes would be noise.
    const style = process.stdout.isTTY
      ? ({ type: "terminal", small: true } as const)
      : { type: "utf8" as const };
    lines.push(`  On phones          ${phones}`, "", await qrCode(phones, style));
  } else {
    lines.push("  On phones          this computer is in no network yet: connect it and start again");
  }
  lines.push("Stop with Ctrl-C.");
  console.log(lines.join("\n"));
}
