"use client";

import { useEffect, useRef, useState } from "react";
import { actionFor, type HostAction, type Press } from "./actions";

const KEY = "deckdash.shortcuts";

const focusOn = (target: EventTarget | null): Press["on"] => {
  if (!(target instanceof HTMLElement)) return "page";
  if (
    target.isContentEditable ||
    target.matches("textarea, select, input:not([type=checkbox], [type=radio])")
  )
    return "text";
  return target.closest("button, a, input, summary, [role=tab], [role=button]") ? "control" : "page";
};

/**
 * Runs the action that a pressed key means, unless a sheet is open. Single keys can be switched off (WCAG 2.1.4), and
 * this browser remembers it.
 */
export const useShortcuts = (
  actions: readonly HostAction[],
  run: (action: HostAction) => void,
  sheetOpen: boolean,
) => {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(localStorage.getItem(KEY) !== "off"), []);

  const latest = useRef({ actions, run });
  latest.current = { actions, run };
  useEffect(() => {
    if (!on || sheetOpen) return;
    const pressed = (event: KeyboardEvent) => {
      const press: Press = {
        key: event.key,
        modified: event.ctrlKey || event.altKey || event.metaKey,
        repeated: event.repeat,
        on: focusOn(event.target),
      };
      const action = actionFor(press, latest.current.actions);
      if (!action) return;
      event.preventDefault();
      latest.current.run(action);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [on, sheetOpen]);

  const choose = (next: boolean) => {
    setOn(next);
    localStorage.setItem(KEY, next ? "on" : "off");
  };
  return { on, choose };
};
