"use client";

import { useState } from "react";
import type { Calibration as Calibrated, DeckHistory, StudentAnswer, StudentDeck } from "@/contract/mastery";
import { commonWords } from "@/messages/en";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { day } from "@/ui/day";
import { Notice } from "@/ui/Notice";
import { QrCode } from "@/ui/QrCode";
import { Table } from "@/ui/Table";
import { Unfold } from "@/ui/Unfold";
import { Calibration } from "./Calibration";
import { MasteryFigure } from "./MasteryFigure";
import { KnownChart, MeetingTable } from "./OverTime";
import { plainFront } from "./plainFront";
import { ShownOnce } from "./ShownOnce";

/** What one student knows, deck by deck, what they answered last, and their link to practise by. */
export const StudentReport = ({
  name,
  hasLink,
  decks,
  answers,
  history,
  calibration,
  makeLink,
}: {
  history: readonly DeckHistory[];
  calibration: Calibrated;
  name: string;
  hasLink: boolean;
  decks: readonly StudentDeck[];
  answers: readonly StudentAnswer[];
  makeLink: () => Promise<string | null>;
}) => {
  const [link, setLink] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  return (
    <div className="grid grid-cols-1 gap-8 print:block print:space-y-8">
      <Card className="grid gap-4 print:hidden">
        <h2 className="text-xl font-bold">Practice between classes</h2>
        {failed ? (
          <Notice tone="bad" live="assertive">
            This student is not there any more. Nothing was changed.
          </Notice>
        ) : null}
        {link ? (
          <div className="flex flex-wrap items-start gap-5">
            <div className="min-w-56 flex-1">
              <ShownOnce
                label={`${name}'s practice page`}
                text={link}
                hint="Give it to this student only. It is not shown again; a new one replaces it."
              />
            </div>
            <QrCode text={link} label={`QR code that opens ${name}'s practice page`} className="size-40" />
          </div>
        ) : (
          <>
            <p>
              {hasLink
                ? "There is a secret link. If it was lost or went astray, make a new one: the old one then stops working."
                : "With a secret link this student practises what is due, and does homework, without an account."}
            </p>
            <Button
              className="justify-self-start"
              onClick={async () => {
                const made = await makeLink();
                setLink(made);
                setFailed(made === null);
              }}
            >
              {hasLink ? "Make a new link" : "Make the link"}
            </Button>
          </>
        )}
      </Card>

      {decks.map(({ deckId, title, mastery, weak }) => (
        <section key={deckId} className="grid gap-3 print:block print:space-y-3">
          <h2 className="text-2xl font-bold wrap-anywhere">{title}</h2>
          <div>
            <MasteryFigure figure={mastery} />
          </div>
          <OverTime deck={history.find((deck) => deck.deckId === deckId)} />
          {weak.length > 0 ? (
            <Table
              caption={`Weak cards of ${title}`}
              rows={weak}
              rowKey={({ card }) => card}
              columns={[
                { key: "front", label: "Weak cards", cell: ({ front }) => plainFront(front) },
                {
                  key: "known",
                  label: "Probably known",
                  numeric: true,
                  cell: ({ known }) => commonWords.percent(known),
                },
                {
                  key: "right",
                  label: "Right so far",
                  numeric: true,
                  cell: ({ right, wrong }) => `${right} of ${right + wrong}`,
                },
              ]}
            />
          ) : null}
        </section>
      ))}

      <Calibration calibration={calibration} />

      <section className="grid gap-3 print:block print:space-y-3">
        <h2 className="text-2xl font-bold">Last answers</h2>
        {answers.length === 0 ? (
          <p>None yet.</p>
        ) : (
          <Table
            caption="Last answers"
            rows={answers}
            rowKey={({ id }) => id}
            columns={[
              { key: "front", label: "Card", cell: ({ front }) => plainFront(front) },
              {
                key: "answer",
                label: "Answer",
                cell: ({ correct }) => (
                  <Badge tone={correct ? "good" : "bad"}>{correct ? "right" : "wrong"}</Badge>
                ),
              },
              {
                key: "sure",
                label: "How well known",
                cell: ({ confidence }) => (confidence === null ? "not said" : `${confidence} of 5`),
              },
              { key: "where", label: "Where", cell: ({ practice }) => (practice ? "practice" : "game") },
              { key: "at", label: "Day", cell: ({ at }) => day(at) },
            ]}
          />
        )}
      </section>
    </div>
  );
};

const OverTime = ({ deck }: { deck: DeckHistory | undefined }) => {
  if (!deck) return null;
  const told = deck.past.some(({ enough }) => enough);
  return (
    <>
      <Card>
        <KnownChart deck={deck} />
        <p className="mt-3 text-ink-soft">
          {told
            ? "A dot is a meeting with the deck. Dashed: if nothing is asked from today on. The band is where the share surely lies."
            : "Not enough answers yet for a line: the band is where the share surely lies."}
        </p>
      </Card>
      {told ? (
        <Unfold summary="In numbers: after each meeting, and left at the next" className="unfold-in-print">
          <MeetingTable deck={deck} />
        </Unfold>
      ) : null}
    </>
  );
};
