import type { Transfer } from "./files";

/** How a transfer stands, in plain words. */
export function transferWords(transfer: Transfer, peer: string): string {
  const { mine, moved, size, phase, problem } = transfer;
  switch (phase) {
    case "offered":
      return mine ? `Waiting for ${peer} to accept` : `${peer} wants to send you this file`;
    case "moving": {
      const percent = size === 0 ? 100 : Math.floor((moved / size) * 100);
      return `${mine ? "Sending" : "Receiving"}, ${percent} %`;
    }
    case "checking":
      return "Checking that it arrived whole";
    case "done":
      return mine ? "Arrived whole" : "Received whole";
    case "declined":
      return mine ? `${peer} didn't want it` : "You declined it";
    case "cancelled":
      return "Cancelled";
    case "failed":
      return problem ?? "It didn't arrive. Send it again.";
    default:
      return phase satisfies never;
  }
}

/** What a screen reader says of a transfer, once for each step of it. */
export function spokenWords(transfer: Transfer, peer: string): string {
  const { mine, name, phase } = transfer;
  const words =
    phase === "moving" ? (mine ? "Sending" : "Receiving") : transferWords(transfer, peer);
  return `${name}: ${words}`;
}

/** Whether nothing more happens to it. */
export function isOver(phase: Transfer["phase"]): boolean {
  return phase === "done" || phase === "declined" || phase === "cancelled" || phase === "failed";
}
