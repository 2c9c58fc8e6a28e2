/** "1st", "12th" */
const ordinal = (n: number): string => {
  const ending = n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
};

/** 0–1 as people say it. Only a whole is 100 %, and only nothing is 0 %. */
const percent = (share: number): string => {
  const rounded = Math.round(share * 100);
  return `${share > 0 && rounded === 0 ? 1 : share < 1 && rounded === 100 ? 99 : rounded} %`;
};

/** Words, and ways to write a number, of any page. Each part of the screens has its words in a file of its own. */
export const commonWords = {
  product: "Deckdash",
  description: "Flashcards become a live quiz for the whole class.",
  close: "Close",
  cancel: "Cancel",
  copy: "Copy",
  copied: "Copied",
  ordinal,
  percent,
};
