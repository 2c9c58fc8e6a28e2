import initSqlJs from "sql.js";
import { DECK_LIMITS } from "@/contract/deck";
import { deckName, type NoteCard, type NoteType, noteCards, noteTypes } from "./anki-collection";
import { answerPart, renderTemplate, templateFields } from "./anki-template";
import { clozeCards, hasCloze } from "./cloze";
import type { Draft, DraftCard } from "./draft";
import { htmlToMarkdown } from "./html";
import { unpackZip, unpackZstd } from "./unpack";

/**
 * An Anki package (`.apkg`, `.colpkg`): a zip with an SQLite collection. Newer packages keep an old-looking
 * `collection.anki2` beside the real one, with a single note that asks for a newer Anki; the newest file is read.
 * Pictures and sounds stay in the archive. A card that only turns another card of its note round is left out:
 * questions are asked in both directions anyway.
 */

const COLLECTIONS = ["collection.anki21b", "collection.anki21", "collection.anki2"] as const;
/** Tags that Anki sets by itself. */
const OWN_TAGS = new Set(["leech", "marked"]);

/** Whether a file of the package holds cards. */
export const isCollection = (name: string) => COLLECTIONS.some((known) => known === name);

function collectionOf(bytes: Uint8Array): Uint8Array {
  const files = unpackZip(bytes, isCollection, DECK_LIMITS.unpackedBytes);
  for (const name of COLLECTIONS) {
    const file = files.get(name);
    if (file) return name.endsWith("b") ? unpackZstd(file, DECK_LIMITS.unpackedBytes) : file;
  }
  throw new Error("no collection in the package");
}

/** Templates of a note type that only ask another one backwards: front and back begin with each other's fields. */
function reversed(type: NoteType): Set<number> {
  const seen = new Set<string>();
  const found = new Set<number>();
  for (const [ord, template] of type.templates.entries()) {
    if (!template) continue;
    const front = templateFields(template.front).first ?? "";
    const back = templateFields(answerPart(template.back)).first ?? "";
    if (seen.has(`${back}\u0000${front}`)) found.add(ord);
    seen.add(`${front}\u0000${back}`);
  }
  return found;
}

function draftCards(card: NoteCard, type: NoteType, line: number): DraftCard[] {
  const values = card.fields.split("\u001f");
  const fields = new Map(type.fields.map((name, at) => [name, values[at] ?? ""]));
  const tags = card.tags.split(/\s+/).filter((tag) => tag && !OWN_TAGS.has(tag));
  const cloze = type.templates[0] ? templateFields(type.templates[0].front).cloze : null;
  const text = cloze === null ? undefined : fields.get(cloze);
  if (text !== undefined && hasCloze(text)) return clozeCards(text, line, tags, card.ord + 1);
  const template = type.templates[card.ord];
  if (!template) return [];
  const front = htmlToMarkdown(renderTemplate(template.front, fields, "front"));
  const back = htmlToMarkdown(renderTemplate(answerPart(template.back), fields, "back"));
  return [{ front, back, line, ...(tags.length ? { tags } : {}) }];
}

/** Reads a package. Throws when it is damaged or unpacks to more than the limits allow. */
export async function readAnkiPackage(bytes: Uint8Array): Promise<Draft> {
  const SQL = await initSqlJs();
  const db = new SQL.Database(collectionOf(bytes));
  try {
    const types = noteTypes(db);
    const backwards = new Map([...types].map(([id, type]) => [id, reversed(type)]));
    const cards: DraftCard[] = [];
    let line = 0;
    let note = "";
    // Twice the limit, so that a deck of pairs in both directions is not cut at half its notes.
    for (const card of noteCards(db, DECK_LIMITS.cards * 2 + 1)) {
      if (card.note !== note) line++;
      note = card.note;
      const type = types.get(card.type);
      if (type && !backwards.get(card.type)?.has(card.ord)) cards.push(...draftCards(card, type, line));
    }
    return { title: deckName(db), declaredCount: null, cards, problems: [] };
  } finally {
    db.close();
  }
}
