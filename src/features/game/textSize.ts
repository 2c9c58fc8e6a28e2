/** Sizes in em, from the shortest text on; a longer text gets the last that it reaches. */
export type SizeSteps = readonly (readonly [fromChars: number, em: number])[];

/** The em size for a text of some length, so that the longest still fits where the shortest is seen from afar. */
export const textSize = (text: string, steps: SizeSteps): string => {
  const chars = [...text].length;
  let size = 1;
  for (const [from, em] of steps) if (chars >= from) size = em;
  return `${size}em`;
};
