import { readFileSync } from "node:fs";
import { z } from "zod";
import { itemStatistics } from "../domain/report/item-statistics";
import { alpha, reliability } from "../domain/report/reliability";

/** Item statistics and reliability of a file of right and wrong answers, printed as one line of JSON. */
const Responses = z
  .object({ responses: z.array(z.array(z.union([z.literal(0), z.literal(1)])).min(1)).min(1) })
  .refine(({ responses }) => responses.every((row) => row.length === responses[0]?.length), {
    message: "Every student needs as many responses as the first.",
  });

const file = process.argv[2];
if (!file) {
  console.error("Usage: npm run -s eval:items -- FILE");
  process.exit(2);
}
const parsed = Responses.safeParse(JSON.parse(readFileSync(file, "utf8")));
if (!parsed.success) {
  console.error(`${file} was not read: ${z.prettifyError(parsed.error)}`);
  process.exit(1);
}
const { responses } = parsed.data;
const items = itemStatistics(responses);
const test = reliability(responses);
console.log(
  JSON.stringify({
    students: test.students,
    items: test.items,
    difficulty: items.map((item) => item.difficulty),
    pointBiserial: items.map((item) => item.pointBiserial),
    correctedPointBiserial: items.map((item) => item.correctedPointBiserial),
    alpha: alpha(responses),
    kr20: test.kr20,
    sem: test.sem,
    meanTotal: test.meanTotal,
    sdTotal: test.sdTotal,
  }),
);
