"use client";

import { classWords } from "@/messages/en/classes";
import { Button } from "@/ui/Button";
import { ChoiceMark, choiceColors, choiceLetter } from "@/ui/ChoiceMark";

const words = classWords.answerCards;

/** Four cards to cut out and hold up, for those without a phone: the letters, colours and shapes of the answers. */
export const AnswerCards = () => (
  <div className="grid grid-cols-1 gap-6">
    <div className="grid max-w-2xl gap-4 print:hidden">
      <p>{words.text}</p>
      <Button variant="primary" className="justify-self-start" onClick={() => window.print()}>
        {words.print}
      </Button>
    </div>
    <ul className="grid grid-cols-2 gap-4 print:h-[95vh] print:auto-rows-fr print:gap-0">
      {[0, 1, 2, 3].map((index) => (
        <li
          key={index}
          style={choiceColors(index)}
          className="grid min-h-44 place-items-center rounded-card bg-[color:var(--choice)] p-6 [print-color-adjust:exact] print:rounded-none"
        >
          <ChoiceMark index={index} className="size-32 print:size-72" />
          <span className="sr-only">{choiceLetter(index)}</span>
        </li>
      ))}
    </ul>
  </div>
);
