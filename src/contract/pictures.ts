/**
 * The pictures that a child proves a seat with who does not read yet: four of them, in order. Each is drawn in
 * `src/ui/Picture.tsx` and named in `src/messages/en/pictures.ts`. Letters only: they are compared as words are.
 */
export const PICTURES = [
  "apple",
  "ball",
  "bell",
  "boat",
  "book",
  "cake",
  "car",
  "cat",
  "cloud",
  "cup",
  "fish",
  "flower",
  "hat",
  "heart",
  "house",
  "icecream",
  "key",
  "kite",
  "leaf",
  "moon",
  "star",
  "sun",
  "tree",
  "umbrella",
] as const;
export type PictureName = (typeof PICTURES)[number];

/** How many pictures, in order, prove a seat: 24⁴ = 331,776 rows of four. */
export const PICTURES_TO_TAP = 4;

/** The pictures of a secret as it is kept on a card, in order; what is no picture is left out. */
export const picturesOf = (secret: string): PictureName[] =>
  secret.split(" ").flatMap((word) => PICTURES.find((name) => name === word) ?? []);
