"use client";

import Link from "next/link";
import { useState, useTransition } from "react";
import type { CorrectionAnswer } from "@/contract/corrections";
import type { DeskAnswer, DeskCommand, DeskDeck, DeskModel, QuestionEdit } from "@/contract/desk";
import type { GameSettings } from "@/contract/settings";
import { deckWords } from "@/messages/en/decks";
import { deskWords } from "@/messages/en/desk";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { Dialog } from "@/ui/Dialog";
import { EmptyState } from "@/ui/EmptyState";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { PageHeader } from "@/ui/PageHeader";
import { CardTextForm } from "../CardTextForm";
import { type HostAction, HostSheet } from "../HostSheet";
import { AskingBar } from "./AskingBar";
import { CardRow } from "./CardRow";
import { DeckSettings } from "./DeckSettings";
import { Doctor } from "./Doctor";
import { MakingBar } from "./MakingBar";
import { PageLinks } from "./PageLinks";
import { QuestionEditor } from "./QuestionEditor";
import { blankDraft, draftOf, type QuestionDraft } from "./question-draft";

const UNREACHED = { ok: false, message: deskWords.unreached } as const;

export type DeskAction = (command: DeskCommand) => Promise<DeskAnswer>;

/** A deck on the teacher's desk: its cards, the questions that they become, and everything to decide about them. */
export const DeckDesk = ({
  api,
  deck,
  model,
  place,
  askable,
  settings,
  classes,
  act,
  accept,
  remove,
  host,
}: {
  api: string;
  deck: DeskDeck;
  /** The language model that the operator has named; null when there is none. */
  model: DeskModel | null;
  /** Which of its cards are on this page. */
  place: { search: string; found: number; page: number; pages: number };
  /** Cards of the whole deck that can be asked. */
  askable: number;
  settings: GameSettings;
  classes: readonly { id: string; name: string }[];
  act: DeskAction;
  accept: (optionId: string, accepted: boolean) => Promise<CorrectionAnswer>;
  remove: () => Promise<DeskAnswer>;
  host: HostAction;
}) => {
  const [busy, start] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [sheet, setSheet] = useState<"host" | "settings" | "add" | null>(null);
  const [editing, setEditing] = useState<QuestionDraft | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  const send = <Answer extends { ok: true }>(
    asked: () => Promise<Answer | { ok: false; message: string }>,
  ): Promise<Answer | null> =>
    new Promise((resolve) => {
      start(async () => {
        setRefusal(null);
        setSaid(null);
        const answer = await asked().catch(() => UNREACHED);
        if (!answer.ok) setRefusal(answer.message);
        resolve(answer.ok ? answer : null);
      });
    });
  const run = async (command: DeskCommand): Promise<boolean> => (await send(() => act(command))) !== null;
  const saveQuestion = async ({ of }: QuestionDraft, edit: QuestionEdit) => {
    const command =
      "cardId" in of
        ? ({ type: "add-question", ...of, ...edit } as const)
        : ({ type: "edit-question", ...of, ...edit } as const);
    if (await run(command)) setEditing(null);
  };
  const acceptOption = async (optionId: string, accepted: boolean) => {
    const done = await send(() => accept(optionId, accepted));
    if (done) setSaid(deskWords.accepted(accepted, done.games));
  };
  const addCard = async (text: { front: string; back: string }) => {
    if (await run({ type: "add-card", ...text })) setSheet(null);
  };

  return (
    <>
      <PageHeader
        title={deck.title}
        back={{ href: "/teach", label: deckWords.yours }}
        detail={deskWords.detail(place.found, place.search !== "", askable)}
        actions={
          <>
            <ButtonLink href={`/teach/decks/${deck.id}/health`}>{deskWords.health}</ButtonLink>
            <Button icon={<Icon name="settings" />} onClick={() => setSheet("settings")}>
              {deskWords.settingsButton}
            </Button>
            <Button icon={<Icon name="plus" />} onClick={() => setSheet("add")}>
              {deskWords.addCard}
            </Button>
            <Button
              variant="primary"
              size="large"
              icon={<Icon name="play" />}
              disabled={askable === 0 || deck.archived}
              onClick={() => setSheet("host")}
            >
              {deckWords.host}
            </Button>
          </>
        }
      />
      <div className="mb-6 grid gap-4 empty:hidden">
        {deck.made ? null : <MakingBar api={api} deckId={deck.id} />}
        {deck.made && model ? (
          <AskingBar
            api={api}
            deckId={deck.id}
            model={model}
            busy={busy}
            onAskAgain={() => void run({ type: "ask-model", about: { what: "deck" } })}
          />
        ) : null}
        {deck.archived ? (
          <Notice
            action={
              <Button busy={busy} onClick={() => void run({ type: "archive-deck", archived: false })}>
                {deskWords.takeBack}
              </Button>
            }
          >
            {deskWords.archived}
          </Notice>
        ) : null}
        {deck.made ? (
          <Doctor api={api} deckId={deck.id} version={deck.version} busy={busy} run={run} />
        ) : null}
      </div>
      <PageLinks deckId={deck.id} {...place} withSearch />
      {deck.cards.length === 0 ? (
        <EmptyState title={place.search ? deskWords.notFound : deskWords.noCard}>
          {place.search ? (
            <Link href={`/teach/decks/${deck.id}`}>{deskWords.showAll}</Link>
          ) : (
            deskWords.beginAgain
          )}
        </EmptyState>
      ) : (
        <ol className="grid gap-10">
          {deck.cards.map((card) => (
            <CardRow
              key={card.id}
              card={card}
              canAskModel={model?.allowed ?? false}
              busy={busy}
              run={run}
              onEditQuestion={(question) => setEditing(draftOf(question))}
              onWriteQuestion={() => setEditing(blankDraft(card))}
              onAccept={(optionId, accepted) => void acceptOption(optionId, accepted)}
            />
          ))}
        </ol>
      )}
      <PageLinks deckId={deck.id} {...place} />
      <div className="fixed inset-x-4 bottom-4 z-20 mx-auto grid max-w-2xl empty:hidden">
        {said ? (
          <Notice
            tone="good"
            live="polite"
            action={<Button onClick={() => setSaid(null)}>{deskWords.close}</Button>}
          >
            {said}
          </Notice>
        ) : null}
        {refusal && !editing ? (
          <Notice
            tone="bad"
            live="assertive"
            action={<Button onClick={() => setRefusal(null)}>{deskWords.close}</Button>}
          >
            {refusal}
          </Notice>
        ) : null}
      </div>
      {editing ? (
        <QuestionEditor
          draft={editing}
          busy={busy}
          refusal={refusal}
          onSave={(edit) => void saveQuestion(editing, edit)}
          onClose={() => setEditing(null)}
        />
      ) : null}
      {sheet === "host" ? (
        <HostSheet
          deck={{ id: deck.id, title: deck.title, askable }}
          settings={settings}
          classes={classes}
          host={host}
          onClose={() => setSheet(null)}
        />
      ) : null}
      {sheet === "settings" ? (
        <DeckSettings
          deck={deck}
          model={model}
          busy={busy}
          run={run}
          remove={remove}
          onClose={() => setSheet(null)}
        />
      ) : null}
      {sheet === "add" ? (
        <Dialog open onClose={() => setSheet(null)} title={deskWords.addCard}>
          <CardTextForm
            text={{ front: "", back: "" }}
            submit={deskWords.addTheCard}
            busy={busy}
            onSubmit={(text) => void addCard(text)}
            onCancel={() => setSheet(null)}
          />
        </Dialog>
      ) : null}
    </>
  );
};
