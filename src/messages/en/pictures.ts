import type { PictureName } from "@/contract/pictures";

/** What the pictures show that prove a seat, for those who do not see them and under them on a card. */
export const pictureNames = {
  apple: "apple",
  ball: "ball",
  bell: "bell",
  boat: "boat",
  book: "book",
  cake: "cake",
  car: "car",
  cat: "cat",
  cloud: "cloud",
  cup: "cup",
  fish: "fish",
  flower: "flower",
  hat: "hat",
  heart: "heart",
  house: "house",
  icecream: "ice cream",
  key: "key",
  kite: "kite",
  leaf: "leaf",
  moon: "moon",
  star: "star",
  sun: "sun",
  tree: "tree",
  umbrella: "umbrella",
} as const satisfies Record<PictureName, string>;
