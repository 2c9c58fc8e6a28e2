import type { DeckInput } from "#server/files/parse-deck";
import type { LanguageModel } from "#server/model/model";
import type { ParsedDeck } from "@/contract/deck";
import type {
  Asking,
  DeckAilment,
  DeskAnswer,
  DeskCommand,
  DeskModel,
  Making,
  NewDeck,
} from "@/contract/desk";
import type { GameSettings } from "@/contract/settings";
import type { PrismaClient } from "../store/generated/client";
import type { Bench, Outcome } from "./bench";
import * as cards from "./cards";
import { saveDeck } from "./decks";
import { demoDeck } from "./demo";
import { DeskThread } from "./desk-thread";
import { ProposalBank } from "./proposal-bank";
import * as proposals from "./proposals";
import { QuestionBank } from "./question-bank";
import * as questions from "./questions";

/** How long a page waits for questions before it shows a progress bar instead. */
const PATIENCE_MS = 2_500;

const NOT_HERE: DeskAnswer = {
  ok: false,
  message: "This is not there any more. It may have been changed in another window: reload the page.",
};

/**
 * The teacher's desk: everything that writes decks, cards and questions. One instance per server, made by
 * `server/main.ts`. Every call takes the teacher's id and touches nothing of another teacher.
 */
export function createDesk(deps: {
  db: PrismaClient;
  log: { error: (details: object, message: string) => void };
  /** The language model that the operator has named, if any. */
  model: LanguageModel | null;
}) {
  const { db, log } = deps;
  const thread = new DeskThread();
  const proposing = new ProposalBank(db, thread, deps.model, log);
  const bank = new QuestionBank(db, thread, log, (deckId) => proposing.deckMade(deckId));

  async function owns(teacherId: string, deckId: string): Promise<boolean> {
    return (await db.deck.findFirst({ where: { id: deckId, teacherId }, select: { id: true } })) !== null;
  }

  async function save(teacherId: string, deck: NewDeck, original: string, demo: boolean): Promise<string> {
    const deckId = await saveDeck(db, teacherId, deck, original, demo);
    bank.start(deckId);
    await Promise.race([bank.settled(deckId), pause(PATIENCE_MS)]);
    return deckId;
  }

  return {
    /** Reads a deck from outside, for the preview: nothing is stored. */
    preview: (input: DeckInput): Promise<ParsedDeck> => thread.parse(input),

    /**
     * Stores a deck and starts making its questions; waits for them a moment, so that a small deck is ready when its
     * page opens.
     * @param original the text as pasted, or the file as base64: nothing of it is ever lost
     * @returns the deck's id
     */
    save: (teacherId: string, deck: NewDeck, original: string) => save(teacherId, deck, original, false),

    /** Lays the demo deck on a new teacher's desk. @returns its id */
    saveDemo: (teacherId: string) => save(teacherId, demoDeck.deck, demoDeck.original, true),

    /** Does what the command says to this teacher's deck, or says why not; then nothing has changed. */
    async run(teacherId: string, deckId: string, command: DeskCommand): Promise<DeskAnswer> {
      if (!(await owns(teacherId, deckId))) return NOT_HERE;
      const outcome = await perform({ db, thread, bank, proposals: proposing, deckId }, command);
      if (outcome === "gone") return NOT_HERE;
      return outcome === "done" ? { ok: true } : { ok: false, message: outcome.message };
    },

    /** What will play badly in a deck; null when it is not this teacher's. */
    examine: async (teacherId: string, deckId: string): Promise<DeckAilment[] | null> =>
      (await owns(teacherId, deckId)) ? bank.examine(deckId) : null,

    /** Keeps how this teacher hosted, so that the next game starts from there. */
    async rememberSettings(teacherId: string, settings: GameSettings): Promise<void> {
      await db.teacher.update({ where: { id: teacherId }, data: { hostSettings: settings } });
    },

    /** Removes a deck for good. Its past sessions stay, without a deck. @returns false when it is not this teacher's */
    async deleteDeck(teacherId: string, deckId: string): Promise<boolean> {
      if (await owns(teacherId, deckId)) proposing.stop(deckId);
      return (await db.deck.deleteMany({ where: { id: deckId, teacherId } })).count === 1;
    },

    /** How far the making of a deck's questions has come; null when none runs. */
    progress: (deckId: string): Making => bank.progress(deckId),

    /** What the desk says of the language model beside a deck; null when the operator has named none. */
    model: (deckId: string, allowed: boolean): DeskModel | null => proposing.about(deckId, allowed),

    /** How far the asking of the model about a deck has come. */
    asking: (deckId: string): Asking => proposing.progress(deckId),

    /** Goes on with decks whose making a stop of the server interrupted. @returns how many */
    resume: () => bank.resume(),

    /** Goes on asking the model what was left unasked. Nothing needs to wait for it; never rejects. */
    resumeAsking: () => proposing.resume(),

    async close(): Promise<void> {
      await proposing.close();
      await thread.close();
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

async function perform(bench: Bench, command: DeskCommand): Promise<Outcome> {
  const { db, bank, deckId } = bench;
  switch (command.type) {
    case "rename-deck":
      await db.deck.update({ where: { id: deckId }, data: { title: command.title } });
      return "done";
    case "archive-deck":
      await db.deck.update({
        where: { id: deckId },
        data: { archivedAt: command.archived ? new Date() : null },
      });
      return "done";
    case "set-exam":
      await db.deck.update({
        where: { id: deckId },
        data: { examAt: command.on === null ? null : new Date(`${command.on}T00:00:00Z`) },
      });
      return "done";
    case "turn-kind": {
      const { kindsOff } = await db.deck.findUniqueOrThrow({
        where: { id: deckId },
        select: { kindsOff: true },
      });
      const others = kindsOff.filter((kind) => kind !== command.kind);
      const next = command.on ? others : [...others, command.kind];
      await db.deck.update({ where: { id: deckId }, data: { kindsOff: next } });
      bank.start(deckId);
      await Promise.race([bank.settled(deckId), pause(PATIENCE_MS)]);
      return "done";
    }
    case "remake-deck":
      bank.start(deckId);
      return "done";
    case "add-card":
      return cards.addCard(bench, command);
    case "edit-card":
      return cards.editCard(bench, command);
    case "turn-cards":
      return cards.turnCards(bench, command.cardIds, command.on);
    case "remove-card":
      return cards.removeCard(bench, command.cardId);
    case "join-cards":
      return cards.joinCards(bench, command.cardIds, command.into);
    case "edit-question":
      return questions.editQuestion(bench, command.questionId, command);
    case "add-question":
      return questions.addQuestion(bench, command.cardId, command);
    case "turn-question":
      return questions.turnQuestion(bench, command.questionId, command.on);
    case "pin-question":
      return questions.pinQuestion(bench, command.questionId, command.pinned);
    case "redraw-question":
      return questions.redrawQuestion(bench, command.questionId);
    case "restore-question":
      return questions.restoreQuestion(bench, command.questionId);
    case "ban-option":
      return questions.banOption(bench, command.questionId, command.optionId);
    case "show-option":
      return questions.showOption(bench, command.questionId, command.optionId);
    case "allow-text":
      return questions.allowText(bench, command.cardId, command.text);
    case "allow-model":
    case "ask-model":
      return askModel(bench, command);
    case "take-option":
      return proposals.takeOption(bench, command.questionId, command.text, command.instead);
    case "take-wording":
      return proposals.takeWording(bench, command.questionId, command.text);
    case "take-question":
      return proposals.takeQuestion(bench, command.cardId, command.key);
    case "dismiss-proposal":
      return proposals.dismissProposal(bench, command.cardId, command.key, command.text);
  }
}

async function askModel(
  { db, proposals, deckId }: Bench,
  command: Extract<DeskCommand, { type: "allow-model" | "ask-model" }>,
): Promise<Outcome> {
  if (command.type === "allow-model") {
    await db.deck.update({ where: { id: deckId }, data: { modelAllowed: command.on } });
    if (command.on) await proposals.ask(deckId, { what: "deck" });
    else proposals.stop(deckId);
    return "done";
  }
  if (!proposals.available) return { message: "No language model is set up on this server." };
  const asked = await proposals.ask(deckId, command.about);
  return asked > 0 ? "done" : { message: NOTHING_TO_ASK[command.about.what] };
}

const NOTHING_TO_ASK = {
  deck: "The model was asked about every card that it can help with.",
  card: "The model cannot help with this card: it needs a question and an answer that fit a phone, and no yes or no.",
  question: "The model cannot help with this question.",
} as const;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
