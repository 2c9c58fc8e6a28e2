import { z } from "zod";
import type { Draft, DraftCard, FileProblem, Recognition, TextFormat } from "./draft";
import { toMarkdown } from "./structure";
import { quote } from "./text";

/** A JSON array of `{ front, back }`, or an object with such an array under `cards`. Other common names are understood. */

const Text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const Entry = z.record(z.string(), z.unknown());
const FRONTS = ["front", "question", "term", "prompt", "word"];
const BACKS = ["back", "answer", "definition", "correct", "translation"];
const LISTS = ["cards", "flashcards", "questions", "terms"];

function recognise(text: string): Recognition {
  const start = text.trimStart()[0];
  const end = text.trimEnd().at(-1);
  const shaped =
    (start === "[" && end === "]" && /^\s*\[\s*[{\]]/.test(text)) ||
    (start === "{" && end === "}" && /^\s*\{\s*"/.test(text));
  return shaped ? { score: 0.97, reason: "JSON" } : { score: 0, reason: "no JSON" };
}

/** Lines (1-based) on which the entries of the outermost array begin, in order. */
function entryLines(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let arrayDepth = 0;
  let expected = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if (char === "\n") line++;
    if (/\s/.test(char)) continue;
    if (expected && depth === arrayDepth && char !== "]") {
      lines.push(line);
      expected = false;
    }
    if (char === '"') {
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === "\\") at++;
    } else if (char === "[" || char === "{") {
      depth++;
      if (char === "[" && arrayDepth === 0) {
        arrayDepth = depth;
        expected = true;
      }
    } else if (char === "]" || char === "}") depth--;
    else if (char === "," && depth === arrayDepth) expected = true;
  }
  return lines;
}

function textOf(entry: Record<string, unknown>, names: readonly string[]): string {
  for (const name of names) {
    const text = Text.safeParse(Object.hasOwn(entry, name) ? entry[name] : undefined);
    if (text.success) return text.data;
  }
  return "";
}

function listIn(data: unknown): { list: unknown[]; title: string | null } | null {
  if (Array.isArray(data)) return { list: data, title: null };
  const object = Entry.safeParse(data);
  if (!object.success) return null;
  const title = textOf(object.data, ["title", "name"]) || null;
  for (const name of LISTS) {
    const list = object.data[name];
    if (Array.isArray(list)) return { list, title };
  }
  return null;
}

function broken(message: string): Draft {
  return {
    title: null,
    declaredCount: null,
    cards: [],
    problems: [{ code: "damaged-file", message, line: null }],
  };
}

function read(text: string): Draft {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return broken(
      `This is not complete JSON: ${error instanceof Error ? error.message : "it ends too early"}.`,
    );
  }
  const found = listIn(data);
  if (!found) return broken('This JSON holds no list of cards. It should be [{ "front": …, "back": … }].');
  const lines = entryLines(text);
  const cards: DraftCard[] = [];
  const problems: FileProblem[] = [];
  for (const [at, item] of found.list.entries()) {
    const line = lines[at] ?? 1;
    const entry = Entry.safeParse(item);
    const front = entry.success ? textOf(entry.data, FRONTS) : "";
    const back = entry.success ? textOf(entry.data, BACKS) : "";
    if (!entry.success || (!front && !back)) {
      const message = `This entry is no card: ${quote(JSON.stringify(item) ?? "")}. A card has a front and a back.`;
      problems.push({ code: "wrong-columns", message, line });
      continue;
    }
    const tags = z.array(z.string()).safeParse(entry.data.tags);
    cards.push({
      front: toMarkdown(front),
      back: toMarkdown(back),
      line,
      ...(tags.success ? { tags: tags.data } : {}),
    });
  }
  return { title: found.title, declaredCount: null, cards, problems };
}

export const json: TextFormat = { format: "json", recognise, read };
