"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { DeckSummary } from "@/contract/desk";
import type { GameSettings } from "@/contract/settings";
import { deckWords } from "@/messages/en/decks";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { Icon } from "@/ui/Icon";
import { LocalTime } from "@/ui/LocalTime";
import { type HostAction, HostSheet } from "./HostSheet";

const words = deckWords.list;
/** How often a list with an unfinished deck is read again. */
const LOOK_AGAIN_MS = 1_500;

/** Decks as cards on the desk; each can be hosted from here. */
export const DeckList = ({
  decks,
  archived,
  settings,
  classes,
  host,
}: {
  decks: readonly DeckSummary[];
  archived: boolean;
  settings: GameSettings;
  classes: readonly { id: string; name: string }[];
  host: HostAction;
}) => {
  const [hosting, setHosting] = useState<DeckSummary | null>(null);
  const router = useRouter();
  const making = decks.some((deck) => !deck.made);
  useEffect(() => {
    if (!making) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [making, router]);
  if (decks.length === 0) {
    return archived ? (
      <EmptyState
        title={words.nothingAway}
        action={<ButtonLink href="/teach">{deckWords.yours}</ButtonLink>}
      />
    ) : (
      <EmptyState
        title={words.none}
        action={
          <ButtonLink href="/teach/decks/new" variant="primary">
            {words.paste}
          </ButtonLink>
        }
      >
        {words.noneText}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {decks.map((deck) => (
          <li key={deck.id} className="index-card flex flex-col px-5 pt-9 pb-5 [--head:1.5rem]">
            <h2 className="text-xl font-bold">
              <Link
                href={`/teach/decks/${deck.id}`}
                className="text-ink underline-offset-4 hover:underline wrap-anywhere"
              >
                {deck.title}
              </Link>
            </h2>
            <p className="mt-1 text-ink-soft">{words.size(deck.cards, deck.questions)}</p>
            <p className="mt-2 flex flex-wrap gap-2 empty:hidden">
              {deck.demo ? <Badge tone="info">{words.demo}</Badge> : null}
              {deck.made ? null : <Badge tone="info">{words.making}</Badge>}
              {deck.made && deck.askable < deck.cards ? (
                <Badge tone="warn">{words.without(deck.cards - deck.askable)}</Badge>
              ) : null}
            </p>
            <p className="mt-auto pt-4 text-[0.95em] text-ink-soft">
              {deck.lastPlayedAt ? (
                <>
                  {words.played} <LocalTime date={deck.lastPlayedAt} style="day" />
                </>
              ) : (
                <>
                  {words.added} <LocalTime date={deck.createdAt} style="day" />
                  {words.unplayed}
                </>
              )}
            </p>
            <div className="mt-3 flex flex-wrap gap-3">
              <Button
                variant="primary"
                icon={<Icon name="play" />}
                disabled={deck.askable === 0}
                onClick={() => setHosting(deck)}
                aria-label={words.hostOne(deck.demo ? words.tryIt : deckWords.host, deck.title)}
              >
                {deck.demo ? words.tryIt : deckWords.host}
              </Button>
              <ButtonLink href={`/teach/decks/${deck.id}`} aria-label={words.openOne(deck.title)}>
                {words.open}
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
      {archived ? null : (
        <p className="mt-8">
          <Link href="/teach?archived=1" className="text-ink-soft underline underline-offset-4">
            {words.putAway}
          </Link>
        </p>
      )}
      {hosting ? (
        <HostSheet
          deck={hosting}
          settings={settings}
          classes={classes}
          host={host}
          onClose={() => setHosting(null)}
        />
      ) : null}
    </>
  );
};
