// npm test. Like start.mjs, readable for an old Node up to the sentence that it is too old.
import { tooOld } from "./node-version.mjs";

const sentence = tooOld(process.versions.node);
if (sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

import("./test-all.mjs").then((tests) => tests.testAll());
