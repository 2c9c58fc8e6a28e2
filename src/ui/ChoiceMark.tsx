import type { CSSProperties } from "react";
import { cx } from "./cx";

/** Cut-out shapes on a 48 × 48 grid, unlike each other in outline, and where their letter sits. */
const MARKS = [
  { letter: "A", shape: "circle", d: "M24 2a22 22 0 1 0 0 44 22 22 0 0 0 0-44", y: 33.5, size: 27 },
  {
    letter: "B",
    shape: "tent",
    d: "M20.6 4.2a4 4 0 0 1 6.8 0l19.5 35.2a4 4 0 0 1-3.5 6H4.6a4 4 0 0 1-3.5-6Z",
    y: 41,
    size: 24,
  },
  { letter: "C", shape: "leaf", d: "M2 2h22a22 22 0 0 1 22 22v22H24A22 22 0 0 1 2 24Z", y: 33.5, size: 27 },
  {
    letter: "D",
    shape: "cross",
    d: "M14 1h20v13h13v20H34v13H14V34H1V14h13Z",
    y: 33,
    size: 25,
  },
] as const;

const markAt = (index: number) => MARKS[index % MARKS.length] ?? MARKS[0];

/** The letter of the choice at a 0-based place: A–D. */
export const choiceLetter = (index: number): string => markAt(index).letter;

/** `--choice` and `--on-choice` for the choice at a 0-based place, for whatever is painted in its colour. */
export const choiceColors = (index: number): CSSProperties => {
  const name = markAt(index).letter.toLowerCase();
  const colors: Record<string, string> = {
    "--choice": `var(--choice-${name})`,
    "--on-choice": `var(--on-choice-${name})`,
  };
  return colors;
};

/** Colour, shape and letter of one of four choices: any one of the three is enough to tell it. */
export const ChoiceMark = ({ index, className }: { index: number; className: string }) => {
  const mark = markAt(index);
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" className={cx("shrink-0", className)}>
      <path d={mark.d} fill="var(--on-choice)" />
      <text
        x="24"
        y={mark.y}
        textAnchor="middle"
        fontSize={mark.size}
        fontWeight="800"
        fontFamily="var(--font-display)"
        fill="var(--choice)"
      >
        {mark.letter}
      </text>
    </svg>
  );
};
