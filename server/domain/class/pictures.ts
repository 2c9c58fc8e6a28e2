import { PICTURES, PICTURES_TO_TAP } from "@/contract/pictures";

/** Four pictures in order, drawn by `random` (uniform in [0, 1)); the same one may come twice. One of 331,776 rows. */
export const drawPictures = (random: () => number): string =>
  Array.from({ length: PICTURES_TO_TAP }, () => PICTURES[Math.floor(random() * PICTURES.length)]).join(" ");
