"use client";

import { useEffect, useRef, useState } from "react";
import type { Connection } from "@/client/live-store";
import type { UseHost } from "@/client/use-live";
import type { HostView } from "@/contract/views";
import type { HostSend } from "@/features/game/send";
import { hostWords } from "@/messages/en/host";
import { Notice } from "@/ui/Notice";
import { type HostAction, type Panel, stageActions, toolActions } from "./actions";
import { ControlBar } from "./ControlBar";
import { EndDialog } from "./EndDialog";
import { HandoverPanel } from "./HandoverPanel";
import { HelpPanel } from "./HelpPanel";
import { Lobby } from "./Lobby";
import { PastPanel } from "./PastPanel";
import { PeoplePanel } from "./PeoplePanel";
import { PlanPanel } from "./PlanPanel";
import { Podium } from "./Podium";
import { Question } from "./Question";
import { Reveal } from "./Reveal";
import { RemoteStrip, SecondDeviceCame, SecondDeviceSign } from "./SecondDevice";
import { SettingsPanel } from "./SettingsPanel";
import { StageHeader } from "./StageHeader";
import { Standings } from "./Standings";
import { ToolsPanel } from "./ToolsPanel";
import { useRefusal } from "./useRefusal";
import { useShortcuts } from "./useShortcuts";

export type HostScreenProps = {
  view: HostView;
  connection: Connection;
  serverNow: () => number;
  send: HostSend;
} & Pick<UseHost, "remote" | "handover" | "endHandover">;

const fullScreen = () => {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen();
};

/** What the projector shows in the present phase. */
const Stage = ({
  view,
  serverNow,
  onPlayer,
}: Pick<HostScreenProps, "view" | "serverNow"> & { onPlayer: (id: string) => void }) => {
  const { phase } = view;
  switch (phase.name) {
    case "lobby":
      return <Lobby view={view} onPlayer={onPlayer} />;
    case "question":
      return <Question key={phase.round.id} view={view} phase={phase} serverNow={serverNow} />;
    case "reveal":
      return <Reveal key={phase.round.id} phase={phase} />;
    case "standings":
      return <Standings view={view} phase={phase} />;
    case "podium":
      return <Podium view={view} phase={phase} />;
  }
};

/** The host's whole screen: the stage, what moves the game, and the sheets over it. */
export const HostScreen = ({
  view,
  connection,
  serverNow,
  send,
  remote,
  handover,
  endHandover,
}: HostScreenProps) => {
  const { asking, hearing, refusal, dismiss } = useRefusal(send);
  const [ending, setEnding] = useState(false);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [player, setPlayer] = useState<string | null>(null);
  const [busy, setBusy] = useState<HostAction["id"] | null>(null);

  const run = async (action: HostAction) => {
    if ("open" in action.does) {
      setPlayer(null);
      setPanel(action.does.open);
    } else if ("screen" in action.does) fullScreen();
    else if (busy !== action.id) {
      setBusy(action.id);
      await asking(action.does.send);
      setBusy((now) => (now === action.id ? null : now));
    }
  };
  const stage = stageActions(view);
  const tools = toolActions(view, remote);
  const shortcuts = useShortcuts([...stage, ...tools], run, panel !== null);

  const main = useRef<HTMLElement>(null);
  const moment = view.phase.name + ("round" in view.phase ? view.phase.round.id : "");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new moment is what brings the stage back to its top
  useEffect(() => {
    main.current?.scrollTo(0, 0);
  }, [moment]);

  const sheet = (of: Panel) => ({
    open: panel === of,
    // A sheet that closes because another one opens must not close that one too.
    onClose: () => setPanel((now) => (now === of ? null : now)),
  });
  const putOut = async () => {
    setEnding(true);
    await hearing(endHandover());
    setEnding(false);
  };
  return (
    <div data-stage className="stage flex h-dvh min-h-[20rem] flex-col overflow-hidden">
      <div className="valance shrink-0" aria-hidden="true" />
      {remote ? <RemoteStrip screens={view.devices.screens} /> : null}
      <StageHeader view={view} connection={connection}>
        {remote ? null : (
          <SecondDeviceSign
            devices={view.devices}
            onOpen={() => setPanel("handover")}
            onEnd={() => void putOut()}
            busy={ending}
          />
        )}
      </StageHeader>
      {remote ? null : (
        <SecondDeviceCame remotes={view.devices.remotes} onEnd={() => void putOut()} busy={ending} />
      )}
      {connection === "reconnecting" || connection === "offline" ? (
        <Notice tone="warn" live="polite" className="mx-6 mb-2 max-[40rem]:mx-3">
          {hostWords[connection]}
        </Notice>
      ) : null}
      {refusal ? (
        <Notice
          tone="bad"
          live="assertive"
          title={hostWords.refused}
          className="mx-6 mb-2 max-[40rem]:mx-3"
          action={
            <button type="button" className="min-h-12 px-3 font-bold underline" onClick={dismiss}>
              {hostWords.dismiss}
            </button>
          }
        >
          {refusal}
        </Notice>
      ) : null}
      <main ref={main} className="min-h-0 flex-1 overflow-y-auto px-6 py-2 max-[40rem]:px-3">
        <Stage
          view={view}
          serverNow={serverNow}
          onPlayer={(id) => {
            setPlayer(id);
            setPanel("people");
          }}
        />
      </main>
      <ControlBar
        view={view}
        stage={stage}
        tools={tools}
        busy={busy}
        run={run}
        keysOn={shortcuts.on}
        send={asking}
        onMore={() => setPanel("tools")}
      />

      <ToolsPanel {...sheet("tools")} view={view} tools={tools} run={run} send={asking} />
      <PeoplePanel
        {...sheet("people")}
        players={view.players}
        absent={view.absent}
        phase={view.phase}
        chosen={player}
        onChoose={setPlayer}
        send={asking}
      />
      <PlanPanel {...sheet("plan")} plan={view.plan} skipped={view.skipped} send={asking} />
      <SettingsPanel
        {...sheet("settings")}
        settings={view.settings}
        inQuestion={view.phase.name === "question"}
        send={asking}
      />
      <PastPanel {...sheet("past")} past={view.past} send={asking} />
      <HandoverPanel
        {...sheet("handover")}
        joinUrl={view.joinUrl}
        devices={view.devices}
        serverNow={serverNow}
        handover={handover}
        endHandover={endHandover}
      />
      <HelpPanel {...sheet("help")} stage={stage} tools={tools} shortcuts={shortcuts} />
      <EndDialog {...sheet("end")} send={asking} />
    </div>
  );
};
