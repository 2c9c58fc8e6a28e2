/** Every word of the screens, in one place. What depends on a number is a function of it. */

const plural = (n: number, one: string, many: string): string =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

const ordinal = (n: number): string => {
  const ending = n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
};

/** 0–1 as people say it. Only a whole is 100 %, and only nothing is 0 %. */
const percent = (share: number): string => {
  const rounded = Math.round(share * 100);
  return `${share > 0 && rounded === 0 ? 1 : share < 1 && rounded === 100 ? 99 : rounded} %`;
};

export const commonWords = {
  product: "Deckdash",
  description: "Flashcards become a live quiz for the whole class.",
  close: "Close",
  cancel: "Cancel",
  ordinal,
  percent,
};

/** Words that the projector and the phones share. */
export const gameWords = {
  questionOf: (number: number, of: number) => `Question ${number} of ${of}`,
  multiplier: { 0: "No points", 1: "", 2: "Double points" } as const,
  points: (n: number) => plural(n, "point", "points"),
  score: (n: number) => n.toLocaleString("en"),
  secondsLeft: (n: number) => plural(n, "second left", "seconds left"),
  streak: (n: number) => `${n} in a row`,
  up: (n: number) => `up ${n}`,
  down: (n: number) => `down ${n}`,
  samePlace: "same place",
  newcomer: "new",
  you: "you",
  paused: "Paused",
  noTimer: "No time limit",
  timeIsUp: "Time is up",
  rightAnswer: "Right answer",
  voided: "This question does not count. Nobody gains or loses by it.",
  connection: {
    idle: "Not connected",
    connecting: "Connecting",
    connected: "Connected",
    reconnecting: "Reconnecting",
    offline: "No network",
    displaced: "Open elsewhere",
    removed: "Removed",
    unauthorised: "Signed out",
    gone: "Game not found",
  } as const,
};

export const hostWords = {
  pageTitle: "Host",
  controls: "Game controls",
  tools: "Tools",
  toDesk: "Back to your decks",
  refused: "That did not work",
  dismiss: "Dismiss",
  connecting: "Opening your game…",
  reconnecting:
    "The connection to the server was lost and is being made again. Every confirmed answer is stored. Nothing needs to be done.",
  offline:
    "This computer has no network. Every confirmed answer is stored. Check the cable or the Wi-Fi; the game comes back by itself.",
  unauthorised: {
    title: "You are signed out",
    text: "The game is still there and nothing is lost. Sign in again to go on hosting it.",
    action: "Sign in",
  },
  gone: {
    title: "This game is not running",
    text: "It has ended, or it belongs to another teacher. The results of your games are kept.",
  },
  people: (n: number) => plural(n, "player", "players"),

  lobby: {
    joinAt: "On your phone, open",
    pin: "Type the PIN",
    pinSpoken: (pin: string) => `PIN ${[...pin].join(" ")}`,
    qr: (address: string) => `QR code that opens ${address}`,
    factor: "and the word",
    factorHint: "It changes every few moments.",
    nobody: "The stage is set. Names appear here as phones join.",
    here: (n: number) => (n === 1 ? "1 is here" : `${n.toLocaleString("en")} are here`),
    more: (n: number) => `and ${n.toLocaleString("en")} more`,
    locked: "Locked: nobody else can join",
    player: (name: string) => `${name}: rename or remove`,
    away: "away",
  },
  question: {
    getReady: "Read first. The answers turn over in a moment.",
    answeredLabel: (present: number) => `of ${present.toLocaleString("en")} answered`,
    why: "Why this question",
    hidden: "Answer, still face down",
    waiting: "Closing…",
  },
  interrupted: {
    title: "The server was restarted during this question.",
    text: (n: number) =>
      `${n === 1 ? "The 1 answer" : `All ${n.toLocaleString("en")} answers`} that had been confirmed ${n === 1 ? "is" : "are"} stored. Open it again with a fresh timer, or close it as it stands.`,
  },
  reveal: {
    chosen: (n: number) => plural(n, "chose this", "chose this"),
    accuracy: "of the class was right",
    unanswered: (n: number) => plural(n, "did not answer", "did not answer"),
    card: "The card",
    answers: "Who chose what",
  },
  standings: {
    title: (round: number) => `Standings after question ${round}`,
    private: "Standings are private in this game: each phone shows its own.",
  },
  podium: {
    title: "Curtain call",
    together: "of all answers were right",
    figures: (rounds: number, answers: number) =>
      `${plural(rounds, "question", "questions")}, ${plural(answers, "answer", "answers")}. What slipped today comes back another day.`,
    nothing: "No question was asked this time.",
    others: "Next places",
    results: "Open the results",
  },
  actions: {
    start: "Start",
    next: "Next question",
    podium: "To the podium",
    standings: "Standings",
    close: "End question",
    skip: "Skip",
    pause: "Pause",
    resume: "Go on",
    moreTime: "+15 s",
    void: "Void",
    unvoid: "Count it",
    reopen: "Open again",
    closeInterrupted: "Close as it stands",
    lock: "Lock the game",
    unlock: "Unlock the game",
    people: "Players",
    settings: "Settings",
    past: "Questions so far",
    help: "Keyboard help",
    fullScreen: "Full screen",
    end: "End game",
  },
  multiplier: {
    label: "Next one",
    options: { 0: "None", 1: "Normal", 2: "Double" } as const,
  },
  peoplePanel: {
    title: (n: number) => plural(n, "player", "players"),
    none: "Nobody has joined yet.",
    name: "Name",
    save: "Save the name",
    extraTime: "Extra time",
    extraTimeHint: "Only this player's timer is longer. Nobody else sees it.",
    extraTimes: {
      1: "None",
      1.25: "A quarter more",
      1.5: "Half as much again",
      2: "Twice the time",
    } as const,
    kick: "Remove",
    ban: "Remove and keep out",
    kickHint: "Removed, they may join again. Kept out, this name and this seat cannot come back.",
    back: "All players",
    answered: "answered",
    away: "away",
    edit: (name: string) => `Open ${name}`,
    search: "Find a name",
  },
  settingsPanel: {
    title: "Game settings",
    soon: "Changes count from the next question on.",
    scoring: "Points",
    scorings: {
      accuracy: { label: "Accuracy only", hint: "1,000 for a right answer" },
      "accuracy-first": { label: "Accuracy first", hint: "Up to 500 more for speed" },
      speed: { label: "Speed", hint: "Falls from 1,000 to 500 with time" },
      streak: { label: "Streaks", hint: "More for several in a row" },
    } as const,
    timer: "Time per question",
    timers: {
      reading: "Scaled to reading length",
      fixed: "The same for every question",
      none: "No limit",
    } as const,
    seconds: "Seconds",
    order: "Which question comes next",
    orders: {
      smart: "What the class is about to forget",
      "as-written": "In the order of the deck",
      random: "At random",
      weak: "Weak ones first",
      new: "New ones first",
    } as const,
    count: "Number of questions",
    questionOn: "Question and answers are shown",
    questionOns: { everywhere: "On every phone too", projector: "Only on this screen" } as const,
    standings: "Standings",
    standingsKinds: { all: "Everybody", "top-five": "The top five", private: "Private" } as const,
    confidence: "Ask how well it was known",
    confidenceHint: "Five taps after the answer; it never holds up the game.",
    secondFactor: "Ask for a word from this screen",
    secondFactorHint: "A short word that changes keeps people outside the room out of the game.",
  },
  pastPanel: {
    title: "Questions so far",
    none: "No question has been asked yet.",
    voided: "does not count",
    accuracy: (right: number, of: number) => `${right} of ${of} right`,
    unanswered: "No answer",
  },
  help: {
    title: "Keyboard",
    on: "Single keys work on this screen",
    onHint: "Turn this off if a speech tool or a presenter types letters.",
    now: "Now",
    always: "Always",
    keys: { " ": "Space" } as Record<string, string>,
    or: "or",
  },
  endDialog: {
    title: "End the game?",
    text: "The podium is shown and nobody can answer any more. Everything that was answered is kept.",
    confirm: "End the game",
  },
};

export const playerWords = {
  join: {
    title: "Join a game",
    pin: "PIN",
    pinHint: "The numbers on the big screen",
    pinError: "The PIN has 6 numbers.",
    name: "Your name",
    nameHint: "As your teacher knows you. 20 letters at most.",
    nameError: "Type a name with at least one letter.",
    factor: "Word on the big screen",
    factorHint: "It changes; type the one shown now.",
    submit: "Join",
    joining: "Joining…",
    back: (name: string) => `Go back in as ${name}`,
    otherPin: "Use another PIN",
    teacher: "I'm a teacher",
  },
  opening: "Finding your seat…",
  lobby: {
    title: (name: string) => `You're in, ${name}`,
    text: "See your name on the big screen? It starts in a moment.",
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
      n === 0 ? `You met ${plural(of, "card", "cards")} today.` : `You had ${n} of ${of} right.`,
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
