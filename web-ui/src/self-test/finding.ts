/** How a thing stands: `note` works, but an operator should know; `skipped` was not looked at. */
export type Mark = "fine" | "note" | "broken" | "skipped";

/** What was found out about one thing: what was seen, and for what is not fine what to do about it. */
export interface Finding {
  mark: Mark;
  words: string;
}

/** A finding, and what later steps build on; null where they cannot. */
export interface Found<T> {
  finding: Finding;
  value: T | null;
}

/** A thing does not work; the message says, for an operator, what was seen and what to do. */
export class Sickness extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Sickness";
  }
}

export function fine(words: string): Finding {
  return { mark: "fine", words };
}

export function note(words: string): Finding {
  return { mark: "note", words };
}

export function broken(words: string): Finding {
  return { mark: "broken", words };
}

export function skipped(words: string): Finding {
  return { mark: "skipped", words };
}

/** A length of time as operators read it: `34 ms`, `1.2 s`, `3 min`. */
export function elapsed(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 120_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  return `${Math.round(milliseconds / 60_000)} min`;
}

/** The middle one of some lengths of time; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
