/** A file on its way, as the views show it. */
export interface Transfer {
  id: string;
  mine: boolean;
  name: string;
  /** Bytes. */
  size: number;
  /** Bytes that have crossed so far. */
  moved: number;
  phase: "offered" | "moving" | "checking" | "done" | "declined" | "cancelled" | "failed";
  /** What went wrong, in plain words. */
  problem: string | null;
  /** The received file, once it is whole and checked. */
  blob: Blob | null;
}

type TransferChange = Partial<Omit<Transfer, "id" | "mine" | "name" | "size">>;
export type Report = (change: TransferChange) => void;

/** Nothing follows this phase. */
export function isFinal(phase: Transfer["phase"] | undefined): boolean {
  return phase === "done" || phase === "declined" || phase === "cancelled" || phase === "failed";
}

const TELL_EVERY_MS = 100;

/** Passes on at most ten figures a second. */
export function calmly(tell: (moved: number) => void): (moved: number) => void {
  let last = -Infinity;
  return (moved) => {
    const now = performance.now();
    if (now - last < TELL_EVERY_MS) return;
    last = now;
    tell(moved);
  };
}
