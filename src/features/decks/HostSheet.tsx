"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { GameSettings } from "@/contract/settings";
import { SettingsFields } from "@/features/game/SettingsFields";
import { deckWords } from "@/messages/en/decks";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { SelectField } from "@/ui/Field";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { Switch } from "@/ui/Switch";

const words = deckWords.hostSheet;

export type HostAnswer = { ok: true; sessionId: string } | { ok: false; message: string };

/** Opens a lobby, or says why not. */
export type HostAction = (
  deckId: string,
  wish: { settings: GameSettings; classId: string | null },
) => Promise<HostAnswer>;

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
  const router = useRouter();
  const [settings, setSettings] = useState(remembered);
  const [classId, setClassId] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const change = (part: Partial<GameSettings>) => setSettings((before) => ({ ...before, ...part }));

  const open = () =>
    start(async () => {
      setRefusal(null);
      const answer = await host(deck.id, { settings, classId: classId === "" ? null : classId }).catch(
        (): HostAnswer => ({
          ok: false,
          message: words.unreached,
        }),
      );
      if (answer.ok) router.push(`/host/${answer.sessionId}`);
      else setRefusal(answer.message);
    });

  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title(deck.title)}
      place="side"
      actions={
        <>
          <Button onClick={onClose}>{deckWords.cancel}</Button>
          <Button
            variant="primary"
            size="large"
            busy={busy}
            icon={<Icon name="play" />}
            onClick={open}
            autoFocus
          >
            {words.open}
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
            label={words.class}
            hint={words.classHint}
            value={classId}
            onChange={(event) => setClassId(event.target.value)}
          >
            <option value="">{words.guests}</option>
            {classes.map((item) => (
              <option key={item.id} value={item.id}>
                {item.name}
              </option>
            ))}
          </SelectField>
        ) : null}
        <SettingsFields settings={settings} change={change} />
        <Switch
          label={words.draw}
          hint={words.drawHint}
          checked={settings.names === "generated"}
          onChange={(drawn) => change({ names: drawn ? "generated" : "typed" })}
        />
        <p className="text-ink-soft">{words.askable(deck.askable)}</p>
      </div>
    </Dialog>
  );
};
