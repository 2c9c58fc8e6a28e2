"use client";

import type { GameSettings } from "@/contract/settings";
import { SettingsFields } from "@/features/game/SettingsFields";
import type { HostSend } from "@/features/game/send";
import { hostWords } from "@/messages/en/host";
import { Dialog } from "@/ui/Dialog";
import { Notice } from "@/ui/Notice";

const words = hostWords.settingsPanel;

/** The rules of this game, changed while it runs. */
export const SettingsPanel = ({
  open,
  onClose,
  settings,
  inQuestion,
  send,
}: {
  open: boolean;
  onClose: () => void;
  settings: GameSettings;
  inQuestion: boolean;
  send: HostSend;
}) => {
  const change = (part: Partial<GameSettings>) => void send({ type: "settings", settings: part });
  return (
    <Dialog open={open} onClose={onClose} title={words.title} place="side">
      <div className="grid gap-6">
        {inQuestion ? <Notice>{words.soon}</Notice> : null}
        <SettingsFields settings={settings} change={change} inQuestion={inQuestion} />
      </div>
    </Dialog>
  );
};
