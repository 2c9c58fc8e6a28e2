import { commonWords } from "./common";
import { counted } from "./counted";

const { ordinal, percent } = commonWords;

/** Every word of a phone in the game. */
export const playerWords = {
  join: {
    title: "Join a game",
    pin: "PIN",
    pinHint: "The numbers on the big screen",
    pinError: "The PIN has 6 numbers.",
    name: "Your name",
    nameHint: "As your teacher knows you. 20 letters at most.",
    drawnName: "You need no name here: the game draws one for you.",
    factor: "Word on the big screen",
    factorHint: "It changes; type the one shown now.",
    submit: "Join",
    joining: "Joining…",
    back: (name: string) => `Go back in as ${name}`,
    otherPin: "Use another PIN",
    teacher: "I'm a teacher",
  },
  classSeat: {
    title: "Who are you?",
    of: (className: string) => `${className}: tap your name`,
    again: (name: string) => `Go in as ${name}`,
    somebodyElse: "I'm somebody else",
    guest: "I'm not on this list",
    guestText: "You play as a guest. Your teacher can say later who you were.",
    missing: "My name is missing",
    missingText:
      "These have a seat already. Was it you, on another phone? Tap your name and bring the seat here.",
    everybody: "Everybody on the list has a seat.",
    words: "Your two words",
    wordsHint: "They are on the card from your teacher. Small or big letters do not matter.",
    pictures: "Tap your four pictures",
    picturesHint: "They are on the card from your teacher, in this order.",
    wrongPictures: "These are not your four pictures. Look at your card and try again.",
    tapped: (n: number) => `${n} of 4 pictures tapped`,
    empty: (place: number) => `Picture ${place}: still to tap`,
    undo: "Take the last one back",
    back: "Back to the names",
    toList: "Back to the class list",
    submit: "Take my seat",
    joining: "Taking your seat…",
  },
  practice: "Practise until the next game",
  opening: "Finding your seat…",
  lobby: {
    title: (name: string) => `You're in, ${name}`,
    text: "See your name on the big screen? It starts in a moment.",
    another: "Another name",
    drawsLeft: (n: number) =>
      n === 0
        ? "This name stays yours."
        : `You can have another one drawn ${n === 1 ? "once more" : "twice"}. The last one stays.`,
    others: (n: number) =>
      n <= 1 ? "You are the first one here." : `${n.toLocaleString("en")} players are here.`,
    awake: "You can keep this page open. If your phone sleeps, just come back: your seat stays yours.",
  },
  question: {
    ready: "Get ready",
    readFirst: "Read first. The answers come in a moment.",
    readFirstProjector: "Look at the big screen.",
    open: "You can answer now.",
    options: "Answers",
    lookUp: "The question is on the big screen.",
    choose: (letter: string) => `Answer ${letter}`,
    sending: "Sending your answer…",
    stored: (letter: string) => `Answer ${letter} is in`,
    storedText: "Now the others. No rush.",
    paused: "The teacher has paused the game. Your time waits too.",
    over: "Time is up. Here comes the answer.",
    slow: "Still sending. Your tap is kept until the server has it.",
  },
  confidence: {
    title: "How well did you know this?",
    steps: ["Not at all", "A little", "Half", "Well", "Perfectly"] as const,
    step: (n: number, label: string) => `${n}: ${label}`,
    thanks: "Noted. Thank you.",
  },
  reveal: {
    right: "Right!",
    wrong: "Not this time",
    none: "No answer this time",
    voided: "This one does not count",
    close: "Now you have seen it: next time is easier.",
    points: (n: number) => `+${n.toLocaleString("en")}`,
    base: (n: number) => `${n.toLocaleString("en")} for being right`,
    speed: (n: number) => `${n.toLocaleString("en")} for speed`,
    streak: (n: number) => `${n.toLocaleString("en")} for the streak`,
    doubled: "doubled",
    noPoints: "This question was without points.",
    place: (place: number, of: number) => `${ordinal(place)} of ${of.toLocaleString("en")}`,
    yours: "Your answer",
  },
  standings: {
    title: (place: number, of: number) => `You are ${ordinal(place)} of ${of.toLocaleString("en")}`,
    noPlace: "Standings",
    private: "Only you can see your place.",
  },
  podium: {
    title: "That was it",
    correct: (n: number, of: number) =>
      n === 0 ? `You met ${counted(of, "card")} today.` : `You had ${n} of ${of} right.`,
    kind: {
      high: "You know this deck.",
      middle: "A good part of this deck is yours already.",
      low: "Every card you met today is easier the next time.",
    },
    together: (share: number) => `Together, your class had ${percent(share)} right.`,
    place: (place: number, of: number) => `${ordinal(place)} of ${of.toLocaleString("en")}`,
    again: "Join another game",
  },
  status: {
    score: "Your points",
    reconnecting: "Connection lost. Getting you back to your seat…",
    offline: "Your phone has no network. Your seat and your points are safe.",
  },
  displaced: {
    title: "Playing somewhere else",
    text: "Your seat was opened in another tab or on another phone. Your points are safe.",
    action: "Play here",
  },
  removed: {
    title: "You are out of this game",
    text: "The teacher has removed this seat. If that was a mistake, speak to your teacher.",
    action: "Join a game",
  },
  gone: {
    title: "This game has ended",
    text: "Your seat is no longer open. What you answered is kept.",
    action: "Join another game",
  },
};
