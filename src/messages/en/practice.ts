import { counted } from "./counted";

/** Every word of a student's practice between classes. */
export const practiceWords = {
  title: "Practice",
  closedLink: {
    title: "This link does not work",
    lead: "Your teacher has stopped it or made a new one. Ask for the new one: what you practised is kept.",
  },
  seats: {
    finding: "Finding your seat…",
    lost: "No connection",
    lostText: "The school's computer does not answer. What you practised is kept.",
    retry: "Try again",
    none: "This phone knows no seat",
    noneText:
      "Take your seat in a game of your class once, with the card from your teacher: then this phone finds your practice here. Or ask your teacher for your secret link.",
    which: "Which class?",
    place: (name: string, className: string) => `${name}, ${className}`,
  },
  home: {
    hello: (name: string) => `Hello ${name}`,
    homework: "Homework",
    due: (day: string) => `Due on ${day}`,
    answered: "Answered right",
    of: (done: number, cards: number) => `${done} of ${cards}`,
    begin: "Begin",
    goOn: "Go on",
    withHomework: (title: string) => ` with the homework ${title}`,
    finished: "Finished. Well done.",
    practice: "Practice",
    noDecks: "Your class has not played yet. Its decks will be here.",
    /** "3 cards are due, 4 are new to you.": what a deck has for this student today. */
    waiting: (due: number, unmet: number) => {
      const parts = [
        ...(due > 0 ? [`${counted(due, "card is", "cards are")} due`] : []),
        ...(unmet > 0 ? [`${counted(unmet, "is", "are")} new to you`] : []),
      ];
      return parts.length > 0 ? `${parts.join(", ")}.` : "Nothing is due. A round keeps it fresh.";
    },
    practise: "Practise ten minutes",
    withDeck: (title: string) => ` with ${title}`,
    rates: "Ask how well I knew it",
    ratesHint: "One tap before each answer is shown. It helps to choose what comes next.",
  },
  round: {
    waiting: "The next card…",
    over: {
      time: "Ten minutes are over. Breaks make it stick.",
      done: "Everything is answered. Well done.",
      gone: "This page was closed by your teacher. What you answered is kept.",
      lost: "The connection was lost. What you answered is kept: go back and begin again.",
    },
    score: (right: number, of: number) => `${right} of ${of} right`,
    nothing: "That was it",
    back: "Back to my page",
    stop: "Stop",
    justShow: "Just show the answer",
    right: "Right",
    wrong: "Not this time: it comes back",
    next: "Next card",
  },
  option: { yours: "your answer", right: "right answer" },
};
