"use client";

import { useState } from "react";
import { OptionId, RoundId } from "@/contract/ids";
import { SelectField } from "@/ui/Field";
import { Switch } from "@/ui/Switch";
import { TextLink } from "@/ui/TextLink";
import { Unfold } from "@/ui/Unfold";
import { CorrectButton } from "./CorrectButton";
import type { CorrectAction } from "./correction-actions";
import type { RoundSheet } from "./round-sheet";

/** What can be set right about one question: accept another option, void it, mend its card. */
export const QuestionCorrections = ({
  sessionId,
  deckId,
  round,
  correct,
}: {
  sessionId: string;
  deckId: string | null;
  round: Pick<RoundSheet, "id" | "number" | "voided" | "options">;
  correct: CorrectAction;
}) => {
  const wrong = round.options.filter((option) => !option.correct);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(wrong[0]?.id ?? "");
  const [everywhere, setEverywhere] = useState(false);
  const roundId = RoundId.parse(round.id);
  const option = wrong.find(({ id }) => id === chosen) ?? wrong[0];
  return (
    <Unfold
      strong
      summary={`Set question ${round.number} right`}
      className="mt-4 border-t border-edge pt-3 print:hidden"
      onToggle={setOpen}
    >
      {open ? (
        <div className="mt-3 grid gap-4">
          {option ? (
            <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end">
              <SelectField
                label="Accept as well"
                value={option.id}
                onChange={(event) => setChosen(event.target.value)}
              >
                {wrong.map(({ id, text }) => (
                  <option key={id} value={id}>
                    {text}
                  </option>
                ))}
              </SelectField>
              <CorrectButton
                label="Accept"
                does={() =>
                  correct(sessionId, {
                    type: "accept",
                    roundId,
                    optionId: OptionId.parse(option.id),
                    accepted: true,
                    everywhere,
                  })
                }
              />
              {option.inDeck ? (
                <Switch
                  label="Also in the deck and in every other game that showed it"
                  checked={everywhere}
                  onChange={setEverywhere}
                />
              ) : null}
            </div>
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <CorrectButton
              label={round.voided ? "Count this question again" : "Void this question"}
              does={() => correct(sessionId, { type: "void", roundId, voided: !round.voided })}
            />
            {deckId ? <TextLink href={`/teach/decks/${deckId}`}>Mend the card in its deck</TextLink> : null}
          </div>
        </div>
      ) : null}
    </Unfold>
  );
};
