import type { RevealView, RoundView } from "@/contract/views";

/** The words of the right answer; empty when they are on the projector only. With several keys, the first. */
export const keyText = ({
  round,
  reveal,
}: {
  round: Pick<RoundView, "options">;
  reveal: Pick<RevealView, "keys">;
}): string => round.options.find((option) => reveal.keys.includes(option.id))?.text ?? "";
