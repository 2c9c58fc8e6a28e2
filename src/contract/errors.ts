/**
 * Why a command was refused. A refusal changes nothing. The code is for machines and tests; the sentence is for the
 * person and says what happened and what to do.
 */
export const REJECTIONS = {
  malformed: "That message could not be read. Reload the page and try again.",
  "too-large": "That message is too long.",
  "too-fast": "That was too many messages at once. Wait a moment and try again.",
  unauthorised: "This needs the teacher who hosts the game. Sign in again.",
  "link-used":
    "This link is no longer good: it works once, and for two minutes. Open a new one on the host screen.",
  "no-such-room": "No game with this PIN is open right now. Check the numbers on the screen.",
  "room-locked": "The teacher has locked this game. Ask to be let in.",
  "room-full": "This game is full.",
  "wrong-factor": "The word on the screen has changed. Type the one shown now.",
  "name-empty": "Type a name with at least one letter.",
  "name-too-long": "That name is too long: 20 letters at most.",
  "name-taken": "Someone here already has that name. Add a letter or pick another.",
  "name-refused": "Please pick another name.",
  "wrong-words": "These are not your two words. Look at your card and try again.",
  "words-throttled":
    "That was wrong too often. Wait ten minutes, or ask your teacher for a seat or for new words.",
  "class-seat-unknown":
    "This phone's seat is not in this class any more. Tap your name and type your two words.",
  "no-such-student": "This student is not in the class of this game.",
  "has-phone": "This player's phone is connected: they answer for themselves.",
  "seat-unknown": "Your seat could not be found. Join again with the PIN.",
  "seat-removed": "The teacher has removed you from this game.",
  "seat-displaced": "Your seat was opened somewhere else. Tap to play here.",
  "wrong-phase": "That is not possible right now.",
  "wrong-round": "That question is over.",
  "unknown-option": "That answer does not belong to this question.",
  "already-answered": "Your answer is already in.",
  paused: "The game is paused. Tap again when it goes on.",
  "too-early": "The answers open in a moment.",
  "too-late": "Time was up before your answer arrived.",
  "no-such-player": "That player is not in this game.",
  "no-such-round": "That question was not asked in this game.",
  "no-more-questions": "This deck has no further question. End the game to see the podium.",
  "game-over": "This game has ended.",
  "try-again": "The server could not store that just now. It is being sent again.",
} as const;
export type RejectionCode = keyof typeof REJECTIONS;

/** The answer to every command. */
export type Ack<T = unknown> = ({ ok: true } & T) | { ok: false; code: RejectionCode };
