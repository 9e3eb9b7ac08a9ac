import { type CloseName, closeReasons } from "./protocol";

/** Why a client has stopped for good. */
export type SignalingEnd =
  | { kind: "closed"; reason: CloseName }
  /** There is nothing to enter; `problem` is the reason in plain words. */
  | { kind: "refused"; problem: string }
  | { kind: "unreachable" };

/** The end that a close code means, or null if the page should come back. */
export function endOf(code: number): SignalingEnd | null {
  const found = Object.entries(closeReasons).find(([, reason]) => reason.code === code);
  if (found === undefined || found[1].reconnect) return null;
  return { kind: "closed", reason: found[0] as CloseName };
}

/** A refusal that another try would only repeat: nobody is signed in, or a 4xx answer, busy ones aside. */
export function refusalOf(error: unknown): SignalingEnd | null {
  if (!(error instanceof Error)) return null;
  const status = "status" in error && typeof error.status === "number" ? error.status : 0;
  const isRefused = status >= 400 && status < 500 && ![408, 425, 429].includes(status);
  if (!isRefused && error.name !== "SignedOut") return null;
  return { kind: "refused", problem: error.message || "This call is over." };
}

/** As `promise`, but it fails when it takes too long. */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("This took too long.")), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
