/**
 * Every limit and timeout of the live game, in one table. Times are milliseconds, sizes bytes, unless a name
 * says otherwise. A comment names what the limit answers.
 */
export const LIMITS = {
  /** How long a link for a second host device is good: to take it out of a pocket, not to come by it later. */
  handoverMs: 120_000,
  /** Digits of a PIN: short enough to read aloud, long enough that a guess among 20 rooms is 1 in 50,000. */
  pinDigits: 6,
  /** Most players in one room; a class has 40, an assembly hall 2,000. */
  roomPlayers: 2_500,
  /** Graphemes of a nickname. */
  nameMaxGraphemes: 20,
  /** Names that a player may see drawn before one has to do. */
  nameDraws: 3,
  /** Largest frame a phone may send: an answer is about 150 bytes. */
  playerMessageBytes: 2_000,
  /** Engine-level ceiling for any frame, host commands included. */
  messageBytes: 16_000,
  /** How long after the deadline an answer that was on its way still counts. */
  answerGraceMs: 500,
  /** After the last answer there is this long to say how well one knew it: as long for the last player as for the first. */
  ratingMs: 5_000,
  /** Phones count down the last part of it; before that most classes have rated and nothing had to be sent. */
  revealToldMs: 3_000,
  /** The prompt stands alone for this long before the options appear, so that slow phones have them too. */
  readyLeadMs: 3_000,
  /** Most compensation a slow network can earn for one answer. */
  lagCompensationMaxMs: 800,
  /** Faster than any reading: stored, and flagged for the teacher. */
  suspiciouslyFastMs: 150,
  /** A dead link is noticed after pingInterval + pingTimeout. */
  pingIntervalMs: 5_000,
  pingTimeoutMs: 5_000,
  /** A command without an acknowledgement after this long is sent again with the same id. */
  ackTimeoutMs: 2_000,
  /** Counts for the host are sent at most this often. */
  hostCountIntervalMs: 200,
  /** Connections to one process, seats and all; above it newcomers are turned away before anything is parsed. */
  connections: 20_000,
  /** Servers that share the games: one that has not been heard of for so long has lost its rooms, and how often it is. */
  leaseMs: 5_000,
  leaseRenewMs: 1_000,
  /** A connection that has not named a namespace by then is closed. */
  namespaceDeadlineMs: 10_000,
  /** A phone's connection without a seat is closed after this long; traffic does not put it off. */
  seatDeadlineMs: 120_000,
  /** Wrong PINs per address and on the whole server, within the window: a class mistypes, a guesser tries thousands. */
  wrongPinsPerAddress: 40,
  wrongPinsOverall: 400,
  wrongPinsWindowMs: 600_000,
  /** Wrong words per student, and per address (a whole class shares a school's), within the window. */
  wrongWordsPerStudent: 5,
  wrongWordsPerAddress: 40,
  wrongWordsWindowMs: 600_000,
  /** Phones that find one student's seat by themselves; the oldest is forgotten. */
  phonesPerStudent: 5,
  /** Class seats that a phone keeps: its owner may be in several classes. */
  classSeatsKept: 8,
  /** Cards the host can put next, and those of the plan that the host is shown. */
  cardsPinned: 20,
  planShown: 5,
  /** Seconds a fixed timer may have. */
  timerMinMs: 5_000,
  timerMaxMs: 300_000,
  questionsPerSession: 100,
} as const;
