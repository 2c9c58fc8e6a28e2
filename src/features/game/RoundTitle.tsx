import type { RoundView } from "@/contract/views";
import { gameWords } from "@/messages/en/game";

/** "Question 3 of 10", and what it is worth when that is not the usual. */
export const RoundTitle = ({ round }: { round: Pick<RoundView, "number" | "of" | "multiplier"> }) => (
  <p className="font-semibold whitespace-nowrap tabular-nums">
    {gameWords.questionOf(round.number, round.of)}
    {round.multiplier === 1 ? null : (
      <span className="ms-2 rounded-md bg-highlight px-1.5 text-highlight-ink">
        {gameWords.multiplier[round.multiplier]}
      </span>
    )}
  </p>
);
