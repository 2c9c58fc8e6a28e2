import { createRandom } from "#server/domain/random";
import { sendMalformed } from "../security/malformed";

// A flood in a process of its own, so that those who are measured do not queue behind it: origin, frames, seed.
const [origin = "", frames, seed] = process.argv.slice(2);
await sendMalformed(origin, Number(frames), createRandom(Number(seed)));
process.exit(0);
