"use client";

import { useState } from "react";
import { CLASS_LIMITS, type ClassKept } from "@/contract/class";
import { keptUntil } from "@/contract/results";
import { classWords } from "@/messages/en/classes";
import { Button } from "@/ui/Button";
import { day } from "@/ui/day";
import { TextField } from "@/ui/Field";
import { Notice } from "@/ui/Notice";
import { Unfold } from "@/ui/Unfold";
import { Said } from "./Said";
import { type ClassAct, useClassCommand } from "./useClassCommand";

const words = classWords.retention;
const DAY_MS = 86_400_000;
/** So many days before something goes it is said. */
const SOON_DAYS = 14;
const SHOWN = 5;
const { min, max } = CLASS_LIMITS.keptDays;

const goesAt = ({ endedAt }: { endedAt: Date }, days: number) => keptUntil(endedAt, days);

/** How long a class's games, and what it knows, are kept: shown to every teacher of it, set by its owner. */
export const Retention = ({
  kept,
  own,
  now,
  act,
}: {
  kept: ClassKept;
  own: boolean;
  now: Date;
  act: ClassAct;
}) => {
  const { run, busy, refusal } = useClassCommand(act);
  const [days, setDays] = useState(String(kept.days));
  const [yearEnd, setYearEnd] = useState(kept.yearEndsAt?.toISOString().slice(0, 10) ?? "");
  const wanted = Number.parseInt(days, 10);
  const over = Number.isFinite(wanted)
    ? kept.games.filter((game) => goesAt(game, wanted) <= now && goesAt(game, kept.days) > now)
    : [];
  const next = kept.games.filter((game) => goesAt(game, kept.days) > now);
  return (
    <section className="grid gap-4">
      <h3 className="text-xl font-bold">{words.title}</h3>
      <Said refusal={refusal} />
      <ul className="grid list-disc gap-2 ps-5">
        <li>
          {words.games(kept.days)} {words.now(next.length)}
        </li>
        <li>
          {words.known(kept.answers)}{" "}
          {kept.yearEndsAt ? words.untilYearEnds(day(kept.yearEndsAt)) : words.untilDeleted}
        </li>
      </ul>
      {next.length > 0 ? (
        <Unfold summary={words.which}>
          <ul className="grid list-disc gap-1 ps-5">
            {next.map((game) => (
              <li key={game.id}>
                {words.keptUntil(game.title, day(game.endedAt), day(goesAt(game, kept.days)))}
              </li>
            ))}
          </ul>
        </Unfold>
      ) : null}
      {own ? (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            run({ type: "keep", days: wanted, yearEndsOn: yearEnd || null });
          }}
        >
          <div className="flex flex-wrap items-end gap-4">
            <TextField
              className="w-40"
              label={words.days}
              type="number"
              min={min}
              max={max}
              required
              value={days}
              onChange={(event) => setDays(event.target.value)}
            />
            <TextField
              className="w-72"
              label={words.yearEnd}
              type="date"
              value={yearEnd}
              onChange={(event) => setYearEnd(event.target.value)}
            />
            <Button type="submit" busy={busy} variant={over.length > 0 ? "danger" : undefined}>
              {over.length > 0 ? words.saveAndLose(over.length) : classWords.save}
            </Button>
          </div>
          {over.length > 0 ? (
            <Notice tone="warn" live="polite">
              {words.over(
                wanted,
                over.length,
                over
                  .slice(0, SHOWN)
                  .map(({ title, endedAt }) => words.gameOn(title, day(endedAt)))
                  .join(", "),
                over.length > SHOWN,
              )}
            </Notice>
          ) : null}
        </form>
      ) : (
        <p className="text-ink-soft">{words.othersSet}</p>
      )}
    </section>
  );
};

/** Says what of a class goes within two weeks, before it does; nothing when nothing goes. */
export const GoingSoon = ({ kept, now }: { kept: ClassKept; now: Date }) => {
  const soon = new Date(now.getTime() + SOON_DAYS * DAY_MS);
  const going = kept.games.filter((game) => goesAt(game, kept.days) <= soon);
  const [first] = going;
  const yearEnds = kept.yearEndsAt && kept.yearEndsAt <= soon && kept.answers > 0 ? kept.yearEndsAt : null;
  if (!first && !yearEnds) return null;
  return (
    <Notice tone="warn" title={words.soon} className="mb-6">
      <ul>
        {first ? (
          <li>{words.going(going.length, day(goesAt(first, kept.days)), first.title, day(first.endedAt))}</li>
        ) : null}
        {yearEnds ? <li>{words.knowledgeGoes(day(yearEnds))}</li> : null}
      </ul>
      {words.soonText}
    </Notice>
  );
};
