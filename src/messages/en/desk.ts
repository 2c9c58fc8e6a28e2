import { counted } from "./counted";

/** Every word of the desk: a deck's cards beside the questions that they become. What is said of a question is in `questions`. */
export const deskWords = {
  unreached: "The server could not be reached. Nothing was changed: try again.",
  cancel: "Cancel",
  close: "Close",
  health: "How the questions do",
  settingsButton: "Deck",
  addCard: "Add a card",
  addTheCard: "Add the card",
  detail: (found: number, searched: boolean, askable: number) =>
    `${counted(found, "card")}${searched ? " found" : ""}, ${askable} can be asked`,
  accepted: (accepted: boolean, games: number) => {
    const scored =
      games === 0
        ? "No game has shown it."
        : games === 1
          ? "One game was scored again."
          : `${games} games were scored again.`;
    return `${accepted ? "It counts as right now." : "It counts as wrong again."} ${scored}`;
  },
  archived: "This deck is put away. It cannot be hosted until you take it back.",
  takeBack: "Take it back",
  notFound: "No card says that",
  noCard: "No card is left",
  showAll: "Show all cards",
  beginAgain: "Add a card to begin again.",
  pages: {
    find: "Find a card",
    all: "All cards",
    label: "Pages",
    topLabel: "Pages, top",
    detail: (found: number) => `, ${found} cards`,
  },
  card: {
    notAsked: "not asked",
    save: "Save the card",
    edit: "Edit",
    editOne: (number: number) => `Edit card ${number}`,
    turnOff: "Do not ask",
    turnOn: "Ask again",
    remove: "Remove",
    removeOne: (number: number) => `Remove card ${number}`,
    banned: (n: number) => counted(n, "banned as wrong answer", "banned as wrong answers"),
    allow: "Allow",
    noQuestion: "No question",
    write: "Write one",
    writeOne: (number: number) => `Write one for card ${number}`,
    askModel: "Ask the model",
    making: "Its questions are being made.",
    questions: (number: number) => `Questions of card ${number}`,
    less: "Less",
    whole: "The whole back",
  },
  making: {
    stuck: "The questions could not be made. The cards are safe: press “Make the questions again” below.",
    label: "Making the questions",
    done: (done: number, of: number) => `${done} of ${of} cards`,
  },
  asking: {
    nothing: (model: string) => `${model} has proposed nothing more`,
    again: "Ask again",
    trouble: (address: string, trouble: string) =>
      `The language model at ${address} ${trouble}. Your questions and their built-in wrong answers stand as they are.`,
    label: (model: string) => `Asking ${model} for proposals`,
    done: (done: number, of: number) => `${done} of ${of} questions`,
  },
  doctor: {
    title: "Deck doctor",
    things: (n: number) => `${counted(n, "thing")} to look at`,
    showCard: "Show the card",
    showOneOf: ["Show the first", "Show the second", "Show the third"],
    showAll: (n: number) => `Show all ${n}`,
    turnOff: (cards: number) => (cards === 1 ? "Do not ask it" : "Do not ask them"),
    join: "Make one card of them",
    removeSecond: "Remove the second",
  },
  settings: {
    title: "Deck",
    name: "Name",
    rename: "Rename",
    exam: "Exam",
    examHint: "The next question is then chosen so that the class knows the deck on that day, not in a week.",
    kinds: "Kinds of question",
    kindsText:
      "What you turn off is not made for this deck. Questions that you pinned or wrote yourself stay.",
    remake: "Make the questions again",
    model: "Language model",
    allow: (model: string) => `Let ${model} propose`,
    allowHint: (address: string) =>
      `The texts of this deck’s cards and questions are then sent to ${address}. Nothing about students is. It proposes wrong answers and wordings; they pass the same checks as the built-in ones and wait for your word. No game ever asks it.`,
    away: "Put away",
    awayText: "A deck that is put away keeps its cards, questions and results.",
    putAway: "Put the deck away",
    deleteTitle: "Delete it for good?",
    deleteText: "Cards, questions and what students know about them go. The results of past games stay.",
    deleteIt: "Delete",
    delete: "Delete the deck…",
  },
};
