/** Every word of the screens, in one place. What depends on a number is a function of it. */

export const commonWords = {
  product: "Deckdash",
  description: "Flashcards become a live quiz for the whole class.",
  close: "Close",
  cancel: "Cancel",
};
