"use client";

import { useState } from "react";
import type { Calibration as Calibrated, DeckHistory, StudentAnswer, StudentDeck } from "@/contract/mastery";
import { classReportWords } from "@/messages/en/class-reports";
import { commonWords } from "@/messages/en/common";
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

const words = classReportWords.student;

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
        <h2 className="text-xl font-bold">{words.practice}</h2>
        {failed ? (
          <Notice tone="bad" live="assertive">
            {words.gone}
          </Notice>
        ) : null}
        {link ? (
          <div className="flex flex-wrap items-start gap-5">
            <div className="min-w-56 flex-1">
              <ShownOnce label={words.practicePage(name)} text={link} hint={words.linkHint} />
            </div>
            <QrCode text={link} label={words.qr(name)} className="size-40" />
          </div>
        ) : (
          <>
            <p>{hasLink ? words.hasLink : words.noLink}</p>
            <Button
              className="justify-self-start"
              onClick={async () => {
                const made = await makeLink();
                setLink(made);
                setFailed(made === null);
              }}
            >
              {hasLink ? words.newLink : words.makeLink}
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
              caption={words.weakOf(title)}
              rows={weak}
              rowKey={({ card }) => card}
              columns={[
                { key: "front", label: classReportWords.weakCards, cell: ({ front }) => plainFront(front) },
                {
                  key: "known",
                  label: words.known,
                  numeric: true,
                  cell: ({ known }) => commonWords.percent(known),
                },
                {
                  key: "right",
                  label: classReportWords.rightSoFar,
                  numeric: true,
                  cell: ({ right, wrong }) => classReportWords.of(right, right + wrong),
                },
              ]}
            />
          ) : null}
        </section>
      ))}

      <Calibration calibration={calibration} />

      <section className="grid gap-3 print:block print:space-y-3">
        <h2 className="text-2xl font-bold">{words.lastAnswers}</h2>
        {answers.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <Table
            caption={words.lastAnswers}
            rows={answers}
            rowKey={({ id }) => id}
            columns={[
              { key: "front", label: classReportWords.card, cell: ({ front }) => plainFront(front) },
              {
                key: "answer",
                label: words.answer,
                cell: ({ correct }) => (
                  <Badge tone={correct ? "good" : "bad"}>{correct ? words.right : words.wrong}</Badge>
                ),
              },
              {
                key: "sure",
                label: words.howWell,
                cell: ({ confidence }) => (confidence === null ? words.notSaid : words.outOfFive(confidence)),
              },
              {
                key: "where",
                label: words.where,
                cell: ({ practice }) => (practice ? words.practised : words.game),
              },
              { key: "at", label: words.day, cell: ({ at }) => day(at) },
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
        <p className="mt-3 text-ink-soft">{told ? words.overTimeText : words.tooFewForLine}</p>
      </Card>
      {told ? (
        <Unfold summary={words.inNumbers} className="unfold-in-print">
          <MeetingTable deck={deck} />
        </Unfold>
      ) : null}
    </>
  );
};
