"use client";

import { useState } from "react";
import { LIMITS } from "@/contract/limits";
import type { GameSettings } from "@/contract/settings";
import { hostWords } from "@/messages/en/host";
import { Choice } from "@/ui/Choice";
import { SelectField, TextField } from "@/ui/Field";
import { Switch } from "@/ui/Switch";

const words = hostWords.settingsPanel;
/** What a fixed timer starts from when the game had none, ms. */
const USUAL_TIMER_MS = 20_000;

const keysOf = <T extends Record<string, unknown>>(record: T) => Object.keys(record) as (keyof T & string)[];

/** A number that is sent when it is left or confirmed, not at every keystroke. */
const NumberField = ({
  label,
  value,
  min,
  max,
  hint,
  onCommit,
}: {
  label: string;
  hint?: string | undefined;
  value: number;
  min: number;
  max: number;
  onCommit: (value: number) => void;
}) => {
  const [draft, setDraft] = useState(String(value));
  const commit = () => {
    const number = Math.round(Number(draft));
    const bounded = Number.isFinite(number) ? Math.min(max, Math.max(min, number)) : value;
    setDraft(String(bounded));
    if (bounded !== value) onCommit(bounded);
  };
  return (
    <TextField
      label={label}
      hint={hint}
      className="w-56"
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === "Enter" && commit()}
    />
  );
};

/** The rules of a game, before it is opened and while it runs. A change is handed over as soon as it is made. */
export const SettingsFields = ({
  settings,
  change,
  inQuestion = false,
}: {
  settings: GameSettings;
  change: (part: Partial<GameSettings>) => void;
  /** A question is open: how it is scored stands already. */
  inQuestion?: boolean;
}) => {
  const { timer } = settings;
  return (
    <>
      <NumberField
        key={settings.questionCount}
        label={words.count}
        value={settings.questionCount}
        min={1}
        max={LIMITS.questionsPerSession}
        hint={settings.order === "smart" || settings.order === "weak" ? words.countHint : undefined}
        onCommit={(questionCount) => change({ questionCount })}
      />
      <SelectField
        label={words.order}
        value={settings.order}
        onChange={(event) => {
          const order = keysOf(words.orders).find((key) => key === event.target.value);
          if (order) change({ order });
        }}
      >
        {keysOf(words.orders).map((order) => (
          <option key={order} value={order}>
            {words.orders[order]}
          </option>
        ))}
      </SelectField>
      {inQuestion ? null : (
        <Choice
          label={words.scoring}
          value={settings.scoring}
          options={keysOf(words.scorings).map((value) => ({ value, ...words.scorings[value] }))}
          onChange={(scoring) => change({ scoring })}
        />
      )}
      <div className="grid gap-3">
        <Choice
          label={words.timer}
          value={timer.kind}
          options={keysOf(words.timers).map((value) => ({ value, label: words.timers[value] }))}
          onChange={(kind) =>
            change({
              timer:
                kind === "none" ? { kind } : { kind, ms: timer.kind === "none" ? USUAL_TIMER_MS : timer.ms },
            })
          }
        />
        {timer.kind === "none" ? null : (
          <NumberField
            key={timer.ms}
            label={words.seconds}
            value={timer.ms / 1000}
            min={LIMITS.timerMinMs / 1000}
            max={LIMITS.timerMaxMs / 1000}
            onCommit={(seconds) => change({ timer: { kind: timer.kind, ms: seconds * 1000 } })}
          />
        )}
      </div>
      <Choice
        label={words.questionOn}
        value={settings.questionOn}
        options={keysOf(words.questionOns).map((value) => ({ value, label: words.questionOns[value] }))}
        onChange={(questionOn) => change({ questionOn })}
      />
      <Choice
        label={words.standings}
        value={settings.standings}
        options={keysOf(words.standingsKinds).map((value) => ({
          value,
          label: words.standingsKinds[value],
        }))}
        onChange={(standings) => change({ standings })}
      />
      <Choice
        label={words.names}
        value={settings.names}
        options={keysOf(words.namesKinds).map((value) => ({ value, label: words.namesKinds[value] }))}
        onChange={(names) => change({ names })}
      />
      <Switch
        label={words.confidence}
        hint={words.confidenceHint}
        checked={settings.confidence}
        onChange={(confidence) => change({ confidence })}
      />
      <Switch
        label={words.secondFactor}
        hint={words.secondFactorHint}
        checked={settings.secondFactor}
        onChange={(secondFactor) => change({ secondFactor })}
      />
    </>
  );
};
