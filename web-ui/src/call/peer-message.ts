/** What peers tell each other about themselves, over the state channel. */
export type PeerMessage =
  | { type: "state"; microphoneOn: boolean; cameraOn: boolean; screenStreamId: string | null }
  | { type: "bye" };

/** Reads what a peer sent, or null when it is not ours. */
export function parsePeerMessage(text: string): PeerMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { type, microphoneOn, cameraOn, screenStreamId } = value as Record<string, unknown>;
  if (type === "bye") return { type };
  if (type !== "state" || typeof microphoneOn !== "boolean" || typeof cameraOn !== "boolean") {
    return null;
  }
  const id = typeof screenStreamId === "string" ? screenStreamId.slice(0, 256) : null;
  return { type, microphoneOn, cameraOn, screenStreamId: id };
}
