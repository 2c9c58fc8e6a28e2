"use client";

import { type ComponentProps, useState } from "react";
import { REJECTIONS } from "@/contract/errors";
import type { HostView } from "@/contract/views";
import type { HostSend } from "@/features/game/send";
import { gameWords } from "@/messages/en/game";
import { hostWords } from "@/messages/en/host";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/Field";
import { Icon } from "@/ui/Icon";
import { Absent, AnswerFor } from "./NoPhone";

const words = hostWords.peoplePanel;
const EXTRA_TIMES = ["1", "1.25", "1.5", "2"] as const;
type ExtraTime = (typeof EXTRA_TIMES)[number];
/** From here on a list is searched sooner than read. */
const SEARCH_FROM = 12;

const extraTimeOf = (factor: number): ExtraTime =>
  EXTRA_TIMES.findLast((choice) => factor >= Number(choice)) ?? EXTRA_TIMES[0];

/** One player: name, extra time, and the door. */
const PlayerSheet = ({ player, phase, send, onDone }: ComponentProps<typeof AnswerFor>) => {
  const [name, setName] = useState(player.name);
  const [error, setError] = useState<string | null>(null);
  const rename = async () => {
    const answer = await send({ type: "rename", playerId: player.id, name });
    setError(answer.ok ? null : REJECTIONS[answer.code]);
    if (answer.ok) onDone();
  };
  const kick = (ban: boolean) => {
    void send({ type: "kick", playerId: player.id, ban });
    onDone();
  };
  return (
    <div className="grid gap-6">
      <Button variant="quiet" className="justify-self-start" onClick={onDone}>
        {words.back}
      </Button>
      <AnswerFor player={player} phase={phase} send={send} onDone={onDone} />
      <form
        className="flex items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <TextField
          className="flex-1"
          label={words.name}
          value={name}
          error={error}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">{words.save}</Button>
      </form>
      <Choice<ExtraTime>
        label={words.extraTime}
        hint={words.extraTimeHint}
        value={extraTimeOf(player.extraTime)}
        options={EXTRA_TIMES.map((value) => ({ value, label: words.extraTimes[value] }))}
        onChange={(value) => void send({ type: "extra-time", playerId: player.id, factor: Number(value) })}
      />
      <div className="grid gap-2 border-t border-edge pt-4">
        <div className="flex flex-wrap gap-3">
          <Button variant="danger" onClick={() => kick(false)}>
            {words.kick}
          </Button>
          <Button variant="danger" onClick={() => kick(true)}>
            {words.ban}
          </Button>
        </div>
        <p className="text-ink-soft">{words.kickHint}</p>
      </div>
    </div>
  );
};

/** Everybody in the room, and what the host can do for or about each of them. */
export const PeoplePanel = ({
  open,
  onClose,
  players,
  absent,
  phase,
  chosen,
  onChoose,
  send,
}: {
  open: boolean;
  onClose: () => void;
  players: HostView["players"];
  absent: HostView["absent"];
  phase: HostView["phase"];
  chosen: string | null;
  onChoose: (id: string | null) => void;
  send: HostSend;
}) => {
  const [search, setSearch] = useState("");
  const player = players.find((row) => row.id === chosen);
  const wanted = search.trim().toLocaleLowerCase();
  const found = wanted ? players.filter((row) => row.name.toLocaleLowerCase().includes(wanted)) : players;
  return (
    <Dialog open={open} onClose={onClose} title={player?.name ?? words.title(players.length)} place="side">
      {player ? (
        <PlayerSheet
          key={player.id}
          player={player}
          phase={phase}
          send={send}
          onDone={() => onChoose(null)}
        />
      ) : (
        <div className="grid gap-4">
          {players.length === 0 ? <p>{words.none}</p> : null}
          {players.length >= SEARCH_FROM ? (
            <TextField
              label={words.search}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          ) : null}
          <ul className="grid gap-1">
            {found.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  onClick={() => onChoose(row.id)}
                  className="flex min-h-12 w-full items-center gap-3 rounded-lg px-3 py-1 text-start hover:bg-paper-low"
                >
                  <span className="sr-only">{words.edit(row.name)}</span>
                  <span aria-hidden="true" className="min-w-0 flex-1 truncate font-semibold">
                    {row.name}
                  </span>
                  {row.extraTime > 1 ? <Badge>×{row.extraTime}</Badge> : null}
                  {row.connected ? null : (
                    <Badge tone={row.phoneless ? "info" : "warn"}>
                      {row.phoneless ? hostWords.noPhone.badge : words.away}
                    </Badge>
                  )}
                  {row.answered ? <Icon name="check" label={words.answered} className="text-good" /> : null}
                  <span className="min-w-16 text-end tabular-nums text-ink-soft">
                    {gameWords.score(row.score)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {absent ? <Absent absent={absent} send={send} /> : null}
        </div>
      )}
    </Dialog>
  );
};
