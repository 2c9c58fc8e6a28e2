"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { z } from "zod";
import type { DeckAilment, DeskCommand } from "@/contract/desk";
import { deskWords } from "@/messages/en/desk";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { readJson } from "./read-json";

const words = deskWords.doctor;

const Answer = z.object({
  ailments: z.array(
    z.object({ code: z.string(), message: z.string(), cards: z.array(z.string()), mend: z.string() }),
  ),
});
const SHOWN_AT_FIRST = 5;
const CARDS_LINKED = words.showOneOf.length;
/** So many cards become one at a time. */
const MOST_JOINED = 50;

/** The deck doctor: what will play badly before class, and the buttons that mend it. */
export const Doctor = ({
  api,
  deckId,
  version,
  busy,
  run,
}: {
  api: string;
  deckId: string;
  /** Anything that changes whenever the deck does: then the doctor looks again. */
  version: string;
  busy: boolean;
  run: (command: DeskCommand) => Promise<boolean>;
}) => {
  const [ailments, setAilments] = useState<DeckAilment[]>([]);
  const [all, setAll] = useState(false);
  const [mended, setMended] = useState(0);
  const mend = async (command: DeskCommand) => {
    // What was mended may stand on another page of the deck, of which the version says nothing.
    if (await run(command)) setMended((times) => times + 1);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version, or a mend, is the reason to ask again
  useEffect(() => {
    let here = true;
    // Without the doctor the desk works all the same.
    void readJson(`${api}/decks/${deckId}/doctor`, Answer).then(
      (found) => here && found && setAilments(found.ailments),
    );
    return () => {
      here = false;
    };
  }, [api, deckId, version, mended]);
  if (ailments.length === 0) return null;
  const shown = all ? ailments : ailments.slice(0, SHOWN_AT_FIRST);
  return (
    <details className="group paper" open={ailments.length <= SHOWN_AT_FIRST}>
      <summary className="flex min-h-12 cursor-pointer items-center gap-3 px-5 py-3">
        <h2 className="text-xl font-bold">{words.title}</h2>
        <Badge tone="warn">{words.things(ailments.length)}</Badge>
        <Icon name="down" className="ms-auto transition-transform group-open:rotate-180" />
      </summary>
      <ul className="border-edge border-t px-5">
        {shown.map((ailment) => (
          <li
            key={`${ailment.code} ${ailment.cards.join()}`}
            className="flex flex-wrap items-start gap-x-6 gap-y-2 border-edge border-b py-3 last:border-0"
          >
            <div className="flex min-w-0 flex-[1_1_26rem] items-start gap-2">
              <Icon name="alert" className="mt-[0.2em] shrink-0 text-warn" />
              <div className="min-w-0">
                <p className="font-semibold wrap-anywhere">{ailment.message}</p>
                <p className="text-ink-soft">{ailment.mend}</p>
              </div>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {ailment.cards.slice(0, CARDS_LINKED).map((cardId, index) => (
                <Link
                  key={cardId}
                  href={`/teach/decks/${deckId}?card=${cardId}#card-${cardId}`}
                  className="inline-flex min-h-12 items-center px-2 text-ink underline underline-offset-4"
                >
                  {ailment.cards.length === 1 ? words.showCard : words.showOneOf[index]}
                </Link>
              ))}
              {mendsOf(ailment).map(({ label, command }) => (
                <Button key={label} disabled={busy} onClick={() => void mend(command)}>
                  {label}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {shown.length < ailments.length ? (
        <Button variant="quiet" className="mx-3 mb-2" onClick={() => setAll(true)}>
          {words.showAll(ailments.length)}
        </Button>
      ) : null}
    </details>
  );
};

/** What one press can do about it. What needs a person's words has no button but the way to the card. */
function mendsOf({ code, cards }: DeckAilment): { label: string; command: DeskCommand }[] {
  const [first, ...others] = cards;
  const last = cards.at(-1);
  if (!first || !last) return [];
  const label = words.turnOff(cards.length);
  const rest = { label, command: { type: "turn-cards", cardIds: cards, on: false } } as const;
  switch (code) {
    case "equal-fronts":
      return [
        {
          label: words.join,
          command: { type: "join-cards", cardIds: others.slice(0, MOST_JOINED), into: first },
        },
      ];
    case "near-duplicate":
      return [{ label: words.removeSecond, command: { type: "remove-card", cardId: last } }];
    case "too-long":
    case "too-few-distractors":
    case "restates-front":
    case "broken-formula":
    case "unbalanced":
      return [rest];
    default:
      return [];
  }
}
