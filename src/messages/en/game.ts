import { counted } from "./counted";

/** Words that the projector and the phones share. */
export const gameWords = {
  questionOf: (number: number, of: number) => `Question ${number} of ${of}`,
  multiplier: { 0: "No points", 1: "", 2: "Double points" } as const,
  points: (n: number) => counted(n, "point"),
  score: (n: number) => n.toLocaleString("en"),
  secondsLeft: (n: number) => counted(n, "second left", "seconds left"),
  streak: (n: number) => `${n} in a row`,
  up: (n: number) => `up ${n}`,
  down: (n: number) => `down ${n}`,
  samePlace: "same place",
  newcomer: "new",
  you: "you",
  paused: "Paused",
  noTimer: "No time limit",
  timeIsUp: "Time is up",
  revealIn: (seconds: number) => `All answers are in. Reveal in ${seconds}.`,
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
