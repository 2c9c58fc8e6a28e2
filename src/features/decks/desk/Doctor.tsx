"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { z } from "zod";
import type { DeckAilment, DeskCommand } from "@/contract/desk";
import { counted } from "@/messages/counted";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";

const Answer = z.object({
  ailments: z.array(
    z.object({ code: z.string(), message: z.string(), cards: z.array(z.string()), mend: z.string() }),
  ),
});
const SHOWN_AT_FIRST = 5;
const ORDINALS = ["first", "second", "third"] as const;
const CARDS_LINKED = ORDINALS.length;
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
    void ask(`${api}/decks/${deckId}/doctor`).then((found) => here && found && setAilments(found));
    return () => {
      here = false;
    };
  }, [api, deckId, version, mended]);
  if (ailments.length === 0) return null;
  const shown = all ? ailments : ailments.slice(0, SHOWN_AT_FIRST);
  return (
    <details className="group paper" open={ailments.length <= SHOWN_AT_FIRST}>
      <summary className="flex min-h-12 cursor-pointer items-center gap-3 px-5 py-3">
        <h2 className="text-xl font-bold">Deck doctor</h2>
        <Badge tone="warn">{counted(ailments.length, "thing")} to look at</Badge>
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
                  {ailment.cards.length === 1 ? "Show the card" : `Show the ${ORDINALS[index]}`}
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
          Show all {ailments.length}
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
  const label = cards.length === 1 ? "Do not ask it" : "Do not ask them";
  const rest = { label, command: { type: "turn-cards", cardIds: cards, on: false } } as const;
  switch (code) {
    case "equal-fronts":
      return [
        {
          label: "Make one card of them",
          command: { type: "join-cards", cardIds: others.slice(0, MOST_JOINED), into: first },
        },
      ];
    case "near-duplicate":
      return [{ label: "Remove the second", command: { type: "remove-card", cardId: last } }];
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

async function ask(url: string): Promise<DeckAilment[] | null> {
  try {
    const parsed = Answer.safeParse(await (await fetch(url)).json());
    return parsed.success ? parsed.data.ailments : null;
  } catch {
    // Without the doctor the desk works all the same.
    return null;
  }
}
