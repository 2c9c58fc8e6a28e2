import type { Database, SqlValue } from "sql.js";
import { z } from "zod";

/** The tables of an Anki collection, old (note types as JSON in `col`) and new (tables with protobuf settings). */

export type NoteType = {
  fields: string[];
  templates: { front: string; back: string }[];
};

const LegacyModels = z.record(
  z.string(),
  z.object({
    flds: z.array(z.object({ name: z.string(), ord: z.number().optional() })),
    tmpls: z.array(z.object({ qfmt: z.string(), afmt: z.string(), ord: z.number().nullish() })),
  }),
);
const LegacyDecks = z.record(z.string(), z.object({ name: z.string() }));

function rows(db: Database, sql: string): SqlValue[][] {
  return db.exec(sql)[0]?.values ?? [];
}

/** Only real tables are read: a view in a hostile file could compute for ever. */
function tables(db: Database): Set<string> {
  return new Set(
    rows(db, "SELECT name FROM sqlite_master WHERE type = 'table'").map(([name]) => String(name)),
  );
}

/**
 * A text field of a protobuf message, by number; "" when it is not there
 * (https://protobuf.dev/programming-guides/encoding).
 */
function protobufText(message: Uint8Array, wanted: number): string {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; at < message.length; shift += 7) {
      const byte = message[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < message.length) {
    const key = varint();
    const wire = key % 8;
    if (wire === 0) varint();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else if (wire === 2) {
      const length = varint();
      if (Math.floor(key / 8) === wanted) return new TextDecoder().decode(message.subarray(at, at + length));
      at += length;
    } else return "";
  }
  return "";
}

const blob = (value: SqlValue | undefined) => (value instanceof Uint8Array ? value : new Uint8Array());

function newNoteTypes(db: Database): Map<string, NoteType> {
  const types = new Map<string, NoteType>();
  const typeOf = (id: SqlValue | undefined) => {
    const key = String(id);
    const type = types.get(key) ?? { fields: [], templates: [] };
    types.set(key, type);
    return type;
  };
  for (const [ntid, ord, name] of rows(db, "SELECT ntid, ord, name FROM fields"))
    typeOf(ntid).fields[Number(ord)] = String(name);
  for (const [ntid, ord, config] of rows(db, "SELECT ntid, ord, config FROM templates"))
    typeOf(ntid).templates[Number(ord)] = {
      front: protobufText(blob(config), 1),
      back: protobufText(blob(config), 2),
    };
  return types;
}

function legacyNoteTypes(db: Database): Map<string, NoteType> {
  const json = String(rows(db, "SELECT models FROM col LIMIT 1")[0]?.[0] ?? "{}");
  const models = LegacyModels.parse(JSON.parse(json || "{}"));
  return new Map(
    Object.entries(models).map(([id, model]) => [
      id,
      {
        fields: model.flds.map((field) => field.name),
        templates: model.tmpls.map((template) => ({ front: template.qfmt, back: template.afmt })),
      },
    ]),
  );
}

/** Note types by id. Throws when the collection has none of the known forms. */
export function noteTypes(db: Database): Map<string, NoteType> {
  const there = tables(db);
  const modern = there.has("notetypes") && there.has("fields") && there.has("templates");
  return modern ? newNoteTypes(db) : legacyNoteTypes(db);
}

/** The last part of the name of the deck that holds most cards; null for Anki's "Default". */
export function deckName(db: Database): string | null {
  const most = rows(db, "SELECT did FROM cards GROUP BY did ORDER BY count(*) DESC LIMIT 1")[0]?.[0];
  if (most === undefined) return null;
  const name = tables(db).has("decks")
    ? rows(db, "SELECT id, name FROM decks").find(([id]) => String(id) === String(most))?.[1]
    : LegacyDecks.catch({}).parse(
        JSON.parse(String(rows(db, "SELECT decks FROM col LIMIT 1")[0]?.[0] || "{}")),
      )[String(most)]?.name;
  const last = String(name ?? "")
    .replaceAll("\u001f", "::")
    .split("::")
    .at(-1)
    ?.trim();
  return last && last !== "Default" ? last : null;
}

export type NoteCard = { note: string; type: string; fields: string; tags: string; ord: number };

/** Cards with their notes in the order of the notes, at most `limit` of them. */
export function noteCards(db: Database, limit: number): NoteCard[] {
  const there = tables(db);
  if (!there.has("notes") || !there.has("cards")) throw new Error("no notes table");
  const sql = `SELECT n.id, n.mid, n.flds, n.tags, c.ord FROM notes n JOIN cards c ON c.nid = n.id ORDER BY n.id, c.ord LIMIT ${Math.trunc(limit)}`;
  return rows(db, sql).map(([note, type, fields, tags, ord]) => ({
    note: String(note),
    type: String(type),
    fields: String(fields ?? ""),
    tags: String(tags ?? ""),
    ord: Number(ord),
  }));
}
