/** "1st", "12th" */
const ordinal = (n: number): string => {
  const ending = n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
};

/** A share of 0–1 in whole hundredths. 23 of 40 are 57.5 and so 58, though 0.575 times 100 is a little less in a computer's numbers. */
export const inHundredths = (share: number): number => Math.round(Number((share * 100).toFixed(6)));

/** 0–1 as people say it. Only a whole is 100 %, and only nothing is 0 %. */
const percent = (share: number): string => {
  const rounded = inHundredths(share);
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
