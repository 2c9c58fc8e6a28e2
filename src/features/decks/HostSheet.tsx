"use client";

import { useState, useTransition } from "react";
import type { DeskAnswer } from "@/contract/desk";
import { LIMITS } from "@/contract/limits";
import type { GameSettings, QuestionOrder, ScoringMode } from "@/contract/settings";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Dialog } from "@/ui/Dialog";
import { SelectField, TextField } from "@/ui/Field";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { Switch } from "@/ui/Switch";

/** Opens a lobby and leads to it; comes back only with a refusal. */
export type HostAction = (
  deckId: string,
  wish: { settings: GameSettings; classId: string | null },
) => Promise<DeskAnswer>;

const ORDERS: { value: QuestionOrder; label: string }[] = [
  { value: "smart", label: "What this class is about to forget" },
  { value: "as-written", label: "As written in the deck" },
  { value: "random", label: "At random" },
  { value: "weak", label: "Weak cards first" },
  { value: "new", label: "New cards first" },
];
const SCORINGS: { value: ScoringMode; label: string; hint: string }[] = [
  {
    value: "accuracy-first",
    label: "Accuracy first",
    hint: "Right counts 1000, a quick answer up to 500 more",
  },
  { value: "accuracy", label: "Accuracy only", hint: "Slow costs nothing" },
  { value: "streak", label: "Streaks", hint: "Right answers in a row earn more" },
  { value: "speed", label: "Speed", hint: "The quickest wins" },
];
const TIMERS = [
  { value: "reading", label: "Reading time", hint: "Longer questions get longer" },
  { value: "fixed", label: "Fixed" },
  { value: "none", label: "No clock" },
] as const;

/** How the next game is played, as it was the last time; one press opens the lobby. */
export const HostSheet = ({
  deck,
  settings: remembered,
  classes,
  host,
  onClose,
}: {
  deck: { id: string; title: string; askable: number };
  settings: GameSettings;
  classes: readonly { id: string; name: string }[];
  host: HostAction;
  onClose: () => void;
}) => {
  const [settings, setSettings] = useState(remembered);
  const [count, setCount] = useState(String(Math.min(remembered.questionCount, LIMITS.questionsPerSession)));
  const [classId, setClassId] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const change = (part: Partial<GameSettings>) => setSettings((before) => ({ ...before, ...part }));
  const { timer } = settings;
  const questionCount = Math.min(LIMITS.questionsPerSession, Math.max(1, Math.round(Number(count)) || 1));

  const open = () =>
    start(async () => {
      setRefusal(null);
      const answer = await host(deck.id, {
        settings: { ...settings, questionCount },
        classId: classId === "" ? null : classId,
      });
      if (answer && !answer.ok) setRefusal(answer.message);
    });

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Host “${deck.title}”`}
      place="side"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            size="large"
            busy={busy}
            icon={<Icon name="play" />}
            onClick={open}
            autoFocus
          >
            Open the lobby
          </Button>
        </>
      }
    >
      <div className="grid gap-6">
        {refusal ? (
          <Notice tone="bad" live="assertive">
            {refusal}
          </Notice>
        ) : null}
        {classes.length > 0 ? (
          <SelectField
            label="Class"
            hint="With a class, Deckdash remembers what each student knows."
            value={classId}
            onChange={(event) => setClassId(event.target.value)}
          >
            <option value="">Guests only</option>
            {classes.map((item) => (
              <option key={item.id} value={item.id}>
                {item.name}
              </option>
            ))}
          </SelectField>
        ) : null}
        <TextField
          label="Questions"
          className="max-w-40"
          type="number"
          inputMode="numeric"
          min={1}
          max={LIMITS.questionsPerSession}
          value={count}
          hint={`${deck.askable} cards can be asked.`}
          onChange={(event) => setCount(event.target.value)}
        />
        <SelectField
          label="Order"
          value={settings.order}
          onChange={(event) => {
            const order = ORDERS.find((item) => item.value === event.target.value);
            if (order) change({ order: order.value });
          }}
        >
          {ORDERS.map((item) => (
            <option key={item.value} value={item.value}>
              {item.label}
            </option>
          ))}
        </SelectField>
        <Choice
          label="Points"
          value={settings.scoring}
          options={SCORINGS}
          onChange={(scoring) => change({ scoring })}
        />
        <Choice
          label="Clock"
          value={timer.kind}
          options={TIMERS}
          onChange={(kind) =>
            change({
              timer: kind === "none" ? { kind } : { kind, ms: timer.kind === "none" ? 20_000 : timer.ms },
            })
          }
        />
        {timer.kind === "none" ? null : (
          <TextField
            label={timer.kind === "fixed" ? "Seconds per question" : "Seconds, plus time to read"}
            className="max-w-40"
            type="number"
            inputMode="numeric"
            min={LIMITS.timerMinMs / 1000}
            max={LIMITS.timerMaxMs / 1000}
            defaultValue={timer.ms / 1000}
            onChange={(event) => {
              const ms = Math.round(Number(event.target.value) * 1000);
              if (ms >= LIMITS.timerMinMs && ms <= LIMITS.timerMaxMs) {
                change({ timer: { kind: timer.kind, ms } });
              }
            }}
          />
        )}
        <Switch
          label="Ask how well it was known"
          hint="After each answer, 1 to 5: it shows who was sure and wrong."
          checked={settings.confidence}
          onChange={(confidence) => change({ confidence })}
        />
        <Switch
          label="Draw the names"
          hint="Players get a friendly name instead of typing one."
          checked={settings.names === "generated"}
          onChange={(drawn) => change({ names: drawn ? "generated" : "typed" })}
        />
        <Switch
          label="A word on the screen to join"
          hint="Keeps out who knows the PIN but is not in the room."
          checked={settings.secondFactor}
          onChange={(secondFactor) => change({ secondFactor })}
        />
      </div>
    </Dialog>
  );
};
