import type { DeckFormat } from "@/contract/deck";
import { counted } from "./counted";

/** Every word of the list of decks, of a new deck, and of what opens a lobby. */
export const deckWords = {
  yours: "Your decks",
  all: "Decks",
  one: "Deck",
  cancel: "Cancel",
  cards: (n: number) => counted(n, "card"),
  host: "Host",
  list: {
    putAway: "Decks put away",
    nothingAway: "Nothing is put away",
    none: "No deck yet",
    noneText:
      "Paste a page of flashcards, or choose a file. Every card becomes questions, wrong answers included.",
    paste: "Paste a deck",
    size: (cards: number, questions: number) =>
      `${counted(cards, "card")}, ${counted(questions, "question")}`,
    demo: "demo",
    making: "questions are being made",
    without: (cards: number) => `${cards} without a question`,
    played: "Last played",
    added: "Added",
    unplayed: ", not played yet",
    tryIt: "Try it",
    hostOne: (press: string, title: string) => `${press}: ${title}`,
    open: "Open",
    openOne: (title: string) => `Open ${title}`,
  },
  hostSheet: {
    title: (deck: string) => `Host “${deck}”`,
    unreached: "The server could not be reached. No game was opened: try again.",
    open: "Open the lobby",
    class: "Class",
    classHint: "With a class, Deckdash remembers what each student knows.",
    guests: "Guests only",
    draw: "Draw the names",
    drawHint: "Players get a friendly name instead of typing one.",
    askable: (cards: number) => `${cards} cards of this deck can be asked.`,
  },
  cardText: {
    front: "Front",
    back: "Back",
    markdown: "Markdown and $formulas$ work.",
  },
  create: {
    title: "New deck",
    unreached:
      "The server could not be reached. Nothing is lost: check the connection and press the button again.",
    failed: "Something went wrong on the server. Nothing was saved: try again.",
    tooLarge: (mb: number) =>
      `This file is larger than ${mb} MB. Export the deck without pictures, or split it.`,
    paste: "Paste your flashcards",
    pasteHint:
      "A page copied from Brainscape, an export from Quizlet or Anki, two columns of a spreadsheet, a Markdown list, or one card a line.",
    example: `Photosynthesis: plants turn light, water and CO₂ into sugar
Respiration: cells turn sugar into energy
Osmosis: water moves through a membrane to where more is dissolved`,
    show: "Show the cards",
    or: "or",
    choose: "Choose a file",
    formats: "txt, csv, tsv, md, json, xlsx, apkg; or drop it here",
    file: "Deck file",
  },
  preview: {
    name: "Name of the deck",
    nameMissing: "Give the deck a name.",
    ofDeclared: (declared: number) => ` of ${declared} that the source names`,
    readAs: (format: DeckFormat, reason: string) => `Read as: ${FORMATS[format]} (${reason})`,
    back: "Back to the text",
    save: "Save the deck",
    unfinished: (n: number) =>
      `${n === 1 ? "One card is" : `${n} cards are`} not finished: a card needs a front and a back that are not too long.`,
    cards: "Cards as understood",
    more: (n: number) => `${n} more cards follow as you scroll.`,
    add: "Add a card",
    lookHere: "look here",
    mended: "mended",
    edit: "Edit",
    editOne: (place: number) => `Edit card ${place}`,
    remove: "Remove",
    removeOne: (place: number) => `Remove card ${place}`,
    done: "Done",
    empty: { front: "the front is empty", back: "the back is empty" },
    tooLong: (limit: number) => `longer than ${limit.toLocaleString("en")} characters`,
  },
  problems: {
    none: "Nothing looks wrong",
    some: "Look at this",
    undo: "Undo",
    mendAll: (n: number) => `Mend all ${n}`,
    noneText: "Every card has a front and a back. Read a few, then save.",
    show: (place: number) => `Show card ${place}`,
    line: (line: number) => `line ${line}`,
  },
};

const FORMATS: Record<DeckFormat, string> = {
  brainscape: "Brainscape page",
  quizlet: "Quizlet export",
  csv: "Table (CSV)",
  tsv: "Table (tabs)",
  list: "List of terms",
  "anki-text": "Anki text export",
  apkg: "Anki package",
  markdown: "Markdown",
  xlsx: "Spreadsheet",
  json: "JSON",
  unknown: "Not recognised",
};
