/** The longest text of one message, in UTF-16 units; signaling takes no more. */
const MAX_TEXT = 4000;

/** What crosses the chat's data channel. */
export type ChatWire =
  | { type: "message"; id: string; text: string }
  | { type: "ack"; id: string }
  /** The sender's clock when the channel opened, so that a reloaded page writes below what is there. */
  | { type: "clock"; clock: number };

const MAX_CLOCK_LEAD_MS = 24 * 3600 * 1000;

/** Reads what a peer sent, or null when it is not ours. */
export function parseChatWire(text: string): ChatWire | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const wire = value as Record<string, unknown>;
  const { type, id, clock } = wire;
  if (type === "clock") return Number.isSafeInteger(clock) ? { type, clock: Number(clock) } : null;
  if (typeof id !== "string" || clockOf(id) === null) return null;
  if (type === "ack") return { type, id };
  const words = wire["text"];
  return type === "message" && isText(words) ? { type, id, text: words } : null;
}

export function isText(text: unknown): text is string {
  return typeof text === "string" && text.length <= MAX_TEXT && text.trim() !== "";
}

/** Message ids start with the sender's clock, which orders them the same way on all sides. */
export function messageId(clock: number, random: string): string {
  return `${clock.toString(36)}.${random}`;
}

export function clockOf(id: string): number | null {
  const digits = /^([0-9a-z]{1,10})\.[0-9A-Za-z]{1,32}$/.exec(id)?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 36);
}

/** A clock that is far ahead would push our own messages out of every sensible range. */
export function isBelievable(clock: number, now: number): boolean {
  return clock >= 0 && clock < now + MAX_CLOCK_LEAD_MS;
}
