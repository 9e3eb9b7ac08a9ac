import { useCallback, useEffect, useRef, useState } from "react";
import { Unreachable } from "../api/http";

/** Names the browser tab; screen readers hear it on every change of page. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? "Stoa" : `${title} · Stoa`;
  }, [title]);
}

/** The time in milliseconds, looked at again every `interval`. */
export function useNow(interval: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), interval);
    return () => clearInterval(timer);
  }, [interval]);
  return now;
}

/** `value`, once it has stood still for `delay` milliseconds. */
export function useSettled<T>(value: T, delay: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
}

/** The newest `value`, but never more often than every `interval` milliseconds. */
export function usePaced<T>(value: T, interval: number): T {
  const [paced, setPaced] = useState(value);
  const last = useRef(0);
  useEffect(() => {
    const wait = Math.max(last.current + interval - Date.now(), 0);
    const timer = setTimeout(() => {
      last.current = Date.now();
      setPaced(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, interval]);
  return paced;
}

export function useOnline(): boolean {
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return online;
}

export interface Action {
  /** Runs the action, unless it is running. */
  run: () => void;
  busy: boolean;
  /** What went wrong the last time, in plain words. */
  error: string | null;
}

/** Something a button does that takes a while and can fail. */
export function useAction(action: () => Promise<unknown>): Action {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const latest = useRef(action);
  const running = useRef(false);
  useEffect(() => {
    latest.current = action;
  });
  const run = useCallback(() => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    latest
      .current()
      .catch((cause: unknown) => setError(wordsOf(cause)))
      .finally(() => {
        running.current = false;
        setBusy(false);
      });
  }, []);
  return { run, busy, error };
}

/** What to tell somebody about an error. */
export function wordsOf(error: unknown): string {
  if (error instanceof Error && error.message !== "") return error.message;
  return new Unreachable(error).message;
}
