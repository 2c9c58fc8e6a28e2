// npm start (with --dev: npm run dev). This file and node-version.mjs are written so that an old Node can read
// them far enough to say that it is too old; everything newer is imported after that.
import { tooOld } from "./node-version.mjs";

const sentence = tooOld(process.versions.node);
if (sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

import("./serve.mjs").then((steps) => steps.serve(process.argv.includes("--dev")));
