import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import initSqlJs from "sql.js";
import { markdownToHtml } from "./markdown-to-html";

/**
 * Writes an Anki package (`.apkg`) that every Anki since 2.0 imports: a zip with a schema 11 collection and an
 * empty media list. The tables and settings are those of Anki's own exports (schema 11, "Basic" notes).
 */

export type AnkiCard = { front: string; back: string; tags?: readonly string[] };

const SCHEMA = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
`;

/** Anki joins packages by these numbers: one note type of ours, wherever the package was made. */
const MODEL_ID = 1_727_000_000_001;
const DEFAULT_DECK_ID = 1;
const SCHEMA_VERSION = 11;

const CARD_STYLE =
  ".card { font-family: sans-serif; font-size: 20px; text-align: left; color: black; background: white; }";

const sha1 = (text: string) => createHash("sha1").update(text).digest("hex");

/** Anki's checksum of a note: the first 32 bits of the SHA-1 of its first field without tags. */
const checksum = (html: string) => Number.parseInt(sha1(html.replace(/<[^<>]*>/g, "")).slice(0, 8), 16);

function field(name: string, ord: number) {
  return { name, ord, sticky: false, rtl: false, font: "Arial", size: 20, media: [] };
}

function model(deckId: number, seconds: number) {
  return {
    id: MODEL_ID,
    name: "Deckdash Basic",
    type: 0,
    mod: seconds,
    usn: -1,
    sortf: 0,
    did: deckId,
    flds: [field("Front", 0), field("Back", 1)],
    tmpls: [
      {
        name: "Card 1",
        ord: 0,
        qfmt: "{{Front}}",
        afmt: "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}",
        bqfmt: "",
        bafmt: "",
        did: null,
      },
    ],
    css: CARD_STYLE,
    latexPre:
      "\\documentclass[12pt]{article}\n\\usepackage[utf8]{inputenc}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\begin{document}\n",
    latexPost: "\\end{document}",
    req: [[0, "any", [0]]],
    tags: [],
    vers: [],
  };
}

function deck(id: number, name: string, seconds: number) {
  const none = [0, 0];
  return {
    id,
    name,
    desc: "",
    mod: seconds,
    usn: -1,
    conf: 1,
    dyn: 0,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 0,
    newToday: none,
    revToday: none,
    lrnToday: none,
    timeToday: none,
  };
}

const DECK_OPTIONS = {
  1: {
    id: 1,
    name: "Default",
    mod: 0,
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20 },
    rev: { bury: true, ease4: 1.3, ivlFct: 1, maxIvl: 36500, perDay: 200, hardFactor: 1.2 },
    lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
  },
};

/** Anki separates tags by spaces, so a tag may hold none. */
const tagText = (tags: readonly string[] = []) =>
  tags.length === 0 ? "" : ` ${tags.map((tag) => tag.trim().replace(/\s+/g, "_")).join(" ")} `;

/**
 * Cards (Markdown) → the bytes of an `.apkg`. `createdAt` is in ms since 1970. A card keeps its identity by its
 * front and the deck's name, so that importing a later export updates notes instead of doubling them.
 */
export async function writeAnkiPackage(
  name: string,
  cards: readonly AnkiCard[],
  createdAt: number,
): Promise<Uint8Array> {
  const seconds = Math.floor(createdAt / 1000);
  const deckId = 1_000_000_000_000 + Number.parseInt(sha1(name).slice(0, 9), 16);
  const SQL = await initSqlJs();
  const db = new SQL.Database();
  try {
    db.run(SCHEMA);
    db.run("INSERT INTO col VALUES (1, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, '{}')", [
      seconds,
      createdAt,
      createdAt,
      SCHEMA_VERSION,
      JSON.stringify({
        nextPos: cards.length + 1,
        curDeck: deckId,
        activeDecks: [deckId],
        sortType: "noteFld",
        curModel: String(MODEL_ID),
      }),
      JSON.stringify({ [MODEL_ID]: model(deckId, seconds) }),
      JSON.stringify({
        [DEFAULT_DECK_ID]: deck(DEFAULT_DECK_ID, "Default", seconds),
        [deckId]: deck(deckId, name, seconds),
      }),
      JSON.stringify(DECK_OPTIONS),
    ]);
    const note = db.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
    const row = db.prepare(
      "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
    );
    db.run("BEGIN");
    for (const [at, card] of cards.entries()) {
      const id = createdAt + at;
      const front = markdownToHtml(card.front);
      const guid = sha1(`${name}\u0000${card.front}`).slice(0, 10);
      note.run([
        id,
        guid,
        MODEL_ID,
        seconds,
        tagText(card.tags),
        `${front}\u001f${markdownToHtml(card.back)}`,
        front,
        checksum(front),
      ]);
      row.run([id, id, deckId, seconds, at + 1]);
    }
    db.run("COMMIT");
    note.free();
    row.free();
    return zipSync({ "collection.anki2": db.export(), media: strToU8("{}") });
  } finally {
    db.close();
  }
}
