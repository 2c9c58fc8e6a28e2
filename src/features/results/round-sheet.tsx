import type { ReactNode } from "react";
import type { QuestionAnalysis } from "@/contract/analysis";
import type { RoundResult } from "@/contract/results";
import { Markdown } from "@/ui/Markdown";

/** A question of the results as its card shows it: what stands here travels to the browser for each of fifty. */
export type RoundSheet = Pick<
  RoundResult,
  | "id"
  | "number"
  | "voided"
  | "counts"
  | "multiplier"
  | "share"
  | "right"
  | "answered"
  | "medianMs"
  | "silent"
  | "sureAndWrong"
> & {
  prompt: ReactNode;
  options: (Pick<RoundResult["options"][number], "id" | "text" | "correct" | "chosen"> & {
    /** The text with its formulas set. */
    shown: ReactNode;
    inDeck: boolean;
    analysis: QuestionAnalysis["options"][number] | undefined;
  })[];
  /** Missing for a round that does not count. */
  analysis: Omit<QuestionAnalysis, "options" | "roundId"> | undefined;
};

/** @param found what the analysis says of it, for a round that counts */
export function roundSheet(round: RoundResult, found: QuestionAnalysis | undefined): RoundSheet {
  const { id, number, voided, counts, multiplier, share, right, answered, medianMs, silent, sureAndWrong } =
    round;
  return {
    ...{ id, number, voided, counts, multiplier, share, right, answered, medianMs, silent, sureAndWrong },
    prompt: <Markdown text={round.prompt} inline />,
    options: round.options.map(({ id, text, correct, chosen, storedOptionId }) => ({
      ...{ id, text, correct, chosen },
      shown: <Markdown text={text} inline />,
      inDeck: storedOptionId !== null,
      analysis: found?.options.find((option) => option.id === id),
    })),
    analysis: found && withoutOptions(found),
  };
}

const withoutOptions = ({ options: _, roundId: __, ...analysis }: QuestionAnalysis) => analysis;
