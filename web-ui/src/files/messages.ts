/** Bytes that the receiver lets the sender be ahead of what it has checked. */
export const WINDOW = 32 * 1024 * 1024;
export const MAX_SIZE = 2 * 1024 ** 3;
export const MAX_PIECE = 256 * 1024;
/** Smaller pieces would let a sender flood us with digests. */
const MIN_PIECE = 16 * 1024;

/** From who gives a file to who takes it. The pieces follow as plain bytes, in order. */
export type SenderMessage =
  | { type: "offer"; id: string; name: string; size: number; piece: number }
  | { type: "end"; id: string; digest: string }
  | { type: "withdraw"; id: string };

/** From who takes a file to who gives it. `moved` bytes are here, up to `credit` may be sent. */
export type ReceiverMessage =
  | { type: "accept"; id: string; credit: number }
  | { type: "credit"; id: string; moved: number; credit: number }
  | { type: "received"; id: string; digest: string }
  | { type: "decline"; id: string }
  | { type: "cancel"; id: string }
  | { type: "broken"; id: string };

export type FileMessage = SenderMessage | ReceiverMessage;

/** Reads what a peer sent, or null when it is not ours. */
export function parseFileMessage(text: string): FileMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { type, id, name, size, piece, digest, moved, credit } = value as Record<string, unknown>;
  if (typeof id !== "string" || !/^[0-9A-Za-z]{1,64}$/.test(id)) return null;
  switch (type) {
    case "offer":
      if (typeof name !== "string" || !isWithin(size, 0, MAX_SIZE)) return null;
      return isWithin(piece, MIN_PIECE, MAX_PIECE) ? { type, id, name, size, piece } : null;
    case "end":
    case "received":
      return typeof digest === "string" && digest.length === 64 ? { type, id, digest } : null;
    case "accept":
      return isWithin(credit, 0, MAX_SIZE) ? { type, id, credit } : null;
    case "credit":
      if (!isWithin(moved, 0, MAX_SIZE) || !isWithin(credit, 0, MAX_SIZE)) return null;
      return { type, id, moved, credit };
    case "withdraw":
    case "decline":
    case "cancel":
    case "broken":
      return { type, id };
    default:
      return null;
  }
}

function isWithin(value: unknown, from: number, to: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= from && Number(value) <= to;
}
