import { useState, useTransition } from "react";
import type { ClassAnswer, ClassCommand } from "@/contract/class";

/** Does one thing to a class. */
export type ClassAct = (command: ClassCommand) => Promise<ClassAnswer>;

/** Sends commands one at a time and keeps what came back: the sentence of a refusal, or what deserves to be said. */
export function useClassCommand(act: ClassAct) {
  const [busy, start] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [notes, setNotes] = useState<string[]>([]);
  const run = (command: ClassCommand, then: () => void = () => {}) =>
    start(async () => {
      const answer = await act(command);
      setRefusal(answer.ok ? null : answer.message);
      setNotes(answer.ok ? (answer.notes ?? []) : []);
      if (answer.ok) then();
    });
  return { run, busy, refusal, notes };
}
