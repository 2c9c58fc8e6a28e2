import { z } from "zod";
import { readJson } from "../input-file";

const Item = z.object({
  question: z.string(),
  correct: z.string(),
  distractors: z.array(z.string()),
  topic: z.string(),
  alsoCorrect: z.array(z.string()).optional(),
});

/** A multiple-choice item that people wrote. */
export type Item = z.infer<typeof Item>;

/** Items that share a pool: a topic, or 100 items of a large topic. */
export type Group = { topic: string; items: Item[]; strings: string[] };

/** A topic of more items than this is cut … */
const LARGE_TOPIC = 150;
/** … into pieces of this many, in order. */
const PIECE = 100;

/** Reads a JSON array of items. Throws one sentence for a file that holds something else. */
export function readItems(file: string): Item[] {
  const parsed = z.array(Item).safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  const [at, field] = parsed.error.issues[0]?.path ?? [];
  const which =
    typeof at === "number" ? ` Item ${at + 1} is none${field ? `: see its ${String(field)}` : ""}.` : "";
  throw new Error(
    `${file} is not a list of items: expected [{ question, correct, distractors, topic, alsoCorrect? }].${which}`,
  );
}

/** Every text that stands as an answer in the items, each once, sorted, so that no order tells what belongs together. */
function stringsOf(items: readonly Item[]): string[] {
  const texts = items.flatMap((item) => [item.correct, ...(item.alsoCorrect ?? []), ...item.distractors]);
  return [...new Set(texts)].sort();
}

/** The items by topic, large topics in pieces, with the strings of each group. */
export function groupItems(items: readonly Item[]): Group[] {
  const topics = new Map<string, Item[]>();
  for (const item of items) {
    const list = topics.get(item.topic);
    if (list) list.push(item);
    else topics.set(item.topic, [item]);
  }
  return [...topics].flatMap(([topic, list]) => {
    const size = list.length > LARGE_TOPIC ? PIECE : list.length;
    const groups: Group[] = [];
    for (let at = 0; at < list.length; at += size) {
      const piece = list.slice(at, at + size);
      groups.push({ topic, items: piece, strings: stringsOf(piece) });
    }
    return groups;
  });
}

/** The pool of an item: its group's strings without its own right answers. Its distractors are not looked at. */
export function poolOf(group: Group, item: Item): string[] {
  const own = new Set([item.correct, ...(item.alsoCorrect ?? [])]);
  return group.strings.filter((text) => !own.has(text));
}
