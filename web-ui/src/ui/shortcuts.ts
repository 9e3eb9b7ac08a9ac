import { useEffect, useRef, useSyncExternalStore } from "react";

const KEY = "stoa.shortcuts";
const listeners = new Set<() => void>();

/** Whether single keys do something. They can be turned off, for those who speak to their computer. */
export function useShortcutsOn(): [on: boolean, setOn: (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, readOn);
  return [on, writeOn];
}

/** Runs an action when its key is pressed outside of fields and dialogs. Says whether shortcuts are on. */
export function useShortcuts(actions: Readonly<Record<string, () => void>>): boolean {
  const [on] = useShortcutsOn();
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (!isPlainKey(event) || isForTyping(event.target)) return;
      const action = latest.current[event.key.toUpperCase()];
      if (!action) return;
      // Or the key would be typed into the field that the action moves the focus to.
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [on]);
  return on;
}

/** Whether the key comes alone, and once. */
function isPlainKey(
  event: Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey" | "repeat">,
): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
}

function isForTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

function writeOn(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // Storage may be forbidden; shortcuts then stay as they are.
  }
  for (const listener of listeners) listener();
}
