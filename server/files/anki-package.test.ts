import { strToU8, zipSync } from "fflate";
import initSqlJs from "sql.js";
import { describe, expect, it } from "vitest";
import { writeAnkiPackage } from "./apkg";
import { parseDeck } from "./parse-deck";

const SQL = await initSqlJs();
const CREATED = Date.UTC(2025, 8, 1);

/** A collection of Anki's old form with one note type. Notes are fields and the ordinals of their cards. */
function collection(
  type: { fields: string[]; templates: [front: string, back: string][] },
  notes: { fields: string[]; ords: number[]; tags?: string }[],
): Uint8Array {
  const db = new SQL.Database();
  db.run(
    "CREATE TABLE col (models text, decks text); CREATE TABLE notes (id integer primary key, mid, flds, tags); CREATE TABLE cards (id integer primary key, nid, did, ord)",
  );
  const models = {
    7: {
      flds: type.fields.map((name, ord) => ({ name, ord })),
      tmpls: type.templates.map(([qfmt, afmt], ord) => ({ qfmt, afmt, ord })),
    },
  };
  db.run("INSERT INTO col VALUES (?, ?)", [
    JSON.stringify(models),
    JSON.stringify({ 1: { name: "School::Geography" } }),
  ]);
  for (const [at, note] of notes.entries()) {
    db.run("INSERT INTO notes VALUES (?, 7, ?, ?)", [at + 1, note.fields.join("\u001f"), note.tags ?? ""]);
    for (const ord of note.ords) db.run("INSERT INTO cards (nid, did, ord) VALUES (?, 1, ?)", [at + 1, ord]);
  }
  return db.export();
}

/** A collection of Anki's new form: tables for note types, their templates in protobuf. */
function newCollection(): Uint8Array {
  const text = (number: number, value: string) => {
    const bytes = strToU8(value);
    return [number * 8 + 2, bytes.length, ...bytes];
  };
  const template = new Uint8Array([
    ...text(1, "{{Word}}"),
    ...text(2, "{{FrontSide}}<hr id=answer>{{Meaning}}"),
    3 * 8,
    1,
  ]);
  const db = new SQL.Database();
  db.run(`CREATE TABLE notetypes (id integer primary key, name text, config blob);
    CREATE TABLE fields (ntid integer, ord integer, name text, config blob);
    CREATE TABLE templates (ntid integer, ord integer, name text, config blob);
    CREATE TABLE decks (id integer primary key, name text);
    CREATE TABLE notes (id integer primary key, mid, flds, tags);
    CREATE TABLE cards (id integer primary key, nid, did, ord);
    INSERT INTO notetypes VALUES (7, 'Words', x'');
    INSERT INTO fields VALUES (7, 0, 'Word', x''), (7, 1, 'Meaning', x'');
    INSERT INTO notes VALUES (1, 7, 'moor' || char(31) || 'wet <b>heath</b>', '');
    INSERT INTO cards VALUES (1, 1, 9, 0);`);
  db.run("INSERT INTO templates VALUES (7, 0, 'Card 1', ?)", [template]);
  db.run("INSERT INTO decks VALUES (9, ?)", ["School\u001fWords"]);
  return db.export();
}

/** A zstd frame that holds its bytes unpacked (RFC 8878: magic, header with a 1 MB window, raw blocks). */
function zstdFrame(bytes: Uint8Array): Uint8Array {
  const BLOCK = 128 * 1024;
  const out = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50];
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const block = bytes.subarray(at, at + BLOCK);
    const header = (at + BLOCK >= bytes.length ? 1 : 0) | (block.length << 3);
    out.push(header & 255, (header >> 8) & 255, header >> 16, ...block);
  }
  return new Uint8Array(out);
}

const basic = {
  fields: ["Front", "Back"],
  templates: [["{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"]] as [string, string][],
};
const stub = collection(basic, [{ fields: ["This file requires a newer version of Anki.", ""], ords: [0] }]);
const read = (files: Record<string, Uint8Array>) => parseDeck({ name: "deck.apkg", bytes: zipSync(files) });
const sides = (deck: Awaited<ReturnType<typeof parseDeck>>) =>
  deck.cards.map((card) => [card.front, card.back]);

describe("an Anki package", () => {
  it("gives the cards of its notes, with tags, and its deck's own name", async () => {
    const deck = await read({
      "collection.anki2": collection(basic, [
        { fields: ["Capital of <b>Chad</b>", "N&#x27;Djamena"], ords: [0], tags: " africa leech " },
        { fields: ["Square of \\(x\\)", "\\(x^2\\)<br>always positive"], ords: [0] },
      ]),
    });
    expect(deck).toMatchObject({ format: "apkg", title: "Geography", problems: [] });
    expect(sides(deck)).toEqual([
      ["Capital of **Chad**", "N'Djamena"],
      ["Square of $x$", "$x^2$\nalways positive"],
    ]);
    expect(deck.cards[0]?.tags).toEqual(["africa"]);
  });

  it("is read from the newer collection, not from the stub beside it", async () => {
    const real = collection(basic, [{ fields: ["a", "b"], ords: [0] }]);
    expect(sides(await read({ "collection.anki2": stub, "collection.anki21": real }))).toEqual([["a", "b"]]);
  });

  it("is read from the newest collection, which is packed with zstd and describes its notes in protobuf", async () => {
    const deck = await read({ "collection.anki2": stub, "collection.anki21b": zstdFrame(newCollection()) });
    expect(deck.title).toBe("Words");
    expect(sides(deck)).toEqual([["moor", "wet **heath**"]]);
  });

  it("asks each note type by its own templates, and leaves out the one that only turns another round", async () => {
    const type = {
      fields: ["Country", "Capital", "Flag", "Note"],
      templates: [
        [
          "Capital of {{Country}}?",
          "{{FrontSide}}<hr id=answer>{{Capital}}{{#Note}}<div>{{Note}}</div>{{/Note}}",
        ],
        ["{{Capital}}", "{{FrontSide}}<hr id=answer>{{Country}}"],
        ["{{Flag}}", "{{FrontSide}}<hr id=answer>{{Country}}"],
      ] as [string, string][],
    };
    const deck = await read({
      "collection.anki21": collection(type, [
        {
          fields: [
            "Bolivia",
            "Sucre",
            '<img src="bo.png" alt="red, yellow and green">',
            "La Paz is the seat of government.",
          ],
          ords: [0, 1, 2],
        },
        { fields: ["Peru", "Lima", '<img src="pe.png">', ""], ords: [0, 1, 2] },
      ]),
    });
    expect(sides(deck)).toEqual([
      ["Capital of Bolivia?", "Sucre\nLa Paz is the seat of government."],
      ["red, yellow and green", "Bolivia"],
      ["Capital of Peru?", "Lima"],
    ]);
    expect(deck.problems.map((problem) => [problem.code, problem.line])).toEqual([["empty-front", 2]]);
  });

  it("makes a card of each gap of a cloze", async () => {
    const type = {
      fields: ["Text", "Extra"],
      templates: [["{{cloze:Text}}", "{{cloze:Text}}<br>{{Extra}}"]] as [string, string][],
    };
    const deck = await read({
      "collection.anki21": collection(type, [
        { fields: ["{{c1::Bees}} make {{c2::honey::food}}.", "x"], ords: [0, 1] },
      ]),
    });
    expect(sides(deck)).toEqual([
      ["_____ make honey.", "Bees"],
      ["Bees make _____.", "honey"],
    ]);
  });

  it("ignores what entries are called as paths, and everything that is no collection", async () => {
    const real = collection(basic, [{ fields: ["a", "b"], ords: [0] }]);
    const deck = await read({
      "../../etc/passwd": strToU8("x"),
      "/collection.anki21": stub,
      "collection.anki2": real,
      0: strToU8("picture"),
    });
    expect(sides(deck)).toEqual([["a", "b"]]);
  });

  it("is refused when it unpacks to more than is allowed, before the memory is taken", async () => {
    const bomb = zipSync({ "collection.anki2": new Uint8Array(120 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().arrayBuffers;
    const deck = await parseDeck({ bytes: bomb });
    expect(deck.problems.map((problem) => problem.code)).toEqual(["file-too-large"]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(110 * 1024 * 1024);
  });

  it("is refused when its entry lies about its size", async () => {
    const bomb = zipSync({ "collection.anki2": new Uint8Array(120 * 1024 * 1024) }, { level: 9 });
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(22, 1000, true);
    expect((await parseDeck({ bytes: bomb })).problems.map((problem) => problem.code)).toEqual([
      "file-too-large",
    ]);
  });

  it("is refused when a zstd frame asks for gigabytes", async () => {
    const frame = zstdFrame(newCollection());
    frame[5] = 0xa8;
    expect((await read({ "collection.anki21b": frame })).problems.map((problem) => problem.code)).toEqual([
      "file-too-large",
    ]);
  });

  it.each([
    ["cut short", () => zipSync({ "collection.anki2": stub }).slice(0, 300)],
    [
      "no database",
      () => zipSync({ "collection.anki2": strToU8("not a database at all, but long enough to look") }),
    ],
    ["an empty database", () => zipSync({ "collection.anki2": new SQL.Database().export() })],
    ["an empty entry", () => zipSync({ "collection.anki2": new Uint8Array() })],
  ])("is refused with a sentence when it is damaged: %s", async (_, bytes) => {
    const deck = await parseDeck({ bytes: bytes() });
    expect(deck.cards).toEqual([]);
    expect(deck.problems.map((problem) => problem.code)).toEqual(["damaged-file"]);
  });

  it("never evaluates a view that poses as a table", async () => {
    const db = new SQL.Database(stub);
    db.run(
      "DROP TABLE cards; CREATE VIEW cards AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i AS nid, 0 AS did, 0 AS ord FROM n",
    );
    expect((await read({ "collection.anki2": db.export() })).problems.map((problem) => problem.code)).toEqual(
      ["damaged-file"],
    );
  });
});

describe("an Anki package that is written", () => {
  const cards = [
    { front: "What is H₂O?", back: "water", tags: ["chemistry", "year 7"] },
    { front: "Derivative of $x^2$", back: "$2x$" },
    {
      front: "Two **kinds** of cell",
      back: "Cells come in two kinds:\n\n### Prokaryotes\n\n- **Nucleus**: none\n- **Size**: 1 µm\n\n### Steps\n\n1. **First**\n   - a < b & c\n2. second",
    },
    { front: "What does `a*b` print?", back: "```\nif a < b:\n    print(1)\n```" },
    { front: "26\\*26\\*26", back: "line one\nline two" },
  ];

  it("comes back the same through the reader", async () => {
    const bytes = await writeAnkiPackage("Missed in class", cards, CREATED);
    const deck = await parseDeck({ name: "missed.apkg", bytes });
    expect(deck).toMatchObject({ format: "apkg", title: "Missed in class", problems: [] });
    expect(sides(deck)).toEqual(cards.map((card) => [card.front, card.back]));
    expect(deck.cards[0]?.tags).toEqual(["chemistry", "year_7"]);
  });

  it("is the same bytes for the same cards and time, apart from the time in the zip", async () => {
    const { unzipSync } = await import("fflate");
    const [a, b] = await Promise.all([1, 2].map(() => writeAnkiPackage("Deck", cards, CREATED)));
    expect(unzipSync(a ?? new Uint8Array())).toEqual(unzipSync(b ?? new Uint8Array()));
  });

  it("keeps a card's identity when it is exported again later", async () => {
    const { unzipSync } = await import("fflate");
    const guids = async (createdAt: number) => {
      const files = unzipSync(await writeAnkiPackage("Deck", cards, createdAt));
      return new SQL.Database(files["collection.anki2"]).exec("SELECT guid FROM notes ORDER BY id")[0]
        ?.values;
    };
    expect(await guids(CREATED + 86_400_000)).toEqual(await guids(CREATED));
  });

  it("holds a sound database with a card for every note", async () => {
    const { unzipSync } = await import("fflate");
    const files = unzipSync(await writeAnkiPackage("Deck", cards, CREATED));
    const db = new SQL.Database(files["collection.anki2"]);
    expect(db.exec("PRAGMA integrity_check")[0]?.values).toEqual([["ok"]]);
    expect(
      db.exec("SELECT count(*), count(DISTINCT nid), sum(nid IN (SELECT id FROM notes)) FROM cards")[0]
        ?.values,
    ).toEqual([[5, 5, 5]]);
    expect(new TextDecoder().decode(files.media)).toBe("{}");
  });
});
