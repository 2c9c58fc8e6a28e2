import { counted } from "./counted";

/** Every word of the doors to the desk and of a teacher's own page; what a field refuses is in `contract/account`. */
export const accountWords = {
  door: {
    openDesk: "Open my desk",
    signIn: {
      title: "Sign in",
      lead: "For teachers. Players need no account: they join with the PIN on the screen.",
    },
    welcome: {
      title: "Welcome",
      lead: "This Deckdash is new and belongs to nobody yet. Whoever fills this in is its first teacher and can invite others.",
    },
    invitation: "Invitation",
    invited: {
      title: "Come in",
      lead: (inviter: string) =>
        `${inviter} invites you to this Deckdash. You get a desk of your own: nobody else sees your decks, classes and results.`,
    },
    closedLink: {
      title: "This link does not work",
      lead: "It was used already, is older than seven days, or was taken back. Ask the teacher who sent it for a new one.",
    },
    signInInstead: "Sign in instead",
  },
  fields: {
    name: "Your name",
    email: "E-mail",
    emailHint: "For signing in. Deckdash sends no mail.",
    password: "Password",
    passwordHint: "10 characters at least. Three or four words in a row are fine.",
  },
  page: { title: "Account", signOut: "Sign out" },
  browsers: {
    title: "Signed in",
    since: "since",
    this: "this browser",
    end: "Sign it out",
    endOthers: "Sign all others out",
    unknown: "A browser",
    on: (browser: string, system: string) => `${browser} on ${system}`,
  },
  invitations: {
    title: "Invite a teacher",
    text: "A link lets one teacher in, within seven days. They get a desk of their own and see nothing of yours.",
    link: "Invitation link",
    once: "Send it now: it is shown this once.",
    make: "Make a link",
    open: "Open links",
    made: "Made",
    worksUntil: "works until",
    withdraw: "Withdraw",
  },
  passwordForm: {
    title: "Password",
    now: "Password now",
    wanted: "New password",
    submit: "Change the password",
    done: "The password is changed, and every other browser is signed out.",
  },
  ownData: {
    title: "Your data",
    text: "Every deck, class and game of yours with everything in it, as files that other programs read (JSON in a zip).",
    export: "Export everything",
    end: "End of the account",
    running: (games: readonly string[]) => `A game is running (${games.join(", ")}).`,
    endFirst: "End it first.",
    open: "Delete my account and everything…",
    keep: "Keep my account",
    submit: "Erase my account and everything",
    email: "Your e-mail address, once more",
    password: "Your password",
    erased: (decks: number, games: number) =>
      `Erased for good: your name, e-mail and sign-ins, ${counted(decks, "deck")} and ${counted(games, "game")} with every answer.`,
    erasedClass: (name: string, students: number) =>
      `Erased for good: the class ${name} with ${counted(students, "student")}, because nobody else teaches it.`,
    goesOn: (name: string, heir: string) => `The class ${name} goes on with ${heir}, who teaches it too.`,
    goesAlong: (games: number, decks: number) =>
      `With these classes go ${counted(games, "game")} played in them and ${counted(decks, "deck")} that they have met, without your name.`,
    last: "You are the only teacher here.",
    lastText: "Afterwards Deckdash is empty, and whoever opens it first makes it theirs.",
    backups:
      "Backups that were made before keep what was in them: whoever runs this server can delete those.",
  },
};
