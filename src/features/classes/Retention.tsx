"use client";

import { useState } from "react";
import { CLASS_LIMITS, type ClassKept } from "@/contract/class";
import { keptUntil } from "@/contract/results";
import { counted } from "@/messages/counted";
import { Button } from "@/ui/Button";
import { day } from "@/ui/day";
import { TextField } from "@/ui/Field";
import { Notice } from "@/ui/Notice";
import { Unfold } from "@/ui/Unfold";
import { Said } from "./Said";
import { type ClassAct, useClassCommand } from "./useClassCommand";

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
      <h3 className="text-xl font-bold">How long things are kept</h3>
      <Said refusal={refusal} />
      <ul className="grid list-disc gap-2 ps-5">
        <li>
          Games, with every answer and name: {kept.days} days after they end.{" "}
          {next.length === 0
            ? "There is none now."
            : `There ${next.length === 1 ? "is" : "are"} ${counted(next.length, "game")} now.`}
        </li>
        <li>
          What the students know ({kept.answers.toLocaleString("en")} answers):{" "}
          {kept.yearEndsAt
            ? `until the school year ends on ${day(kept.yearEndsAt)}. Then it is forgotten, and the next year begins.`
            : "until somebody deletes it."}
        </li>
      </ul>
      {next.length > 0 ? (
        <Unfold summary="Which game goes when">
          <ul className="grid list-disc gap-1 ps-5">
            {next.map((game) => (
              <li key={game.id}>
                {game.title}, played {day(game.endedAt)}: kept until {day(goesAt(game, kept.days))}
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
              label="Days for games"
              type="number"
              min={min}
              max={max}
              required
              value={days}
              onChange={(event) => setDays(event.target.value)}
            />
            <TextField
              className="w-72"
              label="End of the school year (empty: none)"
              type="date"
              value={yearEnd}
              onChange={(event) => setYearEnd(event.target.value)}
            />
            <Button type="submit" busy={busy} variant={over.length > 0 ? "danger" : undefined}>
              {over.length > 0 ? `Save, and lose ${counted(over.length, "game")}` : "Save"}
            </Button>
          </div>
          {over.length > 0 ? (
            <Notice tone="warn" live="polite">
              With {wanted} days {counted(over.length, "game")} would be erased within a day:{" "}
              {over
                .slice(0, SHOWN)
                .map(({ title, endedAt }) => `${title} (${day(endedAt)})`)
                .join(", ")}
              {over.length > SHOWN ? " and more" : ""}. Export the class first if you want to keep them.
            </Notice>
          ) : null}
        </form>
      ) : (
        <p className="text-ink-soft">The teacher who made this class sets this.</p>
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
    <Notice tone="warn" title="Soon to be erased" className="mb-6">
      <ul>
        {first ? (
          <li>
            {counted(going.length, "game")} of this class, the first on {day(goesAt(first, kept.days))} (
            {first.title}, played {day(first.endedAt)}).
          </li>
        ) : null}
        {yearEnds ? <li>What the students know, when the school year ends on {day(yearEnds)}.</li> : null}
      </ul>
      Under “Class” you can export it, or keep it longer.
    </Notice>
  );
};
